package io.nowbridge.ticket;

import static io.nowbridge.ticket.InMemoryLinking.MEMBER;
import static io.nowbridge.ticket.InMemoryLinking.TICKET;
import static io.nowbridge.ticket.TicketFixtures.ANOMALY;
import static io.nowbridge.ticket.TicketFixtures.CONNECTION;
import static io.nowbridge.ticket.TicketFixtures.MANAGER;
import static io.nowbridge.ticket.TicketFixtures.link;
import static org.assertj.core.api.Assertions.assertThat;

import io.nowbridge.access.Requester;
import io.nowbridge.activity.Result;
import io.nowbridge.anomaly.AnomalyId;
import io.nowbridge.ticket.UnlinkTicket.Outcome;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class UnlinkTicketTest {

    private final InMemoryLinking linking = new InMemoryLinking();

    @BeforeEach
    void linked() {
        linking.links.link(link(1), TICKET).await().indefinitely();
        linking.links
                .link(link(2), InMemoryLinking.ticket("INC0000043"))
                .await()
                .indefinitely();
    }

    @Test
    void aLinkIsRemovedAndItsTicketIsNotTouched() {
        var outcome = unlink(MANAGER, ANOMALY.id(), 1);

        assertThat(outcome).isEqualTo(new Outcome.Unlinked());
        assertThat(linking.links.all()).containsOnlyKeys(link(2));
        assertThat(linking.desk.writing().attempts()).isZero();
    }

    @Test
    void itWorksWhenTheTicketAndTheConnectionAreGone() {
        linking.desk.search().lose(TICKET);
        linking.desks.forget(CONNECTION);

        assertThat(unlink(MANAGER, ANOMALY.id(), 1)).isEqualTo(new Outcome.Unlinked());
    }

    @Test
    void aLinkOfAnotherAnomalyIsNone() {
        assertThat(unlink(MANAGER, AnomalyId.ofDefaultSource("457"), 1)).isEqualTo(new Outcome.NoSuchLink());
        assertThat(linking.links.all()).hasSize(2);
    }

    @Test
    void whoLacksTheRightIsToldWhichAndTheLinkStays() {
        var outcome = unlink(MEMBER, ANOMALY.id(), 1);

        assertThat(outcome).isEqualTo(new Outcome.NotAllowed("the right Author on the anomaly's datastore"));
        assertThat(linking.links.all()).hasSize(2);
    }

    @Test
    void whoRemovedWhatIsLogged() {
        unlink(MANAGER, ANOMALY.id(), 1);

        assertThat(linking.logged()).singleElement().satisfies(entry -> {
            assertThat(entry.function()).isEqualTo("unlinkTicket");
            assertThat(entry.startedBy()).isEqualTo("maria");
            assertThat(entry.result()).isEqualTo(Result.SUCCESS);
            assertThat(entry.subjects())
                    .containsEntry("ticket", "INC0000042")
                    .containsEntry("anomaly", "456")
                    .containsEntry("source", "default");
        });
    }

    private Outcome unlink(Requester requester, AnomalyId anomaly, int number) {
        return linking.unlinkTicket()
                .run(requester, anomaly, link(number).id())
                .await()
                .indefinitely();
    }
}
