package io.nowbridge.lambda;

import com.amazonaws.services.lambda.runtime.events.APIGatewayV2HTTPEvent;
import io.nowbridge.access.Requester;
import io.nowbridge.anomaly.AnomalyId;
import io.nowbridge.connection.ConnectionId;
import io.nowbridge.paging.PageRequest;
import io.nowbridge.ticket.LinkId;
import io.nowbridge.ticket.LinkRequest;
import io.nowbridge.ticket.TicketRef;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.regex.Pattern;

/** Reads what requests say about links. */
final class LinkParser {

    // Long enough for the address of a ticket's page within the frames of the desk's interface.
    private static final int LONGEST_REFERENCE = 2_000;
    private static final Pattern TICKET = Pattern.compile("([a-z][a-z0-9_]{0,79})/([A-Za-z0-9._-]{1,64})");

    private LinkParser() {}

    /** A wish to remove a link. */
    record Unlinking(Requester requester, AnomalyId anomaly, LinkId link) {}

    /** A wish to see the links of an anomaly. */
    record OfAnomaly(Requester requester, AnomalyId anomaly, PageRequest page) {}

    /** A wish to see the links over a connection, or those of one ticket. */
    record OfConnection(Requester requester, ConnectionId connection, Optional<TicketRef> ticket, PageRequest page) {}

    static LinkRequest linking(APIGatewayV2HTTPEvent event, JsonBody json) {
        var fields = new Fields();
        var body = json.read(event, LinkBody.class, fields);
        var anomaly = new AnomalyParser(fields).ofPath(event, body.anomaly());
        var ticket = fields.required("ticket", body.ticket(), LONGEST_REFERENCE).strip();
        var connection = fields.optional("connectionId", body.connectionId(), ConnectionId::new);
        fields.check();
        return new LinkRequest(
                Requesters.of(event), anomaly, ticket, connection, Optional.ofNullable(body.leaveUntouched()));
    }

    static Unlinking unlinking(APIGatewayV2HTTPEvent event) {
        var fields = new Fields();
        var anomaly = new AnomalyParser(fields).ofPath(event);
        var link = fields.optional("linkId", event.getPathParameters().get("linkId"), LinkParser::linkId)
                .orElseThrow(() -> fields.refusing("linkId", "is required"));
        fields.check();
        return new Unlinking(Requesters.of(event), anomaly, link);
    }

    static OfAnomaly ofAnomaly(APIGatewayV2HTTPEvent event) {
        var fields = new Fields();
        var anomaly = new AnomalyParser(fields).ofPath(event);
        fields.check();
        return new OfAnomaly(Requesters.of(event), anomaly, Pages.request(event));
    }

    static OfConnection ofConnection(APIGatewayV2HTTPEvent event) {
        var requester = Requesters.member(event);
        var fields = new Fields();
        var parameters = Objects.requireNonNullElse(event.getQueryStringParameters(), Map.<String, String>of());
        var connection = fields.optional("connectionId", parameters.get("connectionId"), ConnectionId::new)
                .orElseThrow(() -> fields.refusing("connectionId", "is required"));
        var ticket = fields.optional("ticket", parameters.get("ticket"), text -> ticket(connection, text));
        fields.check();
        return new OfConnection(requester, connection, ticket, Pages.request(event));
    }

    private static LinkId linkId(String text) {
        try {
            return LinkId.parse(text);
        } catch (IllegalArgumentException e) {
            throw new IllegalArgumentException("is not the id of a link", e);
        }
    }

    private static TicketRef ticket(ConnectionId connection, String text) {
        var parts = TICKET.matcher(text);
        if (!parts.matches()) {
            throw new IllegalArgumentException(
                    "is not a ticket's table and id, such as incident/9d385017c611228701d22104cc95c371");
        }
        return new TicketRef(connection, parts.group(1), parts.group(2));
    }
}
