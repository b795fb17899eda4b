package io.nowbridge.connector.servicenow.probe;

import io.nowbridge.connector.probe.Remedy;
import io.nowbridge.connector.probe.Sheet.Line;
import io.nowbridge.servicenow.Account;
import io.nowbridge.setup.Check;
import java.time.DateTimeException;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Optional;

/** Looks at the user that the credentials stand for. */
final class AccountChecks {

    static final Line USER = Line.of("user");
    static final Line TIME_ZONE = Line.of("time-zone");

    private static final String WHY =
            " Dates in a query follow the user's zone: changes would be looked for hours too early or too late.";
    private static final Remedy SET_ZONE =
            Remedy.ofAdministrator("Set the time zone of the integration user to GMT, in System Security, Users.");
    private static final Remedy READ_SELF =
            Remedy.ofAdministrator("Let the integration user read its own record in sys_user.");

    private AccountChecks() {}

    static Check user(Optional<Account> account) {
        return account.map(user -> USER.passed("Signed in as " + user.userName() + roles(user) + browser(user)))
                .orElseGet(() ->
                        USER.unproven("Signed in, but the integration user may not read its own record.", READ_SELF));
    }

    static Check timeZone(Optional<Account> account) {
        return account.flatMap(Account::timeZone)
                .map(zone -> isUtc(zone)
                        ? TIME_ZONE.passed("The integration user's time zone is " + zone + ".")
                        : TIME_ZONE.failed("The integration user's time zone is " + zone + "." + WHY, SET_ZONE))
                .orElseGet(
                        () -> TIME_ZONE.unproven("The integration user's time zone may not be read." + WHY, SET_ZONE));
    }

    private static String roles(Account user) {
        return user.roles().isEmpty()
                ? ", whose roles it may not see."
                : ", with the roles " + String.join(", ", user.roles()) + ".";
    }

    private static String browser(Account user) {
        return user.webServiceAccessOnly()
                ? ""
                : " It can sign in with a browser too: Web service access only would stop that.";
    }

    private static boolean isUtc(String zone) {
        try {
            return ZoneId.of(zone).normalized().equals(ZoneOffset.UTC);
        } catch (DateTimeException unknown) {
            return false;
        }
    }
}
