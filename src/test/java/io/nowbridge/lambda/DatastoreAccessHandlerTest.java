package io.nowbridge.lambda;

import static io.nowbridge.lambda.RunningHandler.json;
import static org.assertj.core.api.Assertions.assertThat;

import com.amazonaws.services.lambda.runtime.events.APIGatewayV2HTTPResponse;
import io.nowbridge.access.InMemoryDatastoreAccess;
import io.nowbridge.access.TeamRight;
import io.nowbridge.activity.InMemoryActivity;
import io.nowbridge.activity.Operation;
import io.nowbridge.setup.ChangeAccess;
import io.nowbridge.setup.ChangeLog;
import io.nowbridge.ticket.TicketFixtures;
import java.time.InstantSource;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class DatastoreAccessHandlerTest {

    private static final InstantSource CLOCK = InstantSource.fixed(TicketFixtures.NOW);
    private static final String READ = "GET /datastores/{datastoreId}/access";
    private static final String CHANGE = "PUT /datastores/{datastoreId}/access";

    private final InMemoryDatastoreAccess access = new InMemoryDatastoreAccess();
    private final ChangeLog log =
            new ChangeLog(new InMemoryActivity(), CLOCK, () -> "entry", Operation.ACCESS_CHANGE, "datastoreAccess");
    private final DatastoreAccessHandler handler = new DatastoreAccessHandler(
            access,
            new ChangeAccess(access, log, CLOCK),
            new HttpEdge(RunningHandler.JSON),
            new JsonBody(RunningHandler.JSON));

    @Test
    void aDatastoreThatNobodyHasSetIsShownWithoutRightsAtRevisionNought() {
        var response = handle(Request.on(READ), "1");

        assertThat(response.getStatusCode()).isEqualTo(200);
        assertThat(response.getHeaders()).containsEntry("etag", "\"0\"");
        assertThat(json(response)).isEqualTo(json("{\"datastoreId\": \"1\", \"teams\": {}}"));
    }

    @Test
    void whatIsSetIsShownFromThenOn() {
        var body = "{\"teams\": {\"data-eng\": \"author\", \"ops\": \"reporter\"}}";

        var response = handle(Request.on(CHANGE).ifMatch("\"0\"").body(body), "1");

        assertThat(response.getStatusCode()).isEqualTo(200);
        assertThat(response.getHeaders()).containsEntry("etag", "\"1\"");
        assertThat(json(handle(Request.on(READ), "1")))
                .isEqualTo(
                        json("{\"datastoreId\": \"1\", \"teams\": {\"data-eng\": \"author\", \"ops\": \"reporter\"}}"));
    }

    @Test
    void thoseWithRightsAreListed() {
        access.grant("1", "ops", TeamRight.EDITOR).grant("2", "ops", TeamRight.VIEWER);

        var response = handle(Request.on("GET /datastores"), "");

        assertThat(json(response)).isEqualTo(json("""
                {"items": [{"datastoreId": "1", "teams": {"ops": "editor"}},
                           {"datastoreId": "2", "teams": {"ops": "viewer"}}]}"""));
    }

    @Test
    void aChangeOfWhatSomebodyElseHasChangedIsAnswered412() {
        access.grant("1", "ops", TeamRight.EDITOR);

        var response = handle(Request.on(CHANGE).ifMatch("\"0\"").body("{\"teams\": {}}"), "1");

        assertThat(response.getStatusCode()).isEqualTo(412);
    }

    @Test
    void aChangeThatNamesNoRevisionIsAnswered428() {
        var response = handle(Request.on(CHANGE).body("{\"teams\": {}}"), "1");

        assertThat(response.getStatusCode()).isEqualTo(428);
    }

    @ParameterizedTest
    @ValueSource(strings = {"GET /datastores", READ, CHANGE})
    void aMemberMayNeitherSeeNorSetRights(String route) {
        var request = Request.on(route).ifMatch("\"0\"").body("{\"teams\": {}}").by("[member]");

        assertThat(handle(request, "1").getStatusCode()).isEqualTo(403);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            {}                                        | teams
            {"teams": []}                             | teams
            {"teams": {"ops": "owner"}}               | teams.ops
            {"teams": {"ops": "Author"}}              | teams.ops
            {"teams": {"ops": null}}                  | teams.ops
            {"teams": {"data eng": "author"}}         | `teams.data eng`
            {"teams": {"[ops]": "author"}}            | teams.[ops]
            {"teams": {}, "roles": {}}                | roles
            """)
    void whatIsWrongInTheBodyIsAnswered400NamingIt(String body, String field) {
        var response = handle(Request.on(CHANGE).ifMatch("\"0\"").body(body), "1");

        assertThat(response.getStatusCode()).isEqualTo(400);
        assertThat(StreamSupport.stream(json(response).path("errors").spliterator(), false))
                .extracting(error -> error.path("field").asText())
                .containsExactly(field);
    }

    @Test
    void moreThanFiveHundredTeamsAreTooMany() {
        var teams = IntStream.rangeClosed(0, 500)
                .mapToObj("\"team-%d\": \"viewer\""::formatted)
                .toList();

        var response = handle(
                Request.on(CHANGE).ifMatch("\"0\"").body("{\"teams\": {" + String.join(", ", teams) + "}}"), "1");

        assertThat(response.getStatusCode()).isEqualTo(400);
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 201})
    void anIdThatNoDatastoreHasIsAnswered400(int length) {
        assertThat(handle(Request.on(READ), "d".repeat(length)).getStatusCode()).isEqualTo(400);
    }

    private APIGatewayV2HTTPResponse handle(Request request, String datastore) {
        var event = request.event();
        event.setPathParameters(Map.of("datastoreId", datastore));
        return handler.handleRequest(event, new FakeContext(29_000));
    }
}
