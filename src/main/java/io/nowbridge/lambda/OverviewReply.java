package io.nowbridge.lambda;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.nowbridge.activity.Result;
import io.nowbridge.connection.Connection;
import io.nowbridge.overview.Overview;
import io.nowbridge.overview.Tally;
import io.quarkus.runtime.annotations.RegisterForReflection;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** How things are, as it goes over the wire. */
@RegisterForReflection
record OverviewReply(
        List<Connected> connections,
        Today today,
        List<OfDay> days,
        List<OfOperation> operations,
        Undelivered undelivered,
        Dead dead,
        List<EntryReply> underWay) {

    @RegisterForReflection
    @JsonInclude(JsonInclude.Include.NON_ABSENT)
    record Connected(
            String id,
            String name,
            String type,
            String kind,
            String state,
            Optional<String> problem,
            Optional<String> testedAt) {

        static Connected of(Connection connection) {
            var known = ConnectionReply.of(connection);
            return new Connected(
                    known.id(),
                    known.name(),
                    known.type(),
                    known.kind(),
                    known.state(),
                    known.cause(),
                    known.testedAt());
        }
    }

    @RegisterForReflection
    record Today(long success, long partialSuccess, long failed, long underWay) {

        static Today of(Tally tally) {
            return new Today(
                    tally.of(Result.SUCCESS),
                    tally.of(Result.PARTIAL_SUCCESS),
                    tally.of(Result.FAILED),
                    tally.of(Result.UNDER_WAY));
        }
    }

    @RegisterForReflection
    record OfDay(String day, long success, long partialSuccess, long failed) {

        static OfDay of(Overview.OfDay of) {
            var tally = of.tally();
            return new OfDay(
                    of.day().toString(),
                    tally.of(Result.SUCCESS),
                    tally.of(Result.PARTIAL_SUCCESS),
                    tally.of(Result.FAILED));
        }
    }

    @RegisterForReflection
    record OfOperation(String operation, long success, long partialSuccess, long failed) {

        static OfOperation of(Overview.OfOperation of) {
            var tally = of.tally();
            return new OfOperation(
                    Spelling.word(of.operation()),
                    tally.of(Result.SUCCESS),
                    tally.of(Result.PARTIAL_SUCCESS),
                    tally.of(Result.FAILED));
        }
    }

    @RegisterForReflection
    @JsonInclude(JsonInclude.Include.NON_ABSENT)
    record Undelivered(Optional<String> oldest, int waiting, Optional<Boolean> more) {}

    @RegisterForReflection
    @JsonInclude(JsonInclude.Include.NON_ABSENT)
    record Dead(int count, Optional<Boolean> more) {}

    static OverviewReply of(Overview overview) {
        var waiting = overview.waiting();
        return new OverviewReply(
                overview.connections().stream().map(Connected::of).toList(),
                Today.of(overview.today()),
                overview.days().stream().map(OfDay::of).toList(),
                overview.operations().stream().map(OfOperation::of).toList(),
                new Undelivered(waiting.oldest().map(Instant::toString), waiting.tickets(), more(waiting.more())),
                new Dead(overview.dead().count(), more(overview.dead().more())),
                overview.underWay().stream().map(EntryReply::of).toList());
    }

    private static Optional<Boolean> more(boolean isMore) {
        return isMore ? Optional.of(true) : Optional.empty();
    }
}
