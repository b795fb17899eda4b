package io.nowbridge.setup;

import io.nowbridge.activity.WhoCanFix;
import io.smallrye.mutiny.Uni;
import java.util.ArrayList;
import java.util.List;

/** Answers every trial with what it was told, and remembers them all. */
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
    private Runnable meanwhile = () -> {};

    public void answer(Check... told) {
        checks = List.of(told);
    }

    /** Something that happens elsewhere while the next trial runs. */
    public void meanwhile(Runnable happening) {
        meanwhile = happening;
    }

    public List<Trial> trials() {
        return List.copyOf(trials);
    }

    @Override
    public Uni<List<Check>> test(Trial trial) {
        return Uni.createFrom().item(() -> {
            trials.add(trial);
            meanwhile.run();
            return checks;
        });
    }
}
