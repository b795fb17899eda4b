package io.nowbridge.egress;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** How a connected system is spoken to. */
enum Scheme {
    HTTP(80),
    HTTPS(443);

    private final int usualPort;

    Scheme(int usualPort) {
        this.usualPort = usualPort;
    }

    static Optional<Scheme> parse(String written) {
        return Arrays.stream(values())
                .filter(scheme -> scheme.name().equalsIgnoreCase(written))
                .findFirst();
    }

    int usualPort() {
        return usualPort;
    }

    @Override
    public String toString() {
        return name().toLowerCase(Locale.ROOT);
    }
}
