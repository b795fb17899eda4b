package io.nowbridge.connector.probe;

import io.nowbridge.setup.Check;
import io.nowbridge.setup.Check.Verdict;
import io.smallrye.mutiny.Uni;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.jboss.logging.Logger;

/**
 * The checks of one test, planned in the order in which one rests on another and entered as they are made. May be filled in
 * by several at once, and read at any time.
 */
public final class Sheet {

    /** A place for what is found about one thing: usually one check, or several where parts of it differ. */
    public record Line(String name, String subject) {

        public static Line of(String name) {
            return new Line(name, "");
        }

        public Check passed(String found) {
            return Check.passed(name, subject, found);
        }

        public Check skipped(String why) {
            return Check.skipped(name, subject, why);
        }

        /** Not proven either way, with what would allow the proof. */
        public Check unproven(String why, Remedy remedy) {
            return new Check(name, subject, Verdict.SKIPPED, why, remedy.fix(), remedy.who());
        }

        public Check failed(String cause, Remedy remedy) {
            return Check.failed(name, subject, cause, remedy.fix(), remedy.who());
        }

        /** The same for a part of the subject. */
        public Line part(String part) {
            return new Line(name, subject + "." + part);
        }
    }

    private static final Logger LOG = Logger.getLogger(Sheet.class);

    private final List<Line> lines;
    private final Map<Line, List<Check>> entries = new ConcurrentHashMap<>();

    public Sheet(List<Line> lines) {
        this.lines = List.copyOf(lines);
    }

    /** Enters what was found, in place of what was entered before. */
    public void enter(Line line, Check... found) {
        enter(line, List.of(found));
    }

    public void enter(Line line, List<Check> found) {
        entries.put(line, List.copyOf(found));
    }

    public boolean failed(Line line) {
        return entries.getOrDefault(line, List.of()).stream().anyMatch(check -> check.verdict() == Verdict.FAILED);
    }

    /** Whether something was found, and nothing else than that all is well. */
    public boolean passed(Line line) {
        var found = entries.getOrDefault(line, List.of());
        return !found.isEmpty() && found.stream().allMatch(check -> check.verdict() == Verdict.PASSED);
    }

    /** Skips all that has not been entered yet. */
    public void skipRest(String why) {
        lines.forEach(line -> entries.putIfAbsent(line, List.of(line.skipped(why))));
    }

    /** Skips all that has not been entered yet, since it rests on {@code failed}. */
    public void skipRestOf(Line failed) {
        skipRest(restsOn(failed));
    }

    public static String restsOn(Line failed) {
        var subject = failed.subject().isEmpty() ? "" : " of " + failed.subject();
        return "Not looked at: it rests on " + failed.name() + subject + ", which failed.";
    }

    /**
     * Waits for the work that fills this in, and no longer than {@code longest}: what has not been looked at by then says so.
     * Never fails, since what has been done at the other end must be told.
     */
    public Uni<List<Check>> filledBy(Uni<Void> work, Duration longest) {
        return work.ifNoItem()
                .after(longest)
                .recoverWithUni(() -> {
                    skipRest("Not looked at: the " + longest.toSeconds() + " s of a test had passed.");
                    return Uni.createFrom().voidItem();
                })
                .onFailure()
                .recoverWithUni(bug -> {
                    LOG.error("A test broke off", bug);
                    skipRest("Not looked at: Nowbridge itself failed, and its log says where.");
                    return Uni.createFrom().voidItem();
                })
                .map(done -> checks());
    }

    /** What has been entered, in the order planned. */
    public List<Check> checks() {
        return lines.stream()
                .flatMap(line -> entries.getOrDefault(line, List.of()).stream())
                .toList();
    }
}
