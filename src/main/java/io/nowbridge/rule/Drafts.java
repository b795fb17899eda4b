package io.nowbridge.rule;

import io.nowbridge.anomaly.Anomaly;
import io.nowbridge.ticket.AnomalyValues;
import io.nowbridge.ticket.PlainText;
import io.nowbridge.ticket.TicketForm;
import io.nowbridge.ticket.TicketWording;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** Words the tickets that rules open, and what they are told afterwards. */
final class Drafts {

    static final String SHORT_DESCRIPTION = "shortDescription";
    static final String DESCRIPTION = "description";

    // As long as ServiceNow's column.
    private static final int SHORT = 160;
    private static final int ENOUGH = 1_000;
    private static final DateTimeFormatter HOUR =
            DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm 'UTC'", Locale.ROOT).withZone(ZoneOffset.UTC);

    private final TicketWording wording;

    Drafts(TicketWording wording) {
        this.wording = wording;
    }

    /** The ticket for an anomaly. */
    TicketForm own(RuleForm rule, Anomaly anomaly) {
        var filled = filled(rule, anomaly);
        var title = Optional.ofNullable(filled.remove(SHORT_DESCRIPTION))
                .orElse("Anomaly " + anomaly.id().id());
        var text = Optional.ofNullable(filled.remove(DESCRIPTION)).orElse("");
        return form(rule.table(), oneLine(title, SHORT), text, filled);
    }

    /** The ticket that all anomalies of an hour share which are too many for one each. */
    TicketForm shared(RuleForm rule, Anomaly anomaly, Instant hour) {
        var title = "Many anomalies since %s: %s".formatted(HOUR.format(hour), rule.name());
        var text =
                "The rule \"%s\" opens at most %d tickets an hour. All further anomalies of the hour from %s on are linked here."
                        .formatted(rule.name(), rule.mostPerHour(), HOUR.format(hour));
        var filled = filled(rule, anomaly);
        filled.remove(SHORT_DESCRIPTION);
        filled.remove(DESCRIPTION);
        return form(rule.table(), oneLine(title, SHORT), text, filled);
    }

    /** What a ticket is told of one more anomaly. */
    static String note(Anomaly anomaly, String why, Instant at) {
        return "[%s] Anomaly %s %s%s%s"
                .formatted(
                        PlainText.time(at),
                        anomaly.id().id(),
                        why,
                        anomaly.description()
                                .map(text -> "\n" + oneLine(text, ENOUGH))
                                .orElse(""),
                        anomaly.link().map(link -> "\n" + link).orElse(""));
    }

    // What comes out blank is left out, so that the connection's default can take its place.
    private Map<String, String> filled(RuleForm rule, Anomaly anomaly) {
        var values = Map.of("anomaly", AnomalyValues.of(anomaly), "rule", (Object) Map.of("name", rule.name()));
        var filled = new HashMap<String, String>();
        rule.fields().forEach((field, template) -> {
            var text = fill(template, values);
            if (!text.isBlank()) {
                filled.put(field, text.strip());
            }
        });
        return filled;
    }

    // A template that was accepted once may not be a template to a later version of us.
    private String fill(String template, Map<String, Object> values) {
        return wording.flaw(template).isPresent() ? template : wording.fill(template, values);
    }

    private static TicketForm form(String table, String title, String text, Map<String, String> others) {
        return TicketForm.of(table, title, text).withDefaults(others);
    }

    private static String oneLine(String text, int length) {
        var line = PlainText.oneLine(text);
        if (line.length() <= length) {
            return line;
        }
        // Half of a surrogate pair is no character.
        var kept = Character.isHighSurrogate(line.charAt(length - 2)) ? length - 2 : length - 1;
        return line.substring(0, kept) + "…";
    }
}
