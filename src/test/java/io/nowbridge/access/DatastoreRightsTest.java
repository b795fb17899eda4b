package io.nowbridge.access;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.nowbridge.anomaly.Anomaly;
import io.nowbridge.anomaly.AnomalyId;
import io.nowbridge.anomaly.Datastores;
import io.nowbridge.connection.ConnectedSystemException.Effect;
import io.nowbridge.connection.ConnectedSystemException.Report;
import io.nowbridge.connection.ConnectedSystemException.Unavailable;
import io.smallrye.mutiny.Uni;
import java.io.IOException;
import java.time.Duration;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DatastoreRightsTest {

    private static final AnomalyId KNOWN = AnomalyId.ofDefaultSource("456");
    private static final AnomalyId UNHEARD_OF = AnomalyId.ofDefaultSource("999");
    private static final String REFUSAL = "the right Author on the anomaly's datastore";

    private final InMemoryDatastoreAccess access = new InMemoryDatastoreAccess();
    private final Rights rights = new DatastoreRights(DatastoreRightsTest::datastore, access);

    @ParameterizedTest
    @CsvSource({"EDITOR, true", "AUTHOR, true", "DRAFTER, false", "VIEWER, false", "REPORTER, false"})
    void aMemberMayDoWhatTheTeamsRightContains(TeamRight right, boolean may) {
        access.grant("sales", "data-eng", right);

        assertThat(missing(member("ops", "data-eng"), KNOWN).isEmpty()).isEqualTo(may);
    }

    @Test
    void anotherTeamsRightIsNotTheMembers() {
        access.grant("sales", "ops", TeamRight.EDITOR);

        assertThat(missing(member("data-eng"), KNOWN)).contains(REFUSAL);
    }

    @Test
    void aRightToAnotherDatastoreIsNoneToThisOne() {
        access.grant("hr", "data-eng", TeamRight.EDITOR);

        assertThat(missing(member("data-eng"), KNOWN)).contains(REFUSAL);
    }

    @Test
    void whereThereIsNoSuchAnomalyTheRefusalIsTheSame() {
        access.grant("sales", "data-eng", TeamRight.REPORTER);

        assertThat(missing(member("data-eng"), UNHEARD_OF)).isEqualTo(missing(member("data-eng"), KNOWN));
    }

    @Test
    void aMemberOfNoTeamMayNothing() {
        assertThat(missing(member(), KNOWN)).contains(REFUSAL);
    }

    @Test
    void aTeamWithoutARoleIsNotEnough() {
        access.grant("sales", "data-eng", TeamRight.EDITOR);

        assertThat(missing(new Requester("mo", Set.of(), Set.of("data-eng")), KNOWN))
                .contains("the role Member");
    }

    @ParameterizedTest
    @CsvSource({"ADMIN", "MANAGER"})
    void whoManagesMayEverythingEvenWhereTheDatastoreIsUnknown(Role role) {
        assertThat(missing(new Requester("maria", Set.of(role), Set.of()), UNHEARD_OF))
                .isEmpty();
    }

    @Test
    void whatActsByItselfMayEverything() {
        assertThat(missing(Requester.system("rule:7"), UNHEARD_OF)).isEmpty();
    }

    @Test
    void aPlatformThatDoesNotAnswerIsNoRefusal() {
        var down = new Unavailable(
                new Report("Reading an anomaly got no answer", "Wait.", Effect.NONE),
                Duration.ofSeconds(1),
                new IOException());
        Datastores silent = anomaly -> Uni.createFrom().failure(down);

        var asked = new DatastoreRights(silent, access).missing(member("data-eng"), KNOWN, TeamRight.REPORTER);

        assertThatThrownBy(() -> asked.await().indefinitely()).isSameAs(down);
    }

    private Optional<String> missing(Requester requester, AnomalyId anomaly) {
        return rights.missing(requester, anomaly, TeamRight.AUTHOR).await().indefinitely();
    }

    private static Requester member(String... teams) {
        return new Requester("mo", Set.of(Role.MEMBER), Set.of(teams));
    }

    private static Uni<Optional<Anomaly.Datastore>> datastore(AnomalyId anomaly) {
        var known = new Anomaly.Datastore("sales", Optional.of("Sales"));
        return Uni.createFrom().item(anomaly.equals(KNOWN) ? Optional.of(known) : Optional.empty());
    }
}
