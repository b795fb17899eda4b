package io.nowbridge.servicenow;

import io.nowbridge.servicenow.ServiceNowException.Forbidden;
import io.smallrye.mutiny.Uni;
import java.util.List;
import java.util.Optional;

/** The user that a client acts as, from the rows that the instance keeps about it. */
final class TableSelf implements Self {

    private static final String NAME = "Reading the integration user";
    private static final List<String> COLUMNS = List.of("sys_id", "user_name", "time_zone", "web_service_access_only");

    private final Instance instance;

    TableSelf(Instance instance) {
        this.instance = instance;
    }

    @Override
    public Uni<Optional<Account>> account() {
        return instance.few(NAME, "sys_user", COLUMNS, Query.where("sys_id").isMine(), row -> row)
                // Several came from an instance that runs no script in a query.
                .flatMap(rows -> rows.size() == 1
                        ? account(rows.getFirst()).map(Optional::of)
                        : Uni.createFrom().item(Optional.empty()));
    }

    private Uni<Account> account(Row row) {
        return Uni.combine()
                .all()
                .unis(timeZone(row), roles(row.sysId()))
                .with((zone, roles) -> new Account(
                        row.sysId(),
                        row.text("user_name"),
                        zone,
                        row.text("web_service_access_only").equals("true"),
                        roles));
    }

    // A user without a zone has the instance's.
    private Uni<Optional<String>> timeZone(Row user) {
        if (!user.has("time_zone")) {
            return Uni.createFrom().item(Optional.empty());
        }
        return user.text("time_zone").isEmpty()
                ? instance.few(
                                NAME,
                                "sys_properties",
                                List.of("name", "value"),
                                Query.where("name", "glide.sys.default.tz"),
                                row -> row)
                        .onFailure(Forbidden.class)
                        .recoverWithItem(List.of())
                        .map(rows -> rows.stream()
                                .filter(row -> row.text("name").equals("glide.sys.default.tz"))
                                .map(row -> row.text("value"))
                                .filter(zone -> !zone.isEmpty())
                                .findFirst())
                : Uni.createFrom().item(Optional.of(user.text("time_zone")));
    }

    private Uni<List<String>> roles(SysId user) {
        return instance.all(
                        NAME,
                        "sys_user_has_role",
                        List.of("sys_id", "user", "role.name"),
                        Query.where("user", user.value()),
                        row -> row)
                .filter(row -> row.text("user").equals(user.value()))
                .map(row -> row.text("role.name"))
                .filter(role -> !role.isEmpty())
                .collect()
                .asList()
                .map(roles -> roles.stream().distinct().sorted().toList())
                .onFailure(Forbidden.class)
                .recoverWithItem(List.of());
    }
}
