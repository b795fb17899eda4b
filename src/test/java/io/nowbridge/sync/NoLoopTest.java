package io.nowbridge.sync;

import static io.nowbridge.anomaly.AnomalyFixtures.full;
import static org.assertj.core.api.Assertions.assertThat;

import io.nowbridge.anomaly.AnomalyEvent.What;
import io.nowbridge.anomaly.AnomalyId;
import io.nowbridge.anomaly.Status;
import io.nowbridge.delivery.TicketUpdate;
import io.nowbridge.ticket.Ticket;
import io.nowbridge.ticket.TicketFixtures;
import io.nowbridge.ticket.TicketRef;
import java.time.Duration;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Both systems react to everything: the platform sends an event for each change of status and each comment, the desk is
 * followed after each write. Whatever the settings, what a person does comes to rest.
 */
class NoLoopTest {

    private static final AnomalyId ANOMALY = AnomalyId.ofDefaultSource("456");

    // More than any chain of honest reactions to one deed takes.
    private static final int MOST_REACTIONS = 4;

    private final InStep step = new InStep();
    private final Set<String> delivered = new HashSet<>();
    private Ticket ticket = TicketFixtures.ticket("INC0000007");
    private Status status = Status.ACTIVE;
    private int comments;
    private int sent;

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Acknowledged=2,Resolved=6 2=Acknowledged,6=Resolved",
                "Acknowledged=6,Resolved=2,Active=6 6=Resolved,2=Active",
                "Acknowledged=6,Resolved=7,Active=1 6=Resolved,7=Active,1=Acknowledged",
                "Active=2,Acknowledged=1,Invalid=6 1=Active,2=Acknowledged,6=Duplicate"
            })
    void whateverIsSwitchedOnComesToRest(String maps) {
        var there = maps.split(" ", -1)[0];
        var back = maps.split(" ", -1)[1];
        step.settings(Map.of(
                "stateOnStatus.incident", there,
                "statusOnState.incident", back,
                "notesBack", "comment",
                "closedTickets", "reopen",
                "reopenState.incident", "2"));
        step.platform.has(full("456"));
        var ref = step.link(1, "456", ticket);
        var chance = new Random(maps.hashCode());

        for (var deed = 0; deed < 60; deed++) {
            step.tickets.itIs(step.tickets.now().plus(Duration.ofMinutes(1)));
            switch (chance.nextInt(4)) {
                case 0 -> moveTicket(String.valueOf(1 + chance.nextInt(7)));
                case 1 -> step.desk().changes().wrote(ref, "beth.anglin", false, "Note " + deed, step.tickets.now());
                case 2 -> step.platform.has(full("456").in(Status.values()[chance.nextInt(Status.values().length)]));
                default -> happens(new What.Commented(Optional.of("p" + deed), Optional.of("Ada"), "Words", false));
            }
            assertThat(reactions(ref)).isLessThanOrEqualTo(MOST_REACTIONS);
        }
    }

    /** Lets both sides react to each other until nothing happens any more; how many rounds that took. */
    private int reactions(TicketRef ref) {
        var rounds = 0;
        do {
            step.follow(ref);
            rounds++;
        } while ((platformTells() | deskIsTold(ref)) && rounds <= MOST_REACTIONS);
        return rounds;
    }

    private boolean platformTells() {
        var news = false;
        var now = step.platform.status(ANOMALY).orElseThrow();
        if (now != status) {
            status = now;
            happens(new What.StatusChanged(now));
            news = true;
        }
        while (comments < step.platform.comments().size()) {
            var comment = step.platform.comments().get(comments++);
            happens(new What.Commented(Optional.of(comment.id()), Optional.of("us"), comment.text(), false));
            news = true;
        }
        return news;
    }

    private boolean deskIsTold(TicketRef ref) {
        var news = false;
        for (TicketUpdate update : step.line(ref)) {
            if (delivered.add(update.id())) {
                news = true;
                step.desk().changes().wrote(ref, "svc_nowbridge", true, update.note(), step.tickets.now());
                update.state().ifPresent(this::moveTicket);
            }
        }
        return news;
    }

    private void moveTicket(String state) {
        ticket = InStep.in(state, ticket);
        step.desk().search().has(ticket, "Words");
    }

    private void happens(What what) {
        step.happens(step.event("456", "e" + sent++, what));
    }
}
