package io.nowbridge.lambda;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import io.nowbridge.activity.Failure;
import io.nowbridge.activity.WhoCanFix;
import io.nowbridge.lambda.Problem.Kind;
import io.nowbridge.product.CancelRun;
import io.nowbridge.product.ConfirmRun;
import io.nowbridge.product.RetryRun;
import io.nowbridge.product.Run;
import io.nowbridge.product.RunId;
import io.nowbridge.product.StartRun;
import io.quarkus.runtime.annotations.RegisterForReflection;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** Words what became of a request about product synchronisations. */
final class RunWords {

    private RunWords() {}

    /** A problem with the run that is in the way. */
    @RegisterForReflection
    record BusyReply(@JsonUnwrapped Problem problem, String runId) {}

    /** A problem with what stands in the way, and who can move each. */
    @RegisterForReflection
    record NotReadyReply(@JsonUnwrapped Problem problem, List<EntryReply.Failed> obstacles) {}

    static Reply of(Optional<Run> found, Instant now) {
        return found.map(run -> Reply.ok(RunReply.of(run, now))).orElseGet(() -> Problems.notFound(RunRequests.RUN));
    }

    static Reply of(StartRun.Outcome outcome, Instant now) {
        return switch (outcome) {
            case StartRun.Outcome.Started(var run) -> accepted(run, now);
            case StartRun.Outcome.Busy(var other) -> busy(other);
            case StartRun.Outcome.NoSuchTemplate() -> Problems.notFound(TemplateWords.TEMPLATE);
            case StartRun.Outcome.NotAProductSync() -> notAProductSync();
            case StartRun.Outcome.NotReady(var obstacles) -> notReady(obstacles);
        };
    }

    static Reply of(CancelRun.Outcome outcome, Instant now) {
        return switch (outcome) {
            case CancelRun.Outcome.Cancelled(var run) -> accepted(run, now);
            case CancelRun.Outcome.EndedBefore(var run) ->
                conflict(
                        "The run has ended already", "What it wrote stays; start another run if something is missing.");
            case CancelRun.Outcome.NoSuchRun() -> Problems.notFound(RunRequests.RUN);
        };
    }

    static Reply of(ConfirmRun.Outcome outcome, Instant now) {
        return switch (outcome) {
            case ConfirmRun.Outcome.Confirmed(var run) -> accepted(run, now);
            case ConfirmRun.Outcome.NotHeld(var run) ->
                conflict(
                        "The run is not held: its state is " + Spelling.word(run.state()),
                        "Nobody has to say anything about it.");
            case ConfirmRun.Outcome.NoSuchRun() -> Problems.notFound(RunRequests.RUN);
        };
    }

    static Reply of(RetryRun.Outcome outcome, Instant now) {
        return switch (outcome) {
            case RetryRun.Outcome.Tried(var started) -> of(started, now);
            case RetryRun.Outcome.NothingFailed() ->
                conflict("No product has failed in this run", "Start a run of the template instead.");
            case RetryRun.Outcome.UnderWay() ->
                conflict("The run has not ended yet", "Wait for its end, or cancel it first.");
            case RetryRun.Outcome.NoSuchRun() -> Problems.notFound(RunRequests.RUN);
        };
    }

    static Reply notAProductSync() {
        return conflict("The template is no Product Sync", "Name a template of that kind.");
    }

    private static Reply accepted(Run run, Instant now) {
        return Reply.accepted(RunReply.of(run, now)).at("/product-runs/" + run.id());
    }

    private static Reply conflict(String detail, String resolution) {
        return Reply.problem(Kind.CONFLICT.saying(detail, resolution, WhoCanFix.CALLER));
    }

    private static Reply busy(RunId other) {
        var problem = Kind.RUN_UNDER_WAY.saying(
                "The run " + other + " between the same two systems has not ended",
                "Wait for its end, or cancel it.",
                WhoCanFix.NOBODY);
        var reply = Reply.problem(problem);
        return new Reply(reply.status(), reply.headers(), new BusyReply(problem, other.value()));
    }

    static Reply notReady(List<Failure> obstacles) {
        var first = obstacles.getFirst();
        var problem = Kind.NOT_READY.saying(first.cause(), first.resolution(), first.whoCanFix());
        var reply = Reply.problem(problem);
        return new Reply(
                reply.status(),
                reply.headers(),
                new NotReadyReply(
                        problem, obstacles.stream().map(EntryReply.Failed::of).toList()));
    }
}
