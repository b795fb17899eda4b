package io.nowbridge.connector.servicenow;

import io.nowbridge.servicenow.Group;
import io.nowbridge.servicenow.Groups;
import io.nowbridge.servicenow.SysId;
import io.nowbridge.servicenow.User;
import io.nowbridge.servicenow.Users;
import io.smallrye.mutiny.Uni;
import java.util.List;
import java.util.Optional;

/**
 * Finds the person or group that a name means.
 *
 * <p>ServiceNow stores whatever is written into a reference, so a name that is not looked up first dangles for ever.
 */
final class ReferenceCheck {

    private final Users users;
    private final Groups groups;

    ReferenceCheck(Users users, Groups groups) {
        this.users = users;
        this.groups = groups;
    }

    Uni<Finding> user(String field, Optional<String> name) {
        return name.map(text -> users.find(text).map(found -> {
                    var active =
                            found.stream().filter(User::active).map(User::sysId).toList();
                    return judge(field, active, "active user has the sys_id, user name or e-mail address " + text);
                }))
                .orElseGet(() -> Uni.createFrom().item(Finding.leftOut()));
    }

    Uni<Finding> group(String field, Optional<String> name) {
        return name.map(text -> groups.find(text).map(found -> {
                    var active = found.stream()
                            .filter(Group::active)
                            .map(Group::sysId)
                            .toList();
                    return judge(field, active, "active group has the sys_id or name " + text);
                }))
                .orElseGet(() -> Uni.createFrom().item(Finding.leftOut()));
    }

    private static Finding judge(String field, List<SysId> found, String claim) {
        return switch (found.size()) {
            case 0 -> Finding.unfit(field, "No " + claim);
            case 1 -> Finding.of(found.getFirst().value());
            default -> Finding.unfit(field, "More than one " + claim + ": give the sys_id");
        };
    }
}
