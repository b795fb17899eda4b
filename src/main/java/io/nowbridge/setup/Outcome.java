package io.nowbridge.setup;

import io.nowbridge.connection.Connection;
import io.nowbridge.connection.ConnectionId;
import java.util.List;

/** What became of work on a connection. */
public sealed interface Outcome {

    record Created(Connection connection, Findings findings) implements Outcome {}

    record Changed(Connection connection) implements Outcome {}

    record Tested(Connection connection, Findings findings) implements Outcome {}

    record Reconnected(Connection connection, Findings findings) implements Outcome {}

    record Disconnected(Connection connection, int templatesDisabled) implements Outcome {}

    record Removed(int links) implements Outcome {}

    /** There was more to remove than fits into one request; asked again, it goes on. */
    record Removing(int links) implements Outcome {}

    /** Something was filled in wrongly: nothing was tried. */
    record Unfit(List<Flaw> flaws) implements Outcome {

        public Unfit {
            flaws = List.copyOf(flaws);
        }
    }

    record NoSuchConnection() implements Outcome {}

    /** Nothing was changed, since somebody else was faster. */
    record ChangedMeanwhile() implements Outcome {}

    /** The system does not let us in with these credentials: they were not kept. */
    record NotLetIn(Findings findings) implements Outcome {}

    /** The instance was connected before: connecting that again picks up its links. */
    record KnownInstance(ConnectionId id) implements Outcome {}

    /** There are no credentials. */
    record NotConnected() implements Outcome {}

    /** It has to be disconnected first. */
    record StillConnected() implements Outcome {}

    /** Templates that belong to it have to be deleted first. */
    record HasTemplates(int templates) implements Outcome {}

    /** It serves by default; that has to be changed first. */
    record IsDefault() implements Outcome {}

    /** The confirmation is not the connection's name. */
    record Unconfirmed(String name) implements Outcome {}
}
