package io.nowbridge.lambda;

import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.RequestHandler;
import com.amazonaws.services.lambda.runtime.events.APIGatewayV2HTTPEvent;
import com.amazonaws.services.lambda.runtime.events.APIGatewayV2HTTPResponse;
import io.nowbridge.overview.ShowOverview;
import io.nowbridge.overview.ShowOverview.Order;
import jakarta.inject.Named;
import jakarta.inject.Singleton;
import java.time.DateTimeException;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Map;
import java.util.Objects;

/** Shows how things are, to Managers and Admins. */
@Named("overview")
@Singleton
public final class OverviewHandler implements RequestHandler<APIGatewayV2HTTPEvent, APIGatewayV2HTTPResponse> {

    private static final int USUAL_DAYS = 7;

    private final ShowOverview overview;
    private final HttpEdge http;

    OverviewHandler(ShowOverview overview, HttpEdge http) {
        this.overview = overview;
        this.http = http;
    }

    @Override
    public APIGatewayV2HTTPResponse handleRequest(APIGatewayV2HTTPEvent event, Context context) {
        return http.answer(
                event, context, OverviewHandler::order, overview::run, found -> Reply.ok(OverviewReply.of(found)));
    }

    private static Order order(APIGatewayV2HTTPEvent event) {
        Requesters.manager(event);
        var parameters = Objects.requireNonNullElse(event.getQueryStringParameters(), Map.<String, String>of());
        var fields = new Fields();
        var zone = fields.optional("timeZone", parameters.get("timeZone"), OverviewHandler::zone);
        var days = fields.optional("days", parameters.get("days"), OverviewHandler::days);
        fields.check();
        return new Order(zone.orElse(ZoneOffset.UTC), days.orElse(USUAL_DAYS));
    }

    private static ZoneId zone(String name) {
        try {
            return ZoneId.of(name);
        } catch (DateTimeException e) {
            throw new IllegalArgumentException("is no time zone such as Europe/Berlin", e);
        }
    }

    private static int days(String text) {
        var wrong = "is a number from 1 to " + Order.MOST_DAYS;
        try {
            var days = Integer.parseInt(text);
            if (days < 1 || days > Order.MOST_DAYS) {
                throw new IllegalArgumentException(wrong);
            }
            return days;
        } catch (NumberFormatException e) {
            throw new IllegalArgumentException(wrong, e);
        }
    }
}
