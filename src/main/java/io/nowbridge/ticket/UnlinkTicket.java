package io.nowbridge.ticket;

import io.nowbridge.access.Requester;
import io.nowbridge.access.Rights;
import io.nowbridge.access.TeamRight;
import io.nowbridge.activity.Activity;
import io.nowbridge.activity.ActivityLog;
import io.nowbridge.activity.Failure;
import io.nowbridge.activity.Operation;
import io.nowbridge.activity.Result;
import io.nowbridge.activity.WhoCanFix;
import io.nowbridge.anomaly.AnomalyId;
import io.smallrye.mutiny.Uni;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;

/**
 * Removes the link between an anomaly and a ticket, whatever has become of the ticket and of its connection. What the ticket
 * was told stays there: it is history.
 */
public final class UnlinkTicket {

    /** What became of the request. */
    public sealed interface Outcome {

        record Unlinked() implements Outcome {}

        record NoSuchLink() implements Outcome {}

        record NotAllowed(String missing) implements Outcome {}
    }

    private final Rights rights;
    private final TicketLinks links;
    private final ActivityLog log;
    private final InstantSource clock;

    public UnlinkTicket(Rights rights, TicketLinks links, ActivityLog log, InstantSource clock) {
        this.rights = rights;
        this.links = links;
        this.log = log;
        this.clock = clock;
    }

    public Uni<Outcome> run(Requester requester, AnomalyId anomaly, LinkId link) {
        return rights.missing(requester, anomaly, TeamRight.AUTHOR)
                .flatMap(missing -> missing.map(right -> item(new Outcome.NotAllowed(right)))
                        .orElseGet(() -> links.find(anomaly, link)
                                .flatMap(found -> found.map(linked -> unlink(requester, linked))
                                        .orElseGet(() -> item(new Outcome.NoSuchLink())))));
    }

    // Logged first: a crash in between is put right by a repeat, while nobody could tell of a link that is gone who
    // removed it.
    private Uni<Outcome> unlink(Requester requester, LinkedTicket linked) {
        var now = clock.instant();
        return record(requester, linked, now, List.of())
                .chain(() -> links.unlink(linked))
                .onFailure()
                .call(failure -> record(requester, linked, now, List.of(notRemoved(linked))))
                .replaceWith(new Outcome.Unlinked());
    }

    private static Failure notRemoved(LinkedTicket linked) {
        return new Failure(
                linked.ticket().number(),
                "The store did not remove the link",
                WhoCanFix.NOBODY,
                "Repeat the request in a moment.");
    }

    private Uni<Void> record(Requester requester, LinkedTicket linked, Instant began, List<Failure> failures) {
        var link = linked.link();
        return log.record(new Activity(
                link.id() + "-unlinked",
                began,
                Duration.between(began, clock.instant()),
                Operation.LINK,
                "unlinkTicket",
                link.connection(),
                requester.subject(),
                failures.isEmpty() ? Result.SUCCESS : Result.FAILED,
                Map.of(
                        "source", link.anomaly().source(),
                        "anomaly", link.anomaly().id(),
                        "link", link.id().toString(),
                        "ticket", linked.ticket().number()),
                failures));
    }

    private static Uni<Outcome> item(Outcome outcome) {
        return Uni.createFrom().item(outcome);
    }
}
