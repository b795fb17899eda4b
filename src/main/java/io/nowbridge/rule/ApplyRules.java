package io.nowbridge.rule;

import io.nowbridge.activity.ActivityLog;
import io.nowbridge.anomaly.Anomaly;
import io.nowbridge.anomaly.AnomalyEvent;
import io.nowbridge.delivery.DeliveryQueue;
import io.nowbridge.delivery.TicketUpdates;
import io.nowbridge.sync.OpeningRules;
import io.nowbridge.sync.OwnStates;
import io.nowbridge.ticket.CreateTicket;
import io.nowbridge.ticket.TicketDesks;
import io.nowbridge.ticket.TicketLinks;
import io.nowbridge.ticket.TicketWording;
import io.smallrye.mutiny.Uni;
import java.time.InstantSource;

/**
 * Opens tickets as the first rule in order says that holds of an anomaly, and makes a recurrence join the ticket of the
 * anomaly that it recurs of.
 *
 * <p>What a fingerprint stands for is noted before anything is opened, every ticket is opened under a name that an attempt
 * after a crash uses again, and joining ends with the link: whatever ends in between, the next attempt finishes it.
 */
public final class ApplyRules implements OpeningRules {

    private final Rules rules;
    private final RuleTickets tickets;
    private final SharedTickets shared;
    private final InstantSource clock;

    /** What it takes. */
    public record Parts(
            Rules rules,
            StormBrake brake,
            Recurrences recurrences,
            TicketLinks links,
            TicketDesks desks,
            CreateTicket createTicket,
            TicketUpdates updates,
            DeliveryQueue queue,
            OwnStates states,
            TicketWording wording,
            ActivityLog log,
            InstantSource clock) {}

    public ApplyRules(Parts parts) {
        this.rules = parts.rules();
        this.clock = parts.clock();
        var joining = new Joining(parts.links(), parts.updates(), parts.queue(), parts.states(), parts.log(), clock);
        this.tickets = new RuleTickets(
                parts.createTicket(), parts.brake(), joining, new Drafts(parts.wording()), parts.log(), clock);
        this.shared = new SharedTickets(parts.recurrences(), parts.links(), parts.desks(), joining, tickets);
    }

    @Override
    public Uni<Void> apply(AnomalyEvent event, Anomaly anomaly) {
        return rules.all()
                .collect()
                .asList()
                .map(all -> all.stream()
                        .sorted(OpeningRule.IN_ORDER)
                        .filter(rule -> rule.holdsOf(anomaly))
                        .findFirst())
                .flatMap(first -> first.map(rule -> follow(new Matched(rule, anomaly, event.at(), clock.instant())))
                        .orElseGet(() -> Uni.createFrom().voidItem()));
    }

    private Uni<Void> follow(Matched matched) {
        var id = matched.anomaly().id();
        return matched.anomaly()
                .fingerprint()
                .map(fingerprint -> shared.open(matched, fingerprint))
                .orElseGet(() -> tickets.open(matched, "anomaly:%s:%s".formatted(id.source(), id.id())));
    }
}
