package io.nowbridge.lambda;

import io.nowbridge.activity.WhoCanFix;
import io.nowbridge.connection.Connection;
import io.nowbridge.connection.ConnectionId;
import io.nowbridge.lambda.Problem.FieldError;
import io.nowbridge.lambda.Problem.Kind;
import io.nowbridge.ticket.Misfit;
import java.util.List;

/** Words what every request to a desk may meet. */
final class DeskWords {

    private DeskWords() {}

    /** No desk bears the name, or none was named where there is not exactly one. */
    static Reply noSuchConnection(List<ConnectionId> known) {
        return Reply.problem(Kind.UNKNOWN_CONNECTION.saying(
                known.isEmpty() ? "No system is connected" : "Connected are: " + known,
                known.isEmpty() ? "Ask an administrator to connect one." : "Name one as connectionId.",
                known.isEmpty() ? WhoCanFix.ADMINISTRATOR : WhoCanFix.CALLER));
    }

    /** Nothing flows over the connection. */
    static Reply connectionClosed(ConnectionId connection, Connection.State state) {
        return Reply.problem(Kind.CONNECTION_CLOSED.saying(
                "The connection " + connection + " is in the state " + state.label(),
                "Ask an administrator to enable or reconnect it, or name another as connectionId.",
                WhoCanFix.ADMINISTRATOR));
    }

    /** The desk does not take what was sent. */
    static Reply unfit(List<Misfit> misfits) {
        return Reply.problem(Kind.UNFIT_FIELDS.saying(
                "Nothing was written",
                "Correct the fields and send the request again.",
                WhoCanFix.CALLER,
                misfits.stream()
                        .map(misfit -> new FieldError(misfit.field(), misfit.message()))
                        .toList()));
    }
}
