package io.nowbridge.lambda;

import static io.nowbridge.connection.ConnectionFixtures.NOW;
import static io.nowbridge.connection.ConnectionFixtures.connection;
import static io.nowbridge.connection.ConnectionFixtures.disabled;
import static io.nowbridge.connection.ConnectionFixtures.disconnected;
import static io.nowbridge.lambda.RunningHandler.json;
import static org.assertj.core.api.Assertions.assertThat;

import com.amazonaws.services.lambda.runtime.events.APIGatewayV2HTTPResponse;
import io.nowbridge.connection.Health;
import io.nowbridge.connection.SystemType;
import java.util.List;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TicketTargetsHandlerTest {

    private static final String ROUTE = "GET /ticket-targets";

    private final RunningConnections running = new RunningConnections();

    @ParameterizedTest
    @ValueSource(strings = {"[admin]", "[manager]", "[member]", "[guest Member]", "member"})
    void whoeverHasARoleSeesIdNameAndTypeAndNothingMore(String roles) {
        running.setup.connections.given(connection("prod"));

        var response = running.targets(Request.on(ROUTE).by(roles));

        assertThat(response.getStatusCode()).isEqualTo(200);
        assertThat(json(response))
                .isEqualTo(json("{\"items\": [{\"id\": \"prod\", \"name\": \"The prod\", \"type\": \"servicenow\"}]}"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"[]", "", "[guest]", "not a manager", "[admın]", "[manager", "manager]"})
    void whoeverHasNoneIsAnswered403(String roles) {
        assertThat(running.targets(Request.on(ROUTE).by(roles)).getStatusCode()).isEqualTo(403);
    }

    @Test
    void onlyDesksThatAreOpenAreTargets() {
        var connections = running.setup.connections;
        connections.given(connection("a-well"));
        connections.given(connection("b-failing").found(new Health.Failing(NOW, "It is hibernating")));
        connections.given(disabled(connection("c-disabled")));
        connections.given(disconnected(connection("d-gone")));
        connections.given(connection("e-untried").found(new Health.Unproven("Nobody has tried")));
        connections.given(connection("f-supplier", SystemType.TDSYNNEX));
        connections.given(connection("g-platform", SystemType.QUALYTICS));

        assertThat(ids(running.targets(Request.on(ROUTE)))).containsExactly("a-well", "b-failing");
    }

    @Test
    void aPageWithoutATargetStillLeadsToTheNext() {
        running.setup.connections.given(disabled(connection("a")));
        running.setup.connections.given(connection("b"));

        var first = running.targets(Request.on(ROUTE).query("limit", "1"));
        var second = running.targets(Request.on(ROUTE)
                .query("limit", "1")
                .query("cursor", json(first).path("next").asText()));

        assertThat(ids(first)).isEmpty();
        assertThat(ids(second)).containsExactly("b");
    }

    private static List<String> ids(APIGatewayV2HTTPResponse response) {
        return StreamSupport.stream(json(response).path("items").spliterator(), false)
                .map(item -> item.path("id").asText())
                .toList();
    }
}
