package io.nowbridge.access;

import static org.assertj.core.api.Assertions.assertThat;

import io.nowbridge.access.DatastoreAccess.Granted;
import io.nowbridge.paging.Page;
import io.nowbridge.paging.PageRequest;
import io.smallrye.mutiny.Uni;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What every store of the rights to datastores does. */
public abstract class DatastoreAccessContract {

    private static final Map<String, TeamRight> TEAMS = Map.of("data-eng", TeamRight.AUTHOR, "ops", TeamRight.REPORTER);

    private DatastoreAccess access = emptyStore();

    protected abstract DatastoreAccess emptyStore();

    @BeforeEach
    void nothingSet() {
        access = emptyStore();
    }

    @Test
    void aDatastoreThatNobodyHasSetHasNoRightsAtRevisionNought() {
        assertThat(await(access.of("1"))).isEqualTo(new Granted("1", Map.of(), 0));
    }

    @Test
    void whatWasSetHolds() {
        var granted = new Granted("1", TEAMS, 1);

        var done = await(access.change(granted));

        assertThat(done).isTrue();
        assertThat(await(access.of("1"))).isEqualTo(granted);
        assertThat(await(access.of("2")).teams()).isEmpty();
    }

    @Test
    void whatIsSetAnewReplacesEverything() {
        await(access.change(new Granted("1", TEAMS, 1)));

        await(access.change(new Granted("1", Map.of(), 2)));

        assertThat(await(access.of("1"))).isEqualTo(new Granted("1", Map.of(), 2));
    }

    @Test
    void whoeverReadAnotherRevisionWritesNothing() {
        var first = new Granted("1", TEAMS, 1);
        await(access.change(first));

        assertThat(await(access.change(new Granted("1", Map.of(), 1)))).isFalse();
        assertThat(await(access.change(new Granted("1", Map.of(), 3)))).isFalse();
        assertThat(await(access.of("1"))).isEqualTo(first);
    }

    @Test
    void aLaterRevisionOfWhatNobodyHasSetIsNotWritten() {
        assertThat(await(access.change(new Granted("1", TEAMS, 2)))).isFalse();
        assertThat(await(access.of("1")).revision()).isZero();
    }

    @Test
    void thoseThatWereSetComeAPageAtATimeInTheOrderOfTheirIds() {
        for (var datastore : new String[] {"b", "c", "a"}) {
            await(access.change(new Granted(datastore, TEAMS, 1)));
        }

        var first = await(access.page(new PageRequest(2, Optional.empty())));
        var second = await(access.page(new PageRequest(2, first.next())));

        assertThat(first.items()).extracting(Granted::datastore).containsExactly("a", "b");
        assertThat(second).isEqualTo(new Page<>(List.of(new Granted("c", TEAMS, 1)), Optional.empty()));
    }

    protected static <T> T await(Uni<T> uni) {
        return uni.await().indefinitely();
    }
}
