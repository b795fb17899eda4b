package io.nowbridge.setup;

import io.nowbridge.activity.Failure;
import io.nowbridge.connection.Health;
import io.nowbridge.setup.Check.Verdict;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** What a test found, in the order in which one check rests on another. */
public record Findings(List<Check> checks) {

    /** The check that everything rests on which needs a signed-in user. */
    public static final String CREDENTIALS = "credentials";

    public Findings {
        checks = List.copyOf(checks);
    }

    /** Whether nothing stands in the way up to signing in; what the user may do then is another matter. */
    boolean letIn() {
        return checks.stream().limit(places()).noneMatch(check -> check.verdict() == Verdict.FAILED);
    }

    /** The health that these findings prove. */
    Health health(Instant testedAt) {
        var failed = failed().stream().findFirst();
        if (failed.isPresent()) {
            return new Health.Failing(testedAt, failed.get().cause());
        }
        return credentials().filter(check -> check.verdict() == Verdict.PASSED).isPresent()
                ? new Health.Well(testedAt)
                : new Health.Unproven(credentials().map(Check::cause).orElse("No sign-in was tried"));
    }

    /** What failed, in the form that the log keeps. */
    List<Failure> failures() {
        return failed().stream()
                .map(check -> new Failure(
                        check.subject().isEmpty() ? check.name() : check.name() + " " + check.subject(),
                        check.cause(),
                        check.whoCanFix(),
                        check.fix()))
                .toList();
    }

    private List<Check> failed() {
        return checks.stream()
                .filter(check -> check.verdict() == Verdict.FAILED)
                .toList();
    }

    private Optional<Check> credentials() {
        return checks.stream().filter(check -> check.name().equals(CREDENTIALS)).findFirst();
    }

    // Those up to signing in, or all where it was not even tried.
    private long places() {
        return credentials().map(check -> checks.indexOf(check) + 1L).orElse((long) checks.size());
    }
}
