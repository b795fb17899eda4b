package io.nowbridge.lambda;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.nowbridge.product.Catalogue;
import io.nowbridge.product.Run;
import io.nowbridge.product.Speed;
import io.quarkus.runtime.annotations.RegisterForReflection;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * A product synchronisation as the API shows it.
 *
 * @param entryId its entry in the Sync Activity Log
 * @param remarks the first rows of the file that could not be read
 * @param only how many products it was limited to
 * @param waitingFor what or whom it waits for; absent where it only waits for its turn
 * @param stop why it ended, or is to end, before its time
 */
@RegisterForReflection
@JsonInclude(JsonInclude.Include.NON_ABSENT)
record RunReply(
        String id,
        String entryId,
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
        List<EntryReply.Failed> remarks,
        Optional<EntryReply.Failed> waitingFor,
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
     * How far the work has come.
     *
     * @param failed products, those that nobody has tried among them
     * @param untried how many that are, once it has ended before its time
     * @param outcomes of how many products each is the outcome
     * @param perSecond products since it began
     * @param secondsLeft at that rate
     */
    @RegisterForReflection
    @JsonInclude(JsonInclude.Include.NON_ABSENT)
    record ProgressReply(
            int chunks,
            int ended,
            long done,
            long failed,
            long untried,
            Map<String, Long> outcomes,
            Optional<Long> perSecond,
            Optional<Long> secondsLeft) {

        static ProgressReply of(Run run, Instant now) {
            var progress = run.progress();
            var speed = Speed.of(run, now);
            var outcomes = new TreeMap<String, Long>();
            progress.outcomes().forEach((outcome, products) -> outcomes.put(Spelling.word(outcome), products));
            return new ProgressReply(
                    progress.chunks(),
                    progress.ended(),
                    progress.done(),
                    progress.failed() + run.untried(),
                    run.untried(),
                    outcomes,
                    speed.map(it -> Math.round(it.perSecond())),
                    speed.map(it -> it.left().toSeconds()));
        }
    }

    static RunReply of(Run run, Instant now) {
        return new RunReply(
                run.id().value(),
                EntryIds.of(run.entry()),
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
                run.remarks().stream().map(EntryReply.Failed::of).toList(),
                run.waitingFor().map(EntryReply.Failed::of),
                run.stop().map(EntryReply.Failed::of),
                run.only().isEmpty() ? Optional.empty() : Optional.of(run.only().size()));
    }
}
