package io.nowbridge.access;

import java.util.Set;

/** Who asks, as the token that the gateway verified says. */
public record Requester(String subject, Set<Role> roles, Set<String> teams) {

    public Requester {
        roles = Set.copyOf(roles);
        teams = Set.copyOf(teams);
    }

    /** What acts by itself, such as {@code rule:7}, for the Managers who set it up. */
    public static Requester system(String name) {
        return new Requester(name, Set.of(Role.MANAGER), Set.of());
    }

    /** Whether the role alone allows everything, whatever the datastore. */
    public boolean manages() {
        return roles.contains(Role.ADMIN) || roles.contains(Role.MANAGER);
    }
}
