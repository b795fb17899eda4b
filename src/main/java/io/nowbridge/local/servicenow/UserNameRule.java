package io.nowbridge.local.servicenow;

/** A user's name is their first and last name, unless it is given. */
final class UserNameRule implements BusinessRule {

    @Override
    public Row apply(Change change) {
        var row = change.row();
        if (!change.table().isA("sys_user") || change.sent().containsKey("name")) {
            return row;
        }
        return change.changes("first_name") || change.changes("last_name")
                ? row.with("name", (row.value("first_name") + " " + row.value("last_name")).strip())
                : row;
    }
}
