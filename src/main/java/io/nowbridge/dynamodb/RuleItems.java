package io.nowbridge.dynamodb;

import static io.nowbridge.dynamodb.Attributes.map;
import static io.nowbridge.dynamodb.Attributes.number;
import static io.nowbridge.dynamodb.Attributes.text;

import io.nowbridge.connection.ConnectionId;
import io.nowbridge.rule.Conditions;
import io.nowbridge.rule.OpeningRule;
import io.nowbridge.rule.RuleForm;
import io.nowbridge.rule.RuleId;
import java.time.Duration;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/** A rule as attributes. */
final class RuleItems {

    private static final String REVISION = "revision";

    private static final String ID = "ruleId";
    private static final String NAME = "name";
    private static final String ENABLED = "enabled";
    private static final String ORDER = "order";
    private static final String CONDITIONS = "conditions";
    private static final String SOURCE = "source";
    private static final String DATASTORES = "datastores";
    private static final String TAGS = "tags";
    private static final String RULE_TYPES = "ruleTypes";
    private static final String MINIMUM_WEIGHT = "minimumWeight";
    private static final String TYPES = "types";
    private static final String DESK = "deskId";
    private static final String TABLE = "table";
    private static final String FIELDS = "fields";
    private static final String MOST_PER_HOUR = "mostPerHour";
    private static final String RECURRENCE = "recurrenceSeconds";

    private RuleItems() {}

    static Map<String, AttributeValue> toItem(OpeningRule rule) {
        var form = rule.form();
        var item = new HashMap<String, AttributeValue>();
        item.put(ID, text(rule.id().value()));
        item.put(REVISION, number(rule.revision()));
        item.put(NAME, text(form.name()));
        item.put(ENABLED, AttributeValue.fromBool(form.enabled()));
        item.put(ORDER, number(form.order()));
        item.put(CONDITIONS, AttributeValue.fromM(toItem(form.conditions())));
        form.desk().ifPresent(desk -> item.put(DESK, text(desk.value())));
        item.put(TABLE, text(form.table()));
        item.put(
                FIELDS,
                AttributeValue.fromM(form.fields().entrySet().stream()
                        .collect(Collectors.toMap(Map.Entry::getKey, field -> text(field.getValue())))));
        item.put(MOST_PER_HOUR, number(form.mostPerHour()));
        item.put(RECURRENCE, number(form.recurrence().toSeconds()));
        return item;
    }

    static OpeningRule rule(Map<String, AttributeValue> item) {
        var form = new RuleForm(
                text(item, NAME),
                Attributes.flag(item, ENABLED),
                Math.toIntExact(number(item, ORDER)),
                conditions(map(item, CONDITIONS)),
                Optional.ofNullable(item.get(DESK)).map(AttributeValue::s).map(ConnectionId::new),
                text(item, TABLE),
                fields(map(item, FIELDS)),
                Math.toIntExact(number(item, MOST_PER_HOUR)),
                Duration.ofSeconds(number(item, RECURRENCE)));
        return new OpeningRule(new RuleId(text(item, ID)), form, number(item, REVISION));
    }

    private static Map<String, AttributeValue> toItem(Conditions conditions) {
        var item = new HashMap<String, AttributeValue>();
        conditions.source().ifPresent(source -> item.put(SOURCE, text(source)));
        item.put(DATASTORES, texts(conditions.datastores()));
        item.put(TAGS, texts(conditions.tags()));
        item.put(RULE_TYPES, texts(conditions.ruleTypes()));
        conditions.minimumWeight().ifPresent(weight -> item.put(MINIMUM_WEIGHT, number(weight)));
        item.put(TYPES, texts(conditions.types()));
        return item;
    }

    private static Conditions conditions(Map<String, AttributeValue> item) {
        return new Conditions(
                Optional.ofNullable(item.get(SOURCE)).map(AttributeValue::s),
                texts(item, DATASTORES),
                texts(item, TAGS),
                texts(item, RULE_TYPES),
                Optional.ofNullable(item.get(MINIMUM_WEIGHT)).map(weight -> Integer.valueOf(weight.n())),
                texts(item, TYPES));
    }

    private static SortedMap<String, String> fields(Map<String, AttributeValue> item) {
        var fields = new TreeMap<String, String>();
        item.forEach((name, value) -> fields.put(name, value.s()));
        return fields;
    }

    private static AttributeValue texts(Collection<String> values) {
        return AttributeValue.fromL(values.stream().map(Attributes::text).toList());
    }

    private static SortedSet<String> texts(Map<String, AttributeValue> item, String name) {
        return Optional.ofNullable(item.get(name)).stream()
                .flatMap(list -> list.l().stream())
                .map(AttributeValue::s)
                .collect(Collectors.toCollection(TreeSet::new));
    }
}
