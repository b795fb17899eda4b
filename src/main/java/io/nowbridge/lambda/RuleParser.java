package io.nowbridge.lambda;

import com.amazonaws.services.lambda.runtime.events.APIGatewayV2HTTPEvent;
import io.nowbridge.anomaly.Anomaly;
import io.nowbridge.anomaly.AnomalyId;
import io.nowbridge.connection.ConnectionId;
import io.nowbridge.lambda.RuleBody.ConditionsBody;
import io.nowbridge.rule.Conditions;
import io.nowbridge.rule.RuleForm;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Reads what somebody says of a rule; everything that is wrong with it ends up in one answer. */
final class RuleParser {

    private static final ConditionsBody NO_CONDITIONS = new ConditionsBody(null, null, null, null, null, null);
    private static final Set<String> FIELDS = Set.of(
            "shortDescription",
            "description",
            "category",
            "subcategory",
            "impact",
            "urgency",
            "assignmentGroup",
            "assignedTo",
            "caller");
    private static final Pattern COLUMN = Pattern.compile("fields\\.(?!sys_)[a-z][a-z0-9_]{0,79}");
    private static final Pattern TABLE = Pattern.compile("[a-z][a-z0-9_]{0,79}");
    private static final int NAME = 100;
    private static final int VALUE = 200;
    private static final int TEMPLATE = 4_000;
    private static final int MOST_VALUES = 100;
    private static final int MOST_FIELDS = 50;
    private static final int LAST = 10_000;
    private static final int LONGEST_RECURRENCE = 90;

    private final Fields fields = new Fields();

    static RuleForm form(APIGatewayV2HTTPEvent event, JsonBody json) {
        return new RuleParser().read(event, json);
    }

    static Anomaly sample(APIGatewayV2HTTPEvent event, JsonBody json) {
        return new RuleParser().readSample(event, json);
    }

    private RuleForm read(APIGatewayV2HTTPEvent event, JsonBody json) {
        var body = json.read(event, RuleBody.class, fields);
        var form = new RuleForm(
                fields.required("name", body.name(), NAME),
                Objects.requireNonNullElse(body.enabled(), true),
                number("order", body.order(), 0, LAST, 100),
                conditions(Objects.requireNonNullElse(body.conditions(), NO_CONDITIONS)),
                fields.optional("connectionId", body.connectionId(), ConnectionId::new),
                fields.optional("table", body.table(), RuleParser::table).orElse("incident"),
                templates(Objects.requireNonNullElse(body.fields(), Map.of())),
                number("mostPerHour", body.mostPerHour(), 1, RuleForm.HIGHEST_BRAKE, RuleForm.USUAL_BRAKE),
                Duration.ofDays(number(
                        "recurrenceDays",
                        body.recurrenceDays(),
                        1,
                        LONGEST_RECURRENCE,
                        Math.toIntExact(RuleForm.USUAL_RECURRENCE.toDays()))));
        fields.check();
        return form;
    }

    private Anomaly readSample(APIGatewayV2HTTPEvent event, JsonBody json) {
        var body = json.read(event, RuleBody.Sample.class, fields);
        if (body.anomaly() == null) {
            fields.refuse("anomaly", "is required");
        }
        var told = Objects.requireNonNullElse(body.anomaly(), AnomalyParser.NOTHING_KNOWN);
        var source = fields.optional("source", body.source(), VALUE).orElse(AnomalyId.DEFAULT_SOURCE);
        var named = Objects.requireNonNullElse(told.id(), "sample");
        var id = fields.optional("anomaly.id", named, text -> new AnomalyId(source, text));
        var anomaly = new AnomalyParser(fields).anomaly(id.orElse(AnomalyId.ofDefaultSource("sample")), told);
        fields.check();
        return anomaly;
    }

    private Conditions conditions(ConditionsBody body) {
        return new Conditions(
                fields.optional("conditions.source", body.source(), VALUE),
                names("conditions.datastores", body.datastores()),
                names("conditions.tags", body.tags()),
                names("conditions.ruleTypes", body.ruleTypes()),
                Optional.ofNullable(body.minimumWeight()),
                names("conditions.types", body.types()));
    }

    private SortedSet<String> names(String field, @Nullable List<@Nullable String> given) {
        var names = new TreeSet<String>();
        for (var name : Objects.requireNonNullElse(given, List.<@Nullable String>of())) {
            names.add(fields.required(field, name, VALUE).strip());
        }
        if (names.size() > MOST_VALUES) {
            fields.refuse(field, "names more than " + MOST_VALUES);
        }
        return names;
    }

    private SortedMap<String, String> templates(Map<String, @Nullable String> given) {
        var templates = new TreeMap<String, String>();
        given.forEach((name, template) -> {
            var field = "fields." + name;
            if (!FIELDS.contains(name) && !COLUMN.matcher(name).matches()) {
                fields.refuse(field, "is no field of a ticket; further columns are called fields.u_dataset");
            }
            fields.optional(field, template, TEMPLATE).ifPresent(text -> templates.put(name, text));
        });
        if (templates.size() > MOST_FIELDS) {
            fields.refuse("fields", "has more than " + MOST_FIELDS);
        }
        if (!templates.containsKey("shortDescription")) {
            fields.refuse("fields.shortDescription", "is required");
        }
        return templates;
    }

    private int number(String field, @Nullable Integer given, int least, int most, int usual) {
        var number = Objects.requireNonNullElse(given, usual);
        if (number < least || number > most) {
            fields.refuse(field, "is a number from %d to %d".formatted(least, most));
        }
        return number;
    }

    private static String table(String name) {
        if (!TABLE.matcher(name).matches()) {
            throw new IllegalArgumentException("is not the name of a table");
        }
        return name;
    }
}
