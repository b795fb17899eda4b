package io.nowbridge.local;

import java.util.logging.ConsoleHandler;
import java.util.logging.Level;
import java.util.logging.Logger;

/** What the process of a world says: what its servers complain about, not what they do. */
final class WorldLog {

    private WorldLog() {}

    static void start() {
        var root = Logger.getLogger("");
        // The one of Quarkus, which comes with what ships, wants every line of every level, and keeps them until an
        // application starts, which never does here.
        for (var handler : root.getHandlers()) {
            root.removeHandler(handler);
        }
        root.setLevel(Level.WARNING);
        root.addHandler(new ConsoleHandler());
    }
}
