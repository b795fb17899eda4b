package io.nowbridge.lambda;

import com.amazonaws.services.lambda.runtime.events.APIGatewayV2HTTPEvent;
import io.nowbridge.access.Requester;
import io.nowbridge.anomaly.AnomalyFilter;
import io.nowbridge.anomaly.AnomalyId;
import io.nowbridge.anomaly.Status;
import io.nowbridge.ticket.AnomalyPlace;
import io.nowbridge.ticket.ListAnomalies.Wish;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Reads what requests say about the anomalies that they want to see. */
final class AnomalyRequests {

    private static final int DATASTORE = 200;
    private static final String OPEN = "open";
    private static final String ARCHIVED = "archived";

    private AnomalyRequests() {}

    /** A wish to see an anomaly. */
    record OneWish(Requester requester, AnomalyId anomaly) {}

    static Wish list(APIGatewayV2HTTPEvent event) {
        var requester = Requesters.member(event);
        var page = Pages.request(event);
        var parameters = Objects.requireNonNullElse(event.getQueryStringParameters(), Map.<String, String>of());
        var fields = new Fields();
        var source = fields.optional("source", parameters.get("source"), AnomalyRequests::source)
                .orElse(AnomalyId.DEFAULT_SOURCE);
        var filter = fields.optional("status", parameters.get("status"), AnomalyRequests::status)
                .orElse(AnomalyFilter.OPEN);
        var datastore = fields.optional("datastore", parameters.get("datastore"), DATASTORE);
        var from = fields.optional("cursor", page.from().orElse(""), AnomalyPlace::read)
                .orElse(AnomalyPlace.BEGINNING);
        fields.check();
        return new Wish(requester, source, datastore.map(filter::of).orElse(filter), page.size(), from);
    }

    static OneWish one(APIGatewayV2HTTPEvent event) {
        var fields = new Fields();
        var anomaly = new AnomalyParser(fields).ofPath(event);
        fields.check();
        return new OneWish(Requesters.of(event), anomaly);
    }

    private static String source(String text) {
        return new AnomalyId(text, "any").source();
    }

    private static AnomalyFilter status(String text) {
        return switch (text) {
            case OPEN -> AnomalyFilter.OPEN;
            case ARCHIVED -> AnomalyFilter.ARCHIVED;
            default ->
                Status.labelled(text)
                        .map(AnomalyFilter::in)
                        .orElseThrow(() -> new IllegalArgumentException("is not one of: " + words()));
        };
    }

    private static String words() {
        var statuses = Stream.of(Status.values()).map(status -> status.label().toLowerCase(Locale.ROOT));
        return Stream.concat(Stream.of(OPEN, ARCHIVED), statuses).collect(Collectors.joining(", "));
    }
}
