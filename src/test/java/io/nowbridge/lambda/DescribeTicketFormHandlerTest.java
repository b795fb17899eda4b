package io.nowbridge.lambda;

import static io.nowbridge.lambda.RunningHandler.json;
import static org.assertj.core.api.Assertions.assertThat;

import com.amazonaws.services.lambda.runtime.events.APIGatewayV2HTTPResponse;
import io.nowbridge.connection.Connection.State;
import io.nowbridge.ticket.DescribeForm;
import io.nowbridge.ticket.FakeTicketDesk;
import io.nowbridge.ticket.TicketDesks;
import io.smallrye.mutiny.Uni;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class DescribeTicketFormHandlerTest {

    private static final String FORM = "GET /ticket-targets/{connectionId}/form";
    private static final String PEOPLE = "GET /ticket-targets/{connectionId}/people";
    private static final String GROUPS = "GET /ticket-targets/{connectionId}/groups";

    private final FakeTicketDesk desk = new FakeTicketDesk();

    @Test
    void aFormIsDescribedWithWhatAppliesToEachField() {
        var response = handle(to(FORM).query("table", "problem"));

        assertThat(response.getStatusCode()).isEqualTo(200);
        assertThat(json(response)).isEqualTo(json("""
                {"tables": [{"name": "incident", "label": "Incident"}, {"name": "problem", "label": "Problem"}],
                 "table": "problem",
                 "fields": [
                   {"name": "shortDescription", "column": "title", "label": "Title", "type": "text", "mandatory": true,
                    "length": 160},
                   {"name": "subcategory", "column": "kind", "label": "Kind", "type": "choice", "mandatory": false,
                    "choices": [{"value": "db2", "label": "DB2", "dependsOn": "db"}], "dependsOn": "category"}],
                 "priorities": [{"impact": "2", "urgency": "3", "priority": "4", "label": "4 - Low"}],
                 "warnings": [{"field": "fields", "message": "They are not known."}]}"""));
    }

    @Test
    void peopleAndGroupsAreListedByName() {
        var people = handle(to(PEOPLE).query("query", "Be"));
        var groups = handle(to(GROUPS).query("query", "work"));

        assertThat(json(people)).isEqualTo(json("""
                {"items": [{"id": "id of Beth Anglin", "name": "Beth Anglin", "detail": "of the office"}]}"""));
        assertThat(json(groups)).isEqualTo(json("""
                {"items": [{"id": "id of Network", "name": "Network", "detail": "of the office"}]}"""));
    }

    @ParameterizedTest
    @ValueSource(strings = {"[admin]", "[manager]", "[member]"})
    void whoeverHasARoleMayAsk(String roles) {
        assertThat(handle(to(FORM).by(roles)).getStatusCode()).isEqualTo(200);
    }

    @ParameterizedTest
    @ValueSource(strings = {FORM, PEOPLE, GROUPS})
    void whoeverHasNoneIsAnswered403WhateverElseIsWrong(String route) {
        assertThat(handle(Request.on(route).to("no connection's id").by("[guest]"))
                        .getStatusCode())
                .isEqualTo(403);
    }

    @Test
    void aTableThatHoldsNoTicketsIsAnswered400NamingThoseThatDo() {
        var response = handle(to(FORM).query("table", "sys_user"));

        assertThat(response.getStatusCode()).isEqualTo(400);
        assertThat(json(response).at("/errors/0/message").asText()).isEqualTo("is not one of: incident, problem");
    }

    @ParameterizedTest
    @CsvSource({PEOPLE, GROUPS})
    void aSearchForNothingIsAnswered400(String route) {
        var response = handle(to(route).query("query", " "));

        assertThat(response.getStatusCode()).isEqualTo(400);
        assertThat(json(response).at("/errors/0/field").asText()).isEqualTo("query");
    }

    @Test
    void anUnknownConnectionIsAnswered422WithTheDesksThereAre() {
        var response = handle(Request.on(FORM).to("nowhere"));

        assertThat(response.getStatusCode()).isEqualTo(422);
        assertThat(json(response).path("type").asText()).isEqualTo("urn:nowbridge:problem:unknown-connection");
        assertThat(json(response).path("detail").asText())
                .contains(desk.connection().value());
    }

    @Test
    void aClosedConnectionIsAnswered422() {
        var response = handle(
                (connection, datastore) ->
                        Uni.createFrom().item(new TicketDesks.Choice.Closed(desk.connection(), State.DISABLED)),
                to(FORM));

        assertThat(response.getStatusCode()).isEqualTo(422);
        assertThat(json(response).path("type").asText()).isEqualTo("urn:nowbridge:problem:connection-closed");
    }

    private Request to(String route) {
        return Request.on(route).to(desk.connection().value());
    }

    private APIGatewayV2HTTPResponse handle(Request request) {
        return handle(desk, request);
    }

    private static APIGatewayV2HTTPResponse handle(TicketDesks desks, Request request) {
        var handler = new DescribeTicketFormHandler(new DescribeForm(desks), new HttpEdge(RunningHandler.JSON));
        return handler.handleRequest(request.event(), new FakeContext(29_000));
    }
}
