package io.nowbridge.access;

import java.util.Locale;
import java.util.Optional;

/** The roles of the anomaly platform, strongest first. */
public enum Role {
    ADMIN,
    MANAGER,
    MEMBER;

    /** The role that a token calls {@code name} in any case, or empty for a name that grants nothing here. */
    public static Optional<Role> named(String name) {
        for (var role : values()) {
            // In lower case: the dotless i, another letter, would be an I in upper case.
            if (role.name().toLowerCase(Locale.ROOT).equals(name.toLowerCase(Locale.ROOT))) {
                return Optional.of(role);
            }
        }
        return Optional.empty();
    }
}
