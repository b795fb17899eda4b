package io.nowbridge.local.tdsynnex;

import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.Map;
import java.util.function.Consumer;

/** What the services for orders have in common when they answer. */
final class OrderAnswer {

    private OrderAnswer() {}

    static String of(String name, Map<String, String> attributes, Consumer<XmlText> content) {
        return XmlText.document("SynnexB2B", attributes, xml -> xml.element(name, () -> content.accept(xml)));
    }

    static String of(String name, XmlRefusal refusal) {
        return of(name, Map.of(), xml -> {
            xml.leaf("ErrorMessage", refusal.message());
            xml.leaf("ErrorDetail", refusal.detail());
        });
    }

    /** A time to the second, which does not say in which zone. */
    static String time(Instant at, ZoneId zone) {
        return at.truncatedTo(ChronoUnit.SECONDS)
                .atZone(zone)
                .toLocalDateTime()
                .format(DateTimeFormatter.ISO_LOCAL_DATE_TIME);
    }
}
