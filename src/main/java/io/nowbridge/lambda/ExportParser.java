package io.nowbridge.lambda;

import com.amazonaws.services.lambda.runtime.events.APIGatewayV2HTTPEvent;
import io.nowbridge.export.ExportActivity.Command;
import io.nowbridge.export.Format;
import jakarta.inject.Singleton;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/** Reads which entries of the log are wanted as a file, by the filters of the log itself, and how they are to be written. */
@Singleton
public final class ExportParser {

    static final String EXPORT = "export of this id, or it is over";

    // Those that we give are shorter, and a key of the table cannot be much longer.
    private static final int LONGEST_ID = 64;

    private final ActivityParser entries;

    ExportParser(ActivityParser entries) {
        this.entries = entries;
    }

    Command csv(APIGatewayV2HTTPEvent event) {
        var by = Requesters.manager(event);
        var parameters = Objects.requireNonNullElse(event.getQueryStringParameters(), Map.<String, String>of());
        var fields = new Fields();
        var zone = fields.optional("timeZone", parameters.get("timeZone"), ExportParser::zone)
                .orElse(ZoneOffset.UTC);
        var byteOrderMark = fields.optional("bom", parameters.get("bom"), ExportParser::flag)
                .orElse(false);
        fields.check();
        return new Command(by, entries.question(event).wanted(), new Format.Csv(zone, byteOrderMark));
    }

    Command ndjson(APIGatewayV2HTTPEvent event) {
        return new Command(Requesters.manager(event), entries.question(event).wanted(), new Format.Ndjson());
    }

    static String id(APIGatewayV2HTTPEvent event) {
        Requesters.manager(event);
        return Optional.ofNullable(event.getPathParameters().get("exportId"))
                .filter(id -> id.length() <= LONGEST_ID)
                .orElseThrow(() -> RefusedException.notFound(EXPORT));
    }

    private static ZoneId zone(String name) {
        if (!ZoneId.getAvailableZoneIds().contains(name)) {
            throw new IllegalArgumentException("is the name of a time zone, such as Europe/Berlin");
        }
        return ZoneId.of(name);
    }

    private static boolean flag(String text) {
        return switch (text) {
            case "true" -> true;
            case "false" -> false;
            default -> throw new IllegalArgumentException("is true or false");
        };
    }
}
