package io.nowbridge.export;

import io.nowbridge.activity.Activity;
import io.nowbridge.activity.ActivityHistory;
import io.nowbridge.activity.EntryKey;
import io.nowbridge.activity.Failure;
import io.nowbridge.activity.Wanted;
import io.nowbridge.paging.Page;
import io.nowbridge.paging.PageRequest;
import io.smallrye.mutiny.Uni;
import java.util.List;
import java.util.Optional;
import java.util.stream.LongStream;

/** As many entries as a test wants, numbered from 0, made when they are asked for; some pages have none. */
final class FakeHistory implements ActivityHistory {

    private final long entries;

    private int pages;
    private int diesAtPage = -1;

    FakeHistory(long entries) {
        this.entries = entries;
    }

    int pages() {
        return pages;
    }

    /** Fails when that page is read, the first being 1, and once only. */
    void dieAtPage(int page) {
        diesAtPage = page;
    }

    // Places are numbers, and every tenth page is empty, as the port allows.
    @Override
    public Uni<Page<Activity>> page(Wanted wanted, PageRequest request) {
        if (++pages == diesAtPage) {
            return Uni.createFrom().failure(new IllegalStateException("the log cannot be read"));
        }
        if (pages % 10 == 0) {
            return Uni.createFrom()
                    .item(new Page<>(List.of(), Optional.of(request.from().orElse("0"))));
        }
        var from = request.from().map(Long::parseLong).orElse(0L);
        var to = Math.min(entries, from + request.size());
        var items = LongStream.range(from, to)
                .mapToObj(number -> ExportFixtures.entry("entry-" + number))
                .toList();
        return Uni.createFrom()
                .item(new Page<>(items, to == entries ? Optional.empty() : Optional.of(Long.toString(to))));
    }

    @Override
    public Uni<Optional<Activity>> find(EntryKey key) {
        throw new UnsupportedOperationException();
    }

    @Override
    public Uni<Page<Failure>> failures(EntryKey key, PageRequest page) {
        throw new UnsupportedOperationException();
    }

    @Override
    public Uni<Boolean> ignore(EntryKey key, Activity.Ignored ignored) {
        throw new UnsupportedOperationException();
    }
}
