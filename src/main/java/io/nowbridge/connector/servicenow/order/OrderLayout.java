package io.nowbridge.connector.servicenow.order;

import io.nowbridge.connection.SystemType;
import io.nowbridge.template.Field;
import io.nowbridge.template.Mappings;
import io.nowbridge.template.Template;
import io.nowbridge.template.TemplateKind;
import java.util.Optional;
import java.util.SortedMap;

/** What a template says is called how at an instance. */
record OrderLayout(Template template) {

    String orders() {
        return mappings().table("order").orElse("proc_po");
    }

    String lines() {
        return mappings().table("line").orElse("proc_po_item");
    }

    /** The table in which each parcel is a record; empty where parcels are told otherwise. */
    Optional<String> parcels() {
        return mappings().table("parcel").filter(table -> column("parcelOrder").isPresent());
    }

    /** The column of a field, if it has one. */
    Optional<String> column(String field) {
        return mappings().column(field);
    }

    /** The column that a field is read from: a template that follows orders leaves most of them out. */
    Optional<String> source(String field) {
        return column(field).or(() -> usual(field));
    }

    SortedMap<String, String> statuses() {
        return mappings().values("statuses");
    }

    private Optional<String> usual(String field) {
        if (template.form().kind() == TemplateKind.CREATE_ORDERS) {
            return Optional.empty();
        }
        return TemplateKind.CREATE_ORDERS.sheet().fields().stream()
                .filter(known -> known.name().equals(field))
                .map(Field::suggestions)
                .flatMap(suggestions -> Optional.ofNullable(suggestions.get(SystemType.SERVICENOW)).stream())
                .findFirst();
    }

    private Mappings mappings() {
        return template.form().mappings();
    }
}
