package io.nowbridge.dynamodb;

import static io.nowbridge.dynamodb.Attributes.map;
import static io.nowbridge.dynamodb.Attributes.number;
import static io.nowbridge.dynamodb.Attributes.text;

import io.nowbridge.connection.Connection.Change;
import io.nowbridge.connection.ConnectionId;
import io.nowbridge.template.Cron;
import io.nowbridge.template.Mappings;
import io.nowbridge.template.Schedule;
import io.nowbridge.template.Schedule.Rate;
import io.nowbridge.template.Schedule.Unit;
import io.nowbridge.template.Template;
import io.nowbridge.template.TemplateForm;
import io.nowbridge.template.TemplateId;
import io.nowbridge.template.TemplateKind;
import java.time.Instant;
import java.time.ZoneId;
import java.util.HashMap;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Function;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/** A template as attributes, the same in every item that holds one. */
final class TemplateItems {

    static final String ID = "templateId";
    static final String ENABLED = "enabled";
    static final String REVISION = "revision";

    private static final String KIND = "kind";
    private static final String NAME = "name";
    private static final String DESK = "deskId";
    private static final String DISTRIBUTOR = "distributorId";
    private static final String SCHEDULE = "schedule";
    private static final String EVERY = "every";
    private static final String UNIT = "unit";
    private static final String CRON = "cron";
    private static final String ZONE = "zone";
    private static final String TABLES = "tables";
    private static final String FIELDS = "fields";
    private static final String VALUES = "values";
    private static final String OPTIONS = "options";
    private static final String CREATED_BY = "createdBy";
    private static final String CREATED_AT = "createdAtEpochMillis";
    private static final String CHANGED_BY = "changedBy";
    private static final String CHANGED_AT = "changedAtEpochMillis";

    private TemplateItems() {}

    static Map<String, AttributeValue> toItem(Template template) {
        var form = template.form();
        var item = new HashMap<String, AttributeValue>();
        item.put(ID, text(template.id().value()));
        item.put(ENABLED, AttributeValue.fromBool(template.enabled()));
        item.put(REVISION, number(template.revision()));
        item.put(KIND, text(form.kind().name()));
        item.put(NAME, text(form.name()));
        item.put(DESK, text(form.desk().value()));
        item.put(DISTRIBUTOR, text(form.distributor().value()));
        item.put(SCHEDULE, AttributeValue.fromM(toItem(form.schedule())));
        item.put(TABLES, toMap(form.mappings().tables(), Attributes::text));
        item.put(FIELDS, toMap(form.mappings().fields(), Attributes::text));
        item.put(VALUES, toMap(form.mappings().values(), values -> toMap(values, Attributes::text)));
        item.put(OPTIONS, toMap(form.options(), Attributes::text));
        item.put(CREATED_BY, text(template.created().by()));
        item.put(CREATED_AT, number(template.created().at().toEpochMilli()));
        item.put(CHANGED_BY, text(template.changed().by()));
        item.put(CHANGED_AT, number(template.changed().at().toEpochMilli()));
        return item;
    }

    static Template template(Map<String, AttributeValue> item) {
        var mappings = new Mappings(
                fromMap(map(item, TABLES), AttributeValue::s),
                fromMap(map(item, FIELDS), AttributeValue::s),
                fromMap(map(item, VALUES), values -> fromMap(values.m(), AttributeValue::s)));
        var form = new TemplateForm(
                TemplateKind.valueOf(text(item, KIND)),
                text(item, NAME),
                new ConnectionId(text(item, DESK)),
                new ConnectionId(text(item, DISTRIBUTOR)),
                schedule(map(item, SCHEDULE)),
                mappings,
                fromMap(map(item, OPTIONS), AttributeValue::s));
        return new Template(
                new TemplateId(text(item, ID)),
                form,
                Attributes.flag(item, ENABLED),
                new Change(text(item, CREATED_BY), Instant.ofEpochMilli(number(item, CREATED_AT))),
                new Change(text(item, CHANGED_BY), Instant.ofEpochMilli(number(item, CHANGED_AT))),
                number(item, REVISION));
    }

    private static Map<String, AttributeValue> toItem(Schedule schedule) {
        return switch (schedule) {
            case Rate(var every, var unit) -> Map.of(EVERY, number(every), UNIT, text(unit.name()));
            case Cron(var expression, var zone) -> Map.of(CRON, text(expression), ZONE, text(zone.getId()));
        };
    }

    private static Schedule schedule(Map<String, AttributeValue> item) {
        return item.containsKey(CRON)
                ? new Cron(text(item, CRON), ZoneId.of(text(item, ZONE)))
                : new Rate(Math.toIntExact(number(item, EVERY)), Unit.valueOf(text(item, UNIT)));
    }

    private static <V> AttributeValue toMap(SortedMap<String, V> map, Function<V, AttributeValue> write) {
        var written = new HashMap<String, AttributeValue>();
        map.forEach((key, value) -> written.put(key, write.apply(value)));
        return AttributeValue.fromM(written);
    }

    private static <V> SortedMap<String, V> fromMap(Map<String, AttributeValue> map, Function<AttributeValue, V> read) {
        var values = new TreeMap<String, V>();
        map.forEach((key, value) -> values.put(key, read.apply(value)));
        return values;
    }
}
