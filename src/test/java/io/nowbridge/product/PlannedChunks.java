package io.nowbridge.product;

import static io.nowbridge.product.RunFixtures.NOW;
import static io.nowbridge.product.RunFixtures.chunk;
import static io.nowbridge.product.RunFixtures.next;
import static io.nowbridge.product.RunFixtures.run;

import io.nowbridge.paging.Page;
import io.nowbridge.paging.PageRequest;
import io.nowbridge.product.Item.Outcome;
import io.nowbridge.product.Run.Progress;
import io.nowbridge.product.Run.State;
import io.nowbridge.product.Runs.Taking;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;

/** A store of chunks and that of their runs, for the tests of what is done with them. */
public abstract class PlannedChunks {

    protected static final Instant UNTIL = NOW.plusSeconds(300);

    protected Stores stores;

    /** A store of runs and that of their chunks. */
    public record Stores(Runs runs, Runs.Chunks chunks) {}

    protected abstract Stores emptyStores();

    @BeforeEach
    void nothingPlanned() {
        stores = emptyStores();
    }

    protected Run writing(int chunks) {
        stores.runs().start(run("one")).await().indefinitely();
        var taken = stores.runs()
                .take(new RunId("one"), "planner", NOW, UNTIL)
                .await()
                .indefinitely()
                .orElseThrow();
        var writing = next(taken, State.WRITING, new Progress(chunks, 0, Map.of(), Optional.of(NOW)));
        stores.runs().change(writing).await().indefinitely();
        return writing;
    }

    protected void add(Chunk... chunks) {
        stores.chunks().add(List.of(chunks)).await().indefinitely();
    }

    protected Taking take(Chunk chunk, String owner, Instant now) {
        return stores.chunks()
                .take(chunk.key(), owner, now, now.plusSeconds(300))
                .await()
                .indefinitely();
    }

    protected Optional<Run> end(Chunk chunk, String owner, Item... items) {
        return stores.chunks().end(chunk.key(), owner, List.of(items)).await().indefinitely();
    }

    protected List<Item> items(Run run, Optional<Outcome> only) {
        return pages(run, only, 100).stream()
                .flatMap(page -> page.items().stream())
                .toList();
    }

    protected List<Page<Item>> pages(Run run, Optional<Outcome> only, int size) {
        var pages = new ArrayList<Page<Item>>();
        Optional<String> from;
        do {
            var place =
                    pages.isEmpty() ? Optional.<String>empty() : pages.getLast().next();
            pages.add(stores.chunks()
                    .items(run.id(), run.attempt(), only, new PageRequest(size, place))
                    .await()
                    .indefinitely());
            from = pages.getLast().next();
        } while (from.isPresent());
        return pages;
    }
}
