package io.nowbridge.connector.probe;

import io.nowbridge.connector.probe.Knock.Answered;
import io.nowbridge.connector.probe.Knock.NoConnection;
import io.nowbridge.connector.probe.Knock.NobodyListening;
import io.nowbridge.connector.probe.Knock.Refused;
import io.nowbridge.connector.probe.Knock.Unanswered;
import io.nowbridge.connector.probe.Knock.Unresolved;
import io.nowbridge.connector.probe.Knock.Untrusted;
import io.nowbridge.connector.probe.Sheet.Line;
import io.smallrye.mutiny.Uni;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Looks at everything between us and an instance: its address, its name, the connection, TLS, and whether it answers. */
public final class NetworkChecks {

    private final Reach reach;

    public NetworkChecks(Reach reach) {
        this.reach = reach;
    }

    /** What {@link #look} enters. */
    public static List<Line> lines() {
        return Stream.of(Stage.values()).map(Stage::line).toList();
    }

    /** Enters what is found on the way to {@code path}; empty, and the rest skipped, where no answer came back. */
    public Uni<Optional<Answered>> look(Sheet sheet, URI instance, String path) {
        return reach.knock(instance, path).map(knock -> enter(new Way(sheet, instance), knock));
    }

    private static Optional<Answered> enter(Way way, Knock knock) {
        var host = way.instance().getHost();
        return switch (knock) {
            case Refused(var why) -> way.ends(Stage.ADDRESS, why, NetworkWords.ANOTHER_ADDRESS);
            case Unresolved() -> way.ends(Stage.NAME, host + " has no address.", NetworkWords.SPELLING);
            case NobodyListening() ->
                way.ends(Stage.CONNECTION, "Nobody listens at " + way.instance() + ".", NetworkWords.NOBODY_LISTENS);
            case NoConnection() ->
                way.ends(
                        Stage.CONNECTION,
                        "No connection to " + way.instance() + " opens in time.",
                        NetworkWords.FIREWALL);
            case Untrusted(var flaw) ->
                way.ends(Stage.TLS, host + " shows " + flaw.words() + ".", NetworkWords.remedy(flaw));
            case Unanswered() ->
                way.ends(
                        Stage.ANSWER,
                        "A connection to " + way.instance() + " opens, but no answer comes.",
                        NetworkWords.SILENCE);
            case Answered answer -> judge(way, answer);
        };
    }

    private static Optional<Answered> judge(Way way, Answered answer) {
        var host = way.instance().getHost();
        var elsewhere = answer.isRedirect() ? elsewhere(way.instance(), answer) : Optional.<String>empty();
        if (elsewhere.isPresent()) {
            return way.ends(
                    Stage.ANSWER,
                    host + " sends us on to " + elsewhere.get() + ", and credentials are taken to no other host.",
                    NetworkWords.redirectedTo(elsewhere.get()));
        }
        if (answer.status() >= 500) {
            return way.ends(
                    Stage.ANSWER,
                    host + " answered " + answer.status() + ": it is down, or in maintenance.",
                    NetworkWords.LATER);
        }
        return way.arrives(answer);
    }

    private static Optional<String> elsewhere(URI instance, Answered answer) {
        return answer.location()
                .flatMap(location -> host(instance, location))
                .filter(host -> !host.equalsIgnoreCase(instance.getHost()));
    }

    private static Optional<String> host(URI instance, String location) {
        try {
            return Optional.ofNullable(instance.resolve(new URI(location)).getHost());
        } catch (URISyntaxException e) {
            return Optional.of("what is no address");
        }
    }

    /** The way to an instance, entered as far as it goes: whatever lies before the stage where it ends has held. */
    private record Way(Sheet sheet, URI instance) {

        Optional<Answered> ends(Stage stage, String cause, Remedy remedy) {
            pass(Stream.of(Stage.values()).takeWhile(before -> before != stage));
            sheet.enter(stage.line(), stage.line().failed(cause, remedy));
            sheet.skipRestOf(stage.line());
            return Optional.empty();
        }

        Optional<Answered> arrives(Answered answer) {
            pass(Stream.of(Stage.values()));
            return Optional.of(answer);
        }

        private void pass(Stream<Stage> stages) {
            stages.forEach(stage -> sheet.enter(stage.line(), stage.passed(instance)));
        }
    }
}
