package io.nowbridge.template;

import io.nowbridge.access.Requester;
import io.nowbridge.access.Role;
import io.nowbridge.connection.Connection.Change;
import io.nowbridge.connection.ConnectionId;
import io.nowbridge.template.Schedule.Rate;
import io.nowbridge.template.Schedule.Unit;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;

/** Values that the tests of templates share. */
public final class TemplateFixtures {

    public static final Instant NOW = Instant.parse("2026-01-05T09:00:00Z");
    public static final Requester MANAGER = new Requester("maria", Set.of(Role.MANAGER), Set.of());
    public static final ConnectionId DESK = new ConnectionId("desk");
    public static final ConnectionId DISTRIBUTOR = new ConnectionId("distributor");
    public static final Change BY_MARIA = new Change("maria", NOW);
    public static final Schedule EVERY_MORNING = new Cron("0 6 * * 1-5", ZoneId.of("Europe/Berlin"));
    public static final Schedule EVERY_HOUR = new Rate(1, Unit.HOURS);

    private TemplateFixtures() {}

    /** A Product Sync that lacks nothing, between {@link #DESK} and {@link #DISTRIBUTOR}. */
    public static TemplateForm productSync() {
        var mappings = new Mappings(
                sorted(Map.of("product", "cmdb_hardware_product_model", "offer", "pc_vendor_cat_item")),
                sorted(Map.of(
                        "sku", "product_id",
                        "manufacturerPartNumber", "model_number",
                        "name", "name",
                        "category", "u_category",
                        "quantity", "u_quantity",
                        "cost", "vendor_price",
                        "active", "active")),
                sorted(Map.of("categories", sorted(Map.of("012", "printing", "*", "other")))));
        return form(TemplateKind.PRODUCT_SYNC, mappings);
    }

    /** A Get Order Status that lacks nothing, between the same two. */
    public static TemplateForm orderStatus() {
        var mappings = new Mappings(
                sorted(Map.of("order", "proc_po", "line", "proc_po_item")),
                sorted(Map.of(
                        "orderNumber", "number",
                        "status", "u_tds_order_status",
                        "note", "u_note",
                        "order", "purchase_order",
                        "product", "part_number")),
                sorted(Map.of("statuses", sorted(Map.of("accepted", "TDS Accepted", "shipped", "TDS Shipped")))));
        return form(TemplateKind.GET_ORDER_STATUS, mappings);
    }

    public static TemplateForm form(TemplateKind kind, Mappings mappings) {
        return new TemplateForm(
                kind,
                kind.title(),
                DESK,
                DISTRIBUTOR,
                EVERY_MORNING,
                mappings,
                kind.sheet().completed(Map.of()));
    }

    public static TemplateForm named(TemplateForm form, String name) {
        return new TemplateForm(
                form.kind(), name, form.desk(), form.distributor(), form.schedule(), form.mappings(), form.options());
    }

    public static TemplateForm between(TemplateForm form, ConnectionId desk, ConnectionId distributor) {
        return new TemplateForm(
                form.kind(), form.name(), desk, distributor, form.schedule(), form.mappings(), form.options());
    }

    public static TemplateForm with(TemplateForm form, Mappings mappings) {
        return new TemplateForm(
                form.kind(), form.name(), form.desk(), form.distributor(), form.schedule(), mappings, form.options());
    }

    /** The form with one field mapped to another column. */
    public static TemplateForm mapping(TemplateForm form, String field, String column) {
        var fields = new TreeMap<>(form.mappings().fields());
        fields.put(field, column);
        return with(
                form,
                new Mappings(form.mappings().tables(), fields, form.mappings().values()));
    }

    /** The form with a field mapped to nothing. */
    public static TemplateForm without(TemplateForm form, String field) {
        var fields = new TreeMap<>(form.mappings().fields());
        fields.remove(field);
        return with(
                form,
                new Mappings(form.mappings().tables(), fields, form.mappings().values()));
    }

    public static TemplateForm choosing(TemplateForm form, String option, String value) {
        var options = new TreeMap<>(form.options());
        options.put(option, value);
        return new TemplateForm(
                form.kind(), form.name(), form.desk(), form.distributor(), form.schedule(), form.mappings(), options);
    }

    /** A new template, disabled. */
    public static Template template(String id, TemplateForm form) {
        return new Template(new TemplateId(id), form, false, BY_MARIA, BY_MARIA, 1);
    }

    public static <V> SortedMap<String, V> sorted(Map<String, V> map) {
        return new TreeMap<>(map);
    }
}
