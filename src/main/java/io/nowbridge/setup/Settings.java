package io.nowbridge.setup;

import io.nowbridge.connection.Kind;
import io.nowbridge.connection.PriceListSettings;
import io.nowbridge.connection.ProductSettings;
import io.nowbridge.connection.SystemType;
import io.nowbridge.connection.TicketSettings;
import io.nowbridge.connection.WebhookAuthentication;
import java.time.DateTimeException;
import java.time.ZoneId;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/** The settings that a connection can have. */
public final class Settings {

    private static final Pattern SOURCE = Pattern.compile("[A-Za-z0-9._-]{1,64}");
    private static final Set<String> REGIONS = Set.of("US", "CA");

    private Settings() {}

    /** What is wrong with a setting, if anything is. */
    public static Optional<String> flaw(SystemType type, String name, String value) {
        if (name.equals("timeZone")) {
            return isZone(value) ? Optional.empty() : Optional.of("is not a time zone such as Europe/Berlin");
        }
        // Credentials, hosts and prices of the two are separate.
        if (name.equals("region") && type == SystemType.TDSYNNEX) {
            return REGIONS.contains(value) ? Optional.empty() : Optional.of("is US or CA");
        }
        if (type == SystemType.CSV && PriceListSettings.knows(name)) {
            return PriceListSettings.flaw(name, value);
        }
        if (name.equals(WebhookAuthentication.SETTING) && type.kind() != Kind.DISTRIBUTOR) {
            return WebhookAuthentication.labelled(value).isPresent()
                    ? Optional.empty()
                    : Optional.of("is any or signature");
        }
        if (type.kind() == Kind.DESK && TicketSettings.knows(name)) {
            return TicketSettings.flaw(name, value);
        }
        if (type.kind() == Kind.DESK && ProductSettings.knows(name)) {
            return ProductSettings.flaw(name, value);
        }
        if (name.equals("source") && type.kind() == Kind.ANOMALY_PLATFORM) {
            return SOURCE.matcher(value).matches()
                    ? Optional.empty()
                    : Optional.of("has 1 to 64 letters, digits, dots, dashes or underscores");
        }
        return Optional.of("is not a setting of " + type.title());
    }

    private static boolean isZone(String value) {
        try {
            return ZoneId.of(value).getId().equals(value);
        } catch (DateTimeException e) {
            return false;
        }
    }
}
