package io.nowbridge.dynamodb;

import static org.assertj.core.api.Assertions.assertThat;

import io.nowbridge.access.DatastoreAccess;
import io.nowbridge.access.DatastoreAccess.Granted;
import io.nowbridge.access.DatastoreAccessContract;
import io.nowbridge.access.TeamRight;
import io.smallrye.mutiny.Uni;
import java.time.Duration;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class DynamoDbDatastoreAccessTest extends DatastoreAccessContract {

    @RegisterExtension
    static final RealTables TABLES = new RealTables();

    @Override
    protected DatastoreAccess emptyStore() {
        TABLES.empty("nowbridge-access", Set.of("pk", "sk"));
        return store();
    }

    @Test
    void ofTwentyWhoSetTheSameDatastoreAtOnceOneDoes() {
        var access = emptyStore();

        var written = await(Uni.join()
                .all(IntStream.range(0, 20)
                        .mapToObj(number ->
                                store().change(new Granted("1", Map.of("team-" + number, TeamRight.EDITOR), 1)))
                        .toList())
                .andFailFast());

        assertThat(written).filteredOn(won -> won).hasSize(1);
        assertThat(await(access.of("1")).teams()).hasSize(1);
    }

    @Test
    void asManyTeamsAsARequestMayNameAreKept() {
        var access = emptyStore();
        var teams = IntStream.range(0, 500)
                .boxed()
                .collect(Collectors.toMap("%0100d"::formatted, number -> TeamRight.DRAFTER));

        await(access.change(new Granted("1", teams, 1)));

        assertThat(await(access.of("1")).teams()).isEqualTo(teams);
    }

    private static DatastoreAccess store() {
        return new DynamoDbDatastoreAccess(TABLES.client(), TABLES.config(Duration.ZERO, Duration.ZERO));
    }
}
