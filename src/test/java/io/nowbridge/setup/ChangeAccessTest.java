package io.nowbridge.setup;

import static io.nowbridge.setup.InMemorySetup.MANAGER;
import static io.nowbridge.setup.InMemorySetup.await;
import static org.assertj.core.api.Assertions.assertThat;

import io.nowbridge.access.DatastoreAccess.Granted;
import io.nowbridge.access.InMemoryDatastoreAccess;
import io.nowbridge.access.TeamRight;
import io.nowbridge.activity.InMemoryActivity;
import io.nowbridge.activity.Operation;
import io.nowbridge.setup.ChangeAccess.Command;
import io.nowbridge.setup.ChangeAccess.Outcome;
import io.nowbridge.setup.ChangeAccess.Outcome.Changed;
import io.nowbridge.setup.ChangeAccess.Outcome.ChangedMeanwhile;
import java.time.Instant;
import java.util.Map;
import org.junit.jupiter.api.Test;

class ChangeAccessTest {

    private static final Instant NOW = Instant.parse("2026-01-05T09:00:00Z");
    private static final Map<String, TeamRight> TEAMS = Map.of("ops", TeamRight.REPORTER, "data-eng", TeamRight.AUTHOR);

    private final InMemoryDatastoreAccess access = new InMemoryDatastoreAccess();
    private final InMemoryActivity log = new InMemoryActivity();
    private final ChangeAccess change = new ChangeAccess(
            access,
            new ChangeLog(log, () -> NOW, () -> "entry", Operation.ACCESS_CHANGE, "datastoreAccess"),
            () -> NOW);

    @Test
    void whatIsWantedHoldsFromNowOn() {
        var outcome = run(new Granted("1", TEAMS, 0));

        var changed = new Granted("1", TEAMS, 1);
        assertThat(outcome).isEqualTo(new Changed(changed));
        assertThat(await(access.of("1"))).isEqualTo(changed);
    }

    @Test
    void whoeverReadAnotherRevisionChangesNothingAndLeavesNoEntry() {
        access.grant("1", "ops", TeamRight.EDITOR);

        var outcome = run(new Granted("1", TEAMS, 0));

        assertThat(outcome).isEqualTo(new ChangedMeanwhile());
        assertThat(await(access.of("1")).teams()).isEqualTo(Map.of("ops", TeamRight.EDITOR));
        assertThat(log.entries()).isEmpty();
    }

    @Test
    void theLogTellsWhoGaveWhichTeamWhat() {
        run(new Granted("1", TEAMS, 0));

        assertThat(log.entries()).singleElement().satisfies(entry -> {
            assertThat(entry.startedBy()).isEqualTo("otto");
            assertThat(entry.operation()).isEqualTo(Operation.ACCESS_CHANGE);
            assertThat(entry.subjects())
                    .isEqualTo(Map.of(
                            "action", "access",
                            "datastore", "1",
                            "teams", "data-eng=author, ops=reporter",
                            "revision", "1"));
        });
    }

    private Outcome run(Granted wanted) {
        return await(change.run(new Command(MANAGER, wanted)));
    }
}
