package io.nowbridge.local.qualytics;

import java.util.Map;
import java.util.Optional;

/**
 * Who may do what, by the token sent.
 *
 * <p>Source: Qualytics user guide, "Bulk anomaly triage": reading needs Reporter, changing Editor, archiving Author.
 */
final class Access {

    /** Each holds what those before it hold. */
    enum Permission {
        NONE,
        REPORTER,
        AUTHOR,
        EDITOR
    }

    /** A user, and the permission that its team has on every datastore. */
    record User(int id, String name, Permission permission) {

        void require(Permission needed) {
            if (permission.compareTo(needed) < 0) {
                throw Refusal.of(403, "This action needs the team permission " + needed.name());
            }
        }
    }

    /** Whoever uses the page. */
    static final User PERSON = new User(1, "Maria Keller", Permission.EDITOR);

    private static final String SCHEME = "Bearer ";

    private static final Map<String, User> USERS = Map.of(
            "qualytics-local", new User(2, "Nowbridge", Permission.EDITOR),
            "qualytics-author", new User(3, "Nowbridge (author)", Permission.AUTHOR),
            "qualytics-reporter", new User(4, "Nowbridge (reporter)", Permission.REPORTER),
            "qualytics-outsider", new User(5, "Nowbridge (no team)", Permission.NONE));

    private Access() {}

    static User user(Optional<String> authorization) {
        return authorization
                .filter(value -> value.startsWith(SCHEME))
                .map(value -> USERS.get(value.substring(SCHEME.length())))
                .orElseThrow(() -> Refusal.of(401, "Could not validate credentials"));
    }
}
