package io.nowbridge.servicenow;

import java.util.List;
import java.util.Optional;

/**
 * The user that a client acts as.
 *
 * @param timeZone the user's own, or else the instance's; empty where neither may be read
 * @param webServiceAccessOnly whether nobody can sign in with it in a browser
 * @param roles those that this user may see itself have, inherited ones included; often none
 */
public record Account(
        SysId sysId, String userName, Optional<String> timeZone, boolean webServiceAccessOnly, List<String> roles) {

    public Account {
        roles = List.copyOf(roles);
    }
}
