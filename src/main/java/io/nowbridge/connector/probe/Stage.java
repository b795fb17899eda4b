package io.nowbridge.connector.probe;

import io.nowbridge.connector.probe.Sheet.Line;
import io.nowbridge.setup.Check;
import java.net.URI;

/** The stages of the way to an instance, each of which rests on the one before. */
enum Stage {
    ADDRESS("address"),
    NAME("name-resolution"),
    CONNECTION("connection"),
    TLS("tls"),
    ANSWER("reachable");

    private final String check;

    Stage(String check) {
        this.check = check;
    }

    Line line() {
        return Line.of(check);
    }

    Check passed(URI instance) {
        return switch (this) {
            case ADDRESS -> line().passed(instance + " is an address that may be called.");
            case NAME -> line().passed(instance.getHost() + " has an address.");
            case CONNECTION -> line().passed("A connection opens.");
            case TLS ->
                "https".equals(instance.getScheme())
                        ? line().passed("The certificate is valid, and made out for " + instance.getHost() + ".")
                        : line().skipped("There is none: the operator allows plain HTTP to this address.");
            case ANSWER -> line().passed(instance.getHost() + " answers.");
        };
    }
}
