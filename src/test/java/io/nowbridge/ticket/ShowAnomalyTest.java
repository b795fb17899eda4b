package io.nowbridge.ticket;

import static io.nowbridge.ticket.InMemoryLinking.MEMBER;
import static io.nowbridge.ticket.TicketFixtures.ANOMALY;
import static io.nowbridge.ticket.TicketFixtures.MANAGER;
import static io.nowbridge.ticket.TicketFixtures.NOW;
import static io.nowbridge.ticket.TicketFixtures.link;
import static io.nowbridge.ticket.TicketFixtures.ticket;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.nowbridge.access.DatastoreRights;
import io.nowbridge.access.InMemoryDatastoreAccess;
import io.nowbridge.access.Requester;
import io.nowbridge.access.TeamRight;
import io.nowbridge.anomaly.Anomalies.Known;
import io.nowbridge.anomaly.Anomaly;
import io.nowbridge.anomaly.FakeAnomalyPlatform;
import io.nowbridge.anomaly.InMemoryAnomalies;
import io.nowbridge.anomaly.KnownDatastores;
import io.nowbridge.anomaly.Status;
import io.nowbridge.connection.ConnectedSystemException;
import io.nowbridge.ticket.ShowAnomaly.Outcome;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class ShowAnomalyTest {

    private final FakeAnomalyPlatform platform = new FakeAnomalyPlatform();
    private final InMemoryAnomalies anomalies = new InMemoryAnomalies();
    private final InMemoryDatastoreAccess access = new InMemoryDatastoreAccess();
    private final InMemoryTicketLinks links = new InMemoryTicketLinks();
    private final ShowAnomaly showAnomaly = new ShowAnomaly(
            new DatastoreRights(new KnownDatastores(anomalies, platform), access),
            anomalies,
            platform,
            new TicketCounts(links));

    @Test
    void itIsAsThePlatformShowsItNow() {
        remembered(ANOMALY);
        platform.has(ANOMALY.in(Status.ACKNOWLEDGED));
        links.link(link(1), ticket("INC0000042")).await().indefinitely();

        assertThat(shownTo(MANAGER))
                .isEqualTo(new Outcome.Shown(
                        new ListedAnomaly(ANOMALY.in(Status.ACKNOWLEDGED), 1), true, Optional.empty()));
    }

    @Test
    void aReporterIsToldThatLinkingIsNotForThem() {
        platform.has(ANOMALY);
        access.grant("1", "data-eng", TeamRight.REPORTER);
        var reporter = shownTo(MEMBER);
        access.grant("1", "data-eng", TeamRight.AUTHOR);
        var author = shownTo(MEMBER);

        assertThat(reporter)
                .isInstanceOfSatisfying(
                        Outcome.Shown.class,
                        shown -> assertThat(shown.mayLink()).isFalse());
        assertThat(author)
                .isInstanceOfSatisfying(
                        Outcome.Shown.class,
                        shown -> assertThat(shown.mayLink()).isTrue());
    }

    @Test
    void withoutARightTheAnswerIsTheSameWhetherItIsThereOrNot() {
        var absent = shownTo(MEMBER);
        platform.has(ANOMALY);

        assertThat(shownTo(MEMBER)).isEqualTo(absent).isInstanceOf(Outcome.NotAllowed.class);
    }

    @Test
    void whereThePlatformCannotBeAskedItIsAsItWasLastHeardOf() {
        remembered(ANOMALY);
        platform.fail(TicketFixtures.silence());
        var whileItIsDown = shownTo(MANAGER);
        platform.disconnect();
        var disconnected = shownTo(MANAGER);

        var last = new Outcome.Shown(new ListedAnomaly(ANOMALY, 0), true, Optional.of(NOW));
        assertThat(whileItIsDown).isEqualTo(last);
        assertThat(disconnected).isEqualTo(last);
    }

    @Test
    void whatNobodyRemembersFailsAsThePlatformDoes() {
        platform.fail(TicketFixtures.silence());

        assertThatThrownBy(() -> shownTo(MANAGER)).isInstanceOf(ConnectedSystemException.class);
    }

    @Test
    void whatIsNotThereIsSaidNotToBe() {
        assertThat(shownTo(MANAGER)).isEqualTo(new Outcome.NoSuchAnomaly());
    }

    private void remembered(Anomaly anomaly) {
        anomalies
                .keep(Known.first(anomaly, Optional.of(Status.ACTIVE), NOW))
                .await()
                .indefinitely();
    }

    private Outcome shownTo(Requester requester) {
        return showAnomaly.run(requester, ANOMALY.id()).await().indefinitely();
    }
}
