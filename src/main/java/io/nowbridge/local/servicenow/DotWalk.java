package io.nowbridge.local.servicenow;

import java.util.Optional;

/** Follows a path such as {@code caller_id.company.name} from a row through the rows it refers to. */
final class DotWalk {

    private final Schema schema;
    private final Records records;

    DotWalk(Schema schema, Records records) {
        this.schema = schema;
        this.records = records;
    }

    /** The column at the end of the path, or empty if the path does not exist. */
    Optional<Column> column(Table from, String path) {
        var dot = path.indexOf('.');
        if (dot < 0) {
            return from.column(path);
        }
        return from.column(path.substring(0, dot))
                .flatMap(Column::reference)
                .flatMap(schema::find)
                .flatMap(table -> column(table, path.substring(dot + 1)));
    }

    /** The row in which the path's last column lies, or empty where a reference on the way is empty or dangles. */
    Optional<Row> holder(Row from, String path) {
        var dot = path.indexOf('.');
        if (dot < 0) {
            return Optional.of(from);
        }
        var step = path.substring(0, dot);
        return schema.table(from.table())
                .column(step)
                .flatMap(Column::reference)
                .flatMap(table -> records.find(table, from.value(step)))
                .flatMap(row -> holder(row, path.substring(dot + 1)));
    }

    String value(Row from, String path) {
        return holder(from, path).map(row -> row.value(last(path))).orElse("");
    }

    static String last(String path) {
        return path.substring(path.lastIndexOf('.') + 1);
    }
}
