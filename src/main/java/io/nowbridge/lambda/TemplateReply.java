package io.nowbridge.lambda;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.nowbridge.lambda.ConnectionReply.Change;
import io.nowbridge.template.Cron;
import io.nowbridge.template.Obstacle;
import io.nowbridge.template.Option;
import io.nowbridge.template.Schedule;
import io.nowbridge.template.Schedule.Rate;
import io.nowbridge.template.Template;
import io.nowbridge.template.TemplateForm;
import io.quarkus.runtime.annotations.RegisterForReflection;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * A template as it goes over the wire; times are ISO 8601 in UTC.
 *
 * @param nextRuns its next three runs, were it enabled; left out for a former version
 * @param obstacles what is known to keep it from being enabled; only in the answer to a change
 */
@RegisterForReflection
@JsonInclude(JsonInclude.Include.NON_ABSENT)
record TemplateReply(
        String id,
        String kind,
        String name,
        String deskId,
        String distributorId,
        boolean enabled,
        ScheduleReply schedule,
        Optional<List<String>> nextRuns,
        Map<String, Map<String, String>> mappings,
        Map<String, Object> options,
        Change created,
        Change changed,
        long revision,
        Optional<List<ObstacleReply>> obstacles) {

    private static final int RUNS_SHOWN = 3;

    @RegisterForReflection
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record ScheduleReply(
            @Nullable Integer every,
            @Nullable String unit,
            @Nullable String cron,
            @Nullable String zone) {

        static ScheduleReply of(Schedule schedule) {
            return switch (schedule) {
                case Rate(var every, var unit) -> new ScheduleReply(every, unit.label(), null, null);
                case Cron(var expression, var zone) -> new ScheduleReply(null, null, expression, zone.getId());
            };
        }
    }

    @RegisterForReflection
    record ObstacleReply(String subject, String message, String whoCanFix) {

        static ObstacleReply of(Obstacle obstacle) {
            return new ObstacleReply(
                    obstacle.subject(), obstacle.message(), obstacle.whoCanFix().label());
        }
    }

    /** What stands in a list of versions. */
    @RegisterForReflection
    record Version(long revision, String name, boolean enabled, Change changed) {

        static Version of(Template template) {
            return new Version(
                    template.revision(),
                    template.form().name(),
                    template.enabled(),
                    ConnectionReply.change(template.changed()));
        }
    }

    /** A template as it is now. */
    static TemplateReply current(Template template, Instant now) {
        return of(template, runs(template, now), Optional.empty());
    }

    /** A template as a change left it. */
    static TemplateReply saved(Template template, Instant now, List<Obstacle> obstacles) {
        return of(
                template,
                runs(template, now),
                Optional.of(obstacles.stream().map(ObstacleReply::of).toList()));
    }

    /** A template as it was. */
    static TemplateReply former(Template template) {
        return of(template, Optional.empty(), Optional.empty());
    }

    private static Optional<List<String>> runs(Template template, Instant now) {
        return Optional.of(template.nextRuns(now, RUNS_SHOWN).stream()
                .map(Instant::toString)
                .toList());
    }

    private static TemplateReply of(
            Template template, Optional<List<String>> nextRuns, Optional<List<ObstacleReply>> obstacles) {
        var form = template.form();
        return new TemplateReply(
                template.id().value(),
                form.kind().label(),
                form.name(),
                form.desk().value(),
                form.distributor().value(),
                template.enabled(),
                ScheduleReply.of(form.schedule()),
                nextRuns,
                mappings(form),
                options(template),
                ConnectionReply.change(template.created()),
                ConnectionReply.change(template.changed()),
                template.revision(),
                obstacles);
    }

    private static Map<String, Map<String, String>> mappings(TemplateForm form) {
        var mappings = form.mappings();
        var all = new LinkedHashMap<String, Map<String, String>>();
        all.put("tables", mappings.tables());
        all.put("fields", mappings.fields());
        form.kind().sheet().valueMaps().forEach(map -> all.put(map.name(), mappings.values(map.name())));
        return all;
    }

    private static Map<String, Object> options(Template template) {
        var all = new TreeMap<String, Object>();
        for (Option<?> option : template.form().kind().sheet().options()) {
            all.put(option.name(), option.of(template));
        }
        return all;
    }
}
