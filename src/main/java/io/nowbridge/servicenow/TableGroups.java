package io.nowbridge.servicenow;

import io.smallrye.mutiny.Uni;
import java.util.List;
import java.util.stream.Stream;

/** Groups as rows of the {@code sys_user_group} table. */
final class TableGroups implements Groups {

    private static final List<String> COLUMNS = List.of("sys_id", "name", "description", "active");

    private final Instance instance;

    TableGroups(Instance instance) {
        this.instance = instance;
    }

    @Override
    public Uni<List<Group>> find(String text) {
        var wanted = text.strip();
        if (!Literal.isValue(wanted)) {
            return Uni.createFrom().item(List.of());
        }
        var query = Query.where("sys_id", wanted).or("name", wanted);
        return instance.few("Finding a group", "sys_user_group", COLUMNS, query, TableGroups::group)
                .map(found ->
                        found.stream().filter(group -> goesBy(group, wanted)).toList());
    }

    @Override
    public Uni<List<Group>> containing(String text, int most) {
        var wanted = text.strip();
        if (!Literal.isValue(wanted)) {
            return Uni.createFrom().item(List.of());
        }
        var query = Query.where("active", "true")
                .and("name")
                .contains(wanted)
                .orderBy("name")
                .orderBy("sys_id");
        return instance.first(most, "Listing groups", "sys_user_group", COLUMNS, query, TableGroups::group)
                .map(found -> found.stream().filter(Group::active).toList());
    }

    private static boolean goesBy(Group group, String text) {
        return Stream.of(group.sysId().value(), group.name()).anyMatch(text::equalsIgnoreCase);
    }

    private static Group group(Row row) {
        return new Group(
                row.sysId(),
                row.text("name"),
                row.text("description"),
                row.text("active").equals("true"));
    }
}
