package io.nowbridge.product;

import io.nowbridge.activity.Activity;
import io.nowbridge.activity.Repeat;
import io.nowbridge.activity.Repeat.Outcome.NotFromHere;
import io.nowbridge.activity.Repeat.Outcome.NotNow;
import io.nowbridge.activity.Repeat.Outcome.Retried;
import io.smallrye.mutiny.Uni;
import java.util.Optional;
import java.util.Set;

/** Tries again what has failed in the run that an entry of the log tells of. */
public final class RepeatRun implements Repeat {

    private final RetryRun retryRun;

    RepeatRun(RetryRun retryRun) {
        this.retryRun = retryRun;
    }

    @Override
    public Set<String> functions() {
        return Set.of(RunLog.FUNCTION);
    }

    // Its entry has the run's own id.
    @Override
    public Uni<Outcome> run(Activity entry, String by, Optional<String> note) {
        return note.isPresent()
                ? Uni.createFrom().item(NO_NOTE)
                : retryRun.run(new RunId(entry.id()), by).map(RepeatRun::word);
    }

    private static Outcome word(RetryRun.Outcome outcome) {
        return switch (outcome) {
            case RetryRun.Outcome.Tried(var started) -> word(started);
            case RetryRun.Outcome.UnderWay underWay -> new NotNow("The run has not ended yet");
            case RetryRun.Outcome.NothingFailed nothing ->
                new NotFromHere("Start a run: no product has failed in this one.");
            case RetryRun.Outcome.NoSuchRun none ->
                new NotFromHere("Start a run: what this one has done is not kept any more.");
        };
    }

    private static Outcome word(StartRun.Outcome outcome) {
        return switch (outcome) {
            case StartRun.Outcome.Started(var run) ->
                new Retried(Math.max(1, run.only().size()));
            case StartRun.Outcome.Busy(var other) -> new NotNow("The run " + other + " is under way");
            case StartRun.Outcome.NotReady(var obstacles) ->
                new NotFromHere(obstacles.getFirst().cause() + ". "
                        + obstacles.getFirst().resolution());
            case StartRun.Outcome.NoSuchTemplate none -> new NotFromHere("Its template was removed.");
            case StartRun.Outcome.NotAProductSync other -> new NotFromHere("Its template synchronises no products.");
        };
    }
}
