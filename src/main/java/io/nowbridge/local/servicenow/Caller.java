package io.nowbridge.local.servicenow;

import java.time.ZoneId;
import java.util.Arrays;

/** The user on whose behalf a call runs. */
record Caller(Row user, ZoneId zone) {

    String sysId() {
        return user.sysId();
    }

    String userName() {
        return user.value("user_name");
    }

    String displayName() {
        return user.value("name");
    }

    boolean isAdmin() {
        return hasRole("admin");
    }

    boolean hasRole(String role) {
        return Arrays.asList(user.value("roles").split(",", -1)).contains(role);
    }
}
