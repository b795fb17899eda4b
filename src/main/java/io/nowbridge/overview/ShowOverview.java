package io.nowbridge.overview;

import io.nowbridge.activity.Activity;
import io.nowbridge.activity.ActivityCounts;
import io.nowbridge.activity.ActivityCounts.Count;
import io.nowbridge.activity.ActivityHistory;
import io.nowbridge.activity.Result;
import io.nowbridge.activity.Wanted;
import io.nowbridge.connection.Connection;
import io.nowbridge.connection.Connections;
import io.nowbridge.connection.Kind;
import io.nowbridge.delivery.Backlog;
import io.nowbridge.paging.PageRequest;
import io.smallrye.mutiny.Uni;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;

/** Collects what people see first. However much there is, it takes a bounded number of reads. */
public final class ShowOverview {

    /**
     * What somebody wants to see.
     *
     * @param zone where that is: days begin and end as they do there
     * @param days how many, today included, from 1 to {@value #MOST_DAYS}
     */
    public record Order(ZoneId zone, int days) {

        public static final int MOST_DAYS = 31;
    }

    // What began before has died with its function: nothing runs that long.
    private static final Duration LONGEST_RUN = Duration.ofHours(12);

    private static final PageRequest A_FEW = new PageRequest(10, Optional.empty());

    private final Connections connections;
    private final ActivityCounts counts;
    private final ActivityHistory history;
    private final Backlog backlog;
    private final InstantSource clock;

    public ShowOverview(
            Connections connections,
            ActivityCounts counts,
            ActivityHistory history,
            Backlog backlog,
            InstantSource clock) {
        this.connections = connections;
        this.counts = counts;
        this.history = history;
        this.backlog = backlog;
        this.clock = clock;
    }

    public Uni<Overview> run(Order order) {
        var now = clock.instant();
        var span = Span.until(now, order.zone(), order.days());
        return connections
                .all()
                .flatMap(all -> Uni.combine()
                        .all()
                        .unis(counted(span, now), waiting(all), backlog.dead(), underWay(now))
                        .asTuple()
                        .map(found -> new Overview(
                                all,
                                span.days(found.getItem1()),
                                Span.operations(found.getItem1()),
                                found.getItem2(),
                                found.getItem3(),
                                found.getItem4())));
    }

    private Uni<List<Count>> counted(Span span, Instant now) {
        return counts.between(span.begin(), now.plusMillis(1)).map(span::within);
    }

    private Uni<Backlog.Waiting> waiting(List<Connection> all) {
        return backlog.waiting(all.stream()
                .filter(connection -> connection.type().kind() == Kind.DESK)
                .map(Connection::id)
                .toList());
    }

    // What ended a moment ago may end up here or not; what begins now comes with the next look.
    private Uni<List<Activity>> underWay(Instant now) {
        var lately = Wanted.between(now.minus(LONGEST_RUN), now.plusMillis(1));
        return history.page(
                        new Wanted(
                                lately.from(),
                                lately.to(),
                                Optional.empty(),
                                Optional.empty(),
                                Optional.empty(),
                                Optional.of(Result.UNDER_WAY),
                                Optional.empty(),
                                Optional.empty()),
                        A_FEW)
                .map(page -> page.items());
    }
}
