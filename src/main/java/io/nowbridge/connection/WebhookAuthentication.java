package io.nowbridge.connection;

import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/** How a connection's system may prove that a webhook comes from it, as the setting {@code webhookAuthentication} says. */
public enum WebhookAuthentication {
    /** By a signature, or by sending the secret itself along. */
    ANY,
    /** By a signature alone. */
    SIGNATURE;

    /** The setting's name. */
    public static final String SETTING = "webhookAuthentication";

    public static WebhookAuthentication of(Connection connection) {
        return Optional.ofNullable(connection.settings().get(SETTING))
                .flatMap(WebhookAuthentication::labelled)
                .orElse(ANY);
    }

    /** As it is written in settings: {@code signature}. */
    public String label() {
        return name().toLowerCase(Locale.ROOT);
    }

    public static Optional<WebhookAuthentication> labelled(String label) {
        return Stream.of(values()).filter(way -> way.label().equals(label)).findFirst();
    }
}
