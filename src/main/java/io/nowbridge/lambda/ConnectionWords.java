package io.nowbridge.lambda;

import io.nowbridge.activity.WhoCanFix;
import io.nowbridge.connection.Connection;
import io.nowbridge.lambda.Problem.FieldError;
import io.nowbridge.lambda.Problem.Kind;
import io.nowbridge.setup.Check;
import io.nowbridge.setup.Findings;
import io.nowbridge.setup.Flaw;
import io.nowbridge.setup.Outcome;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;

/** Words what became of work on a connection. */
final class ConnectionWords {

    private ConnectionWords() {}

    static Reply of(Outcome outcome) {
        return switch (outcome) {
            case Outcome.Created(var connection, var findings) ->
                Reply.created(tested(connection, findings)).tagged(connection.revision());
            case Outcome.Tested(var connection, var findings) ->
                Reply.ok(tested(connection, findings)).tagged(connection.revision());
            case Outcome.Reconnected(var connection, var findings) ->
                Reply.ok(tested(connection, findings)).tagged(connection.revision());
            case Outcome.Changed(var connection) ->
                Reply.ok(ConnectionReply.of(connection)).tagged(connection.revision());
            case Outcome.Disconnected(var connection, var templates) ->
                Reply.ok(new ConnectionReply.Disconnected(ConnectionReply.of(connection), templates))
                        .tagged(connection.revision());
            case Outcome.Removed(var links) -> Reply.ok(new ConnectionReply.Removal(links, true));
            case Outcome.Removing(var links) -> Reply.ok(new ConnectionReply.Removal(links, false));
            case Outcome.Unfit(var flaws) -> unfit(flaws);
            case Outcome.NoSuchConnection() -> Problems.notFound("such connection");
            case Outcome.ChangedMeanwhile() -> Problems.changedMeanwhile();
            case Outcome.NotLetIn(var findings) -> notLetIn(findings);
            case Outcome.KnownInstance(var id) ->
                conflict(
                        "This instance was connected before, as " + id,
                        "Reconnect that connection, which picks up its links, or remove it first.");
            case Outcome.NotConnected() -> conflict("It has no credentials", "Reconnect it first.");
            case Outcome.StillConnected() -> conflict("It is still connected", "Disconnect it first.");
            case Outcome.HasTemplates(var templates) ->
                conflict("It has templates: " + templates, "Delete them first.");
            case Outcome.IsDefault() -> conflict("It serves by default", "Change the defaults first.");
            case Outcome.Unconfirmed(var name) ->
                conflict(
                        "Removing a connection removes its links for ever, so it must be confirmed",
                        "Repeat the request with the name of the connection: ?confirm="
                                + URLEncoder.encode(name, StandardCharsets.UTF_8));
        };
    }

    static Reply unfit(List<Flaw> flaws) {
        return Reply.problem(RefusedException.naming(flaws.stream()
                        .map(flaw -> new FieldError(flaw.field(), flaw.message()))
                        .toList())
                .problem());
    }

    private static ConnectionReply.Tested tested(Connection connection, Findings findings) {
        return new ConnectionReply.Tested(
                ConnectionReply.of(connection),
                findings.checks().stream().map(CheckReply::of).toList());
    }

    private static Reply notLetIn(Findings findings) {
        var failed = findings.checks().stream()
                .filter(check -> check.verdict() == Check.Verdict.FAILED)
                .toList();
        var first = failed.getFirst();
        return Reply.problem(Kind.TEST_FAILED.saying(
                "Nothing was kept: " + first.cause(),
                first.fix(),
                first.whoCanFix(),
                failed.stream()
                        .map(check -> new FieldError(
                                check.name(),
                                check.fix().equals(first.fix()) ? check.cause() : check.cause() + " " + check.fix()))
                        .toList()));
    }

    private static Reply conflict(String detail, String resolution) {
        return Reply.problem(Kind.CONFLICT.saying(detail, resolution, WhoCanFix.CALLER));
    }
}
