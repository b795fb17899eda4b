package io.nowbridge.lambda;

import com.amazonaws.services.lambda.runtime.events.APIGatewayV2HTTPEvent;
import com.fasterxml.jackson.databind.JsonNode;
import io.nowbridge.connection.ConnectionId;
import io.nowbridge.lambda.TemplateBody.MappingsBody;
import io.nowbridge.lambda.TemplateBody.ScheduleBody;
import io.nowbridge.template.Cron;
import io.nowbridge.template.Mappings;
import io.nowbridge.template.Misfit;
import io.nowbridge.template.Schedule;
import io.nowbridge.template.Schedule.Rate;
import io.nowbridge.template.Schedule.Unit;
import io.nowbridge.template.TemplateForm;
import io.nowbridge.template.TemplateKind;
import java.time.ZoneOffset;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Reads what somebody says about a template; everything that is wrong with it ends up in one answer. */
final class TemplateParser {

    private static final int NAME = 100;
    private static final MappingsBody NOTHING_MAPPED = new MappingsBody(null, null, null, null, null, null, null);

    private final Fields fields = new Fields();

    static TemplateForm parse(APIGatewayV2HTTPEvent event, JsonBody json) {
        return new TemplateParser().form(event, json);
    }

    private TemplateForm form(APIGatewayV2HTTPEvent event, JsonBody json) {
        var body = json.read(event, TemplateBody.class, fields);
        var kind = required("kind", body.kind(), TemplateParser::kind);
        var name = fields.required("name", body.name(), NAME);
        var desk = required("deskId", body.deskId(), ConnectionId::new);
        var distributor = required("distributorId", body.distributorId(), ConnectionId::new);
        var schedule = schedule(body.schedule());
        var mappings = mappings(Objects.requireNonNullElse(body.mappings(), NOTHING_MAPPED));
        var options = new TreeMap<String, String>();
        kind.map(TemplateKind::sheet).ifPresent(sheet -> {
            schedule.flatMap(sheet::misfit).ifPresent(this::refuse);
            sheet.misfits(mappings).forEach(this::refuse);
            options.putAll(sheet.completed(OptionFields.read(
                    Objects.requireNonNullElse(body.options(), Map.<String, JsonNode>of()), sheet, fields)));
        });
        fields.check();
        return new TemplateForm(
                kind.orElseThrow(),
                name,
                desk.orElseThrow(),
                distributor.orElseThrow(),
                schedule.orElseThrow(),
                mappings,
                options);
    }

    private Optional<Schedule> schedule(@Nullable ScheduleBody body) {
        if (body == null) {
            fields.refuse("schedule", "is required");
            return Optional.empty();
        }
        var isCron = body.cron() != null || body.zone() != null;
        var isRate = body.every() != null || body.unit() != null;
        if (isCron == isRate) {
            fields.refuse("schedule", "has either every and unit, or cron and zone");
            return Optional.empty();
        }
        return isCron ? cron(body) : rate(body);
    }

    private Optional<Schedule> cron(ScheduleBody body) {
        // Whatever the zone, the line is looked at.
        var zone = required("schedule.zone", body.zone(), Cron::zone).orElse(ZoneOffset.UTC);
        return required("schedule.cron", body.cron(), line -> new Cron(line, zone));
    }

    private Optional<Schedule> rate(ScheduleBody body) {
        var every = Objects.toString(body.every(), null);
        return required("schedule.unit", body.unit(), TemplateParser::unit)
                .flatMap(unit -> required("schedule.every", every, count -> new Rate(Integer.parseInt(count), unit)));
    }

    private Mappings mappings(MappingsBody body) {
        return new Mappings(
                given(body.tables()),
                given(body.fields()),
                new TreeMap<>(Map.of(
                        "categories", given(body.categories()),
                        "models", given(body.models()),
                        "units", given(body.units()),
                        "currencies", given(body.currencies()),
                        "statuses", given(body.statuses()))));
    }

    // Blank counts as not mapped, as everywhere.
    private static SortedMap<String, String> given(@Nullable Map<String, @Nullable String> map) {
        var given = new TreeMap<String, String>();
        Objects.requireNonNullElse(map, Map.<String, @Nullable String>of()).forEach((key, value) -> {
            if (value != null && !value.isBlank()) {
                given.put(key, value.strip());
            }
        });
        return given;
    }

    private <T> Optional<T> required(String field, @Nullable String value, Function<String, T> read) {
        if (value == null || value.isBlank()) {
            fields.refuse(field, "is required");
        }
        return fields.optional(field, value, read);
    }

    private void refuse(Misfit misfit) {
        fields.refuse(misfit.field(), misfit.message());
    }

    private static TemplateKind kind(String label) {
        return TemplateKind.labelled(label)
                .orElseThrow(() -> new IllegalArgumentException(
                        "is not one of: " + labels(Stream.of(TemplateKind.values()), TemplateKind::label)));
    }

    private static Unit unit(String label) {
        return Unit.labelled(label)
                .orElseThrow(() -> new IllegalArgumentException(
                        "is not one of: " + labels(Stream.of(Unit.values()), Unit::label)));
    }

    private static <T> String labels(Stream<T> values, Function<T, String> label) {
        return values.map(label).collect(Collectors.joining(", "));
    }
}
