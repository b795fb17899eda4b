package io.nowbridge.setup;

import io.nowbridge.activity.WhoCanFix;
import io.nowbridge.connection.Authentication;
import io.nowbridge.connection.SystemType;
import io.smallrye.mutiny.Uni;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/** Answers every trial with what it was told, and remembers them all; its one client is that for ServiceNow. */
public final class FakeProbe implements Probe {

    public static final Check REACHABLE = Check.passed("reachable", "", "It answers");
    public static final Check LET_IN = Check.passed(Findings.CREDENTIALS, "", "Accepted");
    public static final Check REFUSED = Check.failed(
            Findings.CREDENTIALS, "", "Signing in answered 401", "Check the password.", WhoCanFix.ADMINISTRATOR);
    public static final Check ASLEEP =
            Check.failed("reachable", "", "The instance is hibernating", "Wake it up.", WhoCanFix.REMOTE_OWNER);
    public static final Check UNREADABLE = Check.failed(
            "read", "incident", "Reading incidents answered 403", "Grant the role itil.", WhoCanFix.ADMINISTRATOR);

    private final List<Trial> trials = new ArrayList<>();
    private List<Check> checks = List.of(REACHABLE, LET_IN);
    private Optional<Authentication> renewed = Optional.empty();
    private Runnable meanwhile = () -> {};

    public void answer(Check... told) {
        checks = List.of(told);
    }

    /** Something that happens elsewhere while the next trial runs. */
    public void meanwhile(Runnable happening) {
        meanwhile = happening;
    }

    /** What the system hands out in place of the credentials that are tried. */
    public void renew(Authentication credentials) {
        renewed = Optional.of(credentials);
    }

    public List<Trial> trials() {
        return List.copyOf(trials);
    }

    @Override
    public boolean hasClient(SystemType type) {
        return type == SystemType.SERVICENOW;
    }

    @Override
    public Uni<List<Check>> test(Trial trial, Function<Authentication, Uni<Void>> keep) {
        return Uni.createFrom()
                .item(() -> {
                    trials.add(trial);
                    meanwhile.run();
                    return checks;
                })
                .call(() -> renewed.map(keep).orElseGet(() -> Uni.createFrom().voidItem()));
    }
}
