package io.nowbridge.servicenow;

import io.smallrye.mutiny.Uni;
import java.util.List;
import java.util.stream.Stream;

/** Users as rows of the {@code sys_user} table. */
final class TableUsers implements Users {

    private static final List<String> COLUMNS = List.of("sys_id", "user_name", "name", "email", "active");

    private final Instance instance;

    TableUsers(Instance instance) {
        this.instance = instance;
    }

    @Override
    public Uni<List<User>> find(String text) {
        var wanted = text.strip();
        if (!Literal.isValue(wanted)) {
            return Uni.createFrom().item(List.of());
        }
        var query = Query.where("sys_id", wanted).or("user_name", wanted).or("email", wanted);
        return instance.few("Finding a user", "sys_user", COLUMNS, query, TableUsers::user)
                .map(found ->
                        found.stream().filter(user -> goesBy(user, wanted)).toList());
    }

    @Override
    public Uni<List<User>> beginningWith(String text, int most) {
        var wanted = text.strip();
        if (!Literal.isValue(wanted)) {
            return Uni.createFrom().item(List.of());
        }
        var query = Query.where("active", "true")
                .and("name")
                .startsWith(wanted)
                .or("user_name")
                .startsWith(wanted)
                .or("email")
                .startsWith(wanted)
                .orderBy("name")
                .orderBy("sys_id");
        return instance.first(most, "Listing users", "sys_user", COLUMNS, query, TableUsers::user)
                .map(found -> found.stream().filter(User::active).toList());
    }

    private static boolean goesBy(User user, String text) {
        return Stream.of(user.sysId().value(), user.userName(), user.email()).anyMatch(text::equalsIgnoreCase);
    }

    private static User user(Row row) {
        return new User(
                row.sysId(),
                row.text("user_name"),
                row.text("name"),
                row.text("email"),
                row.text("active").equals("true"));
    }
}
