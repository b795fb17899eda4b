package io.nowbridge.lambda;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.nowbridge.product.Catalogue;
import io.nowbridge.product.Run;
import io.quarkus.runtime.annotations.RegisterForReflection;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/**
 * A product synchronisation as the API shows it.
 *
 * @param only how many products it was limited to
 * @param stop why it ended, or is held, before its time
 */
@RegisterForReflection
@JsonInclude(JsonInclude.Include.NON_ABSENT)
record RunReply(
        String id,
        String templateId,
        String task,
        String startedBy,
        String at,
        Optional<String> endedAt,
        String state,
        Optional<String> result,
        Optional<EditionReply> edition,
        Run.Found found,
        ProgressReply progress,
        Optional<EntryReply.Failed> stop,
        Optional<Integer> only) {

    /** The file that was read. */
    @RegisterForReflection
    record EditionReply(String name, String at, long bytes) {

        static EditionReply of(Catalogue.Edition edition) {
            return new EditionReply(edition.name(), edition.at().toString(), edition.bytes());
        }
    }

    /**
     * How far the writing has come.
     *
     * @param perSecond products since it began
     * @param secondsLeft at that rate
     */
    @RegisterForReflection
    @JsonInclude(JsonInclude.Include.NON_ABSENT)
    record ProgressReply(
            int chunks, int ended, long done, long failed, Optional<Long> perSecond, Optional<Long> secondsLeft) {

        static ProgressReply of(Run run, Instant now) {
            var progress = run.progress();
            var ended = progress.done() + progress.failed();
            var left = run.found().changes() - ended;
            var perSecond = progress.writingSince()
                    .filter(since -> run.state() == Run.State.WRITING && ended > 0)
                    .map(since -> Duration.between(since, now).toMillis())
                    .filter(millis -> millis > 0)
                    .map(millis -> Math.max(1, ended * 1_000 / millis));
            return new ProgressReply(
                    progress.chunks(),
                    progress.ended(),
                    progress.done(),
                    progress.failed(),
                    perSecond,
                    perSecond.map(rate -> Math.ceilDiv(Math.max(0, left), rate)));
        }
    }

    static RunReply of(Run run, Instant now) {
        return new RunReply(
                run.id().value(),
                run.template().value(),
                Spelling.word(run.task()),
                run.startedBy(),
                run.at().toString(),
                run.endedAt().map(Instant::toString),
                Spelling.word(run.state()),
                run.result().map(Spelling::word),
                run.edition().map(EditionReply::of),
                run.found(),
                ProgressReply.of(run, now),
                run.stop().map(EntryReply.Failed::of),
                run.only().isEmpty() ? Optional.empty() : Optional.of(run.only().size()));
    }
}
