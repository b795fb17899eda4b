package io.nowbridge.lambda;

import static io.nowbridge.connection.ConnectionFixtures.connection;
import static io.nowbridge.lambda.RunningHandler.json;
import static java.util.stream.Collectors.joining;
import static org.assertj.core.api.Assertions.assertThat;

import com.amazonaws.services.lambda.runtime.events.APIGatewayV2HTTPResponse;
import io.nowbridge.local.Template;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class ConnectionRefusalsTest {

    private static final String PATH = "/connections/{connectionId}";

    private final RunningConnections running = new RunningConnections();

    @BeforeEach
    void connect() {
        running.setup.connections.given(connection("prod"));
    }

    static Stream<String> routes() {
        return Template.read(Template.FILE, Map.of("TokenIssuer", "https://issuer")).functions().stream()
                .filter(function -> function.handler().equals("connections"))
                .flatMap(function -> function.routes().stream())
                .map(Template.Route::key);
    }

    static Stream<String> routesOfOneConnection() {
        return routes().filter(route -> route.contains("{connectionId}"));
    }

    static Stream<String> changes() {
        return routes().filter(route -> Stream.of("PATCH ", "PUT ", "DELETE ", "/reconnect", "/disconnect")
                .anyMatch(route::contains));
    }

    @ParameterizedTest
    @MethodSource("routes")
    void aMemberIsAnswered403BeforeAnythingIsRead(String route) {
        var readable = Request.on(route).to("prod").ifMatch("\"1\"").body("{}").by("[member]");
        var broken = Request.on(route)
                .to("no such!")
                .query("limit", "many")
                .body("{broken")
                .by("[member]");

        assertThat(running.handle(readable).getStatusCode()).isEqualTo(403);
        assertThat(running.handle(broken).getStatusCode()).isEqualTo(403);
        assertThat(running.setup.connections.readings()).isZero();
        assertThat(running.setup.logged()).isEmpty();
    }

    @ParameterizedTest
    @MethodSource("routes")
    void aTokenWithoutARoleOrANameIsAnswered403(String route) {
        var nobody = Request.on(route).to("prod").event();
        nobody.getRequestContext().setAuthorizer(null);

        assertThat(running.handle(Request.on(route).to("prod").by("[]")).getStatusCode())
                .isEqualTo(403);
        assertThat(running.handle(nobody).getStatusCode()).isEqualTo(403);
    }

    @ParameterizedTest
    @MethodSource("changes")
    void aChangeThatDoesNotSayWhatItChangesIsAnswered428(String route) {
        assertThat(Stream.of("", "1", "*", "\"one\"", "\"1\", \"2\"", "W/\"1\""))
                .allSatisfy(tag -> {
                    var response = running.handle(
                            Request.on(route).to("prod").ifMatch(tag).body("{}"));

                    assertThat(response.getStatusCode()).isEqualTo(428);
                    assertThat(type(response)).isEqualTo("revision-required");
                });
    }

    @ParameterizedTest
    @MethodSource("changes")
    void aChangeOfAnotherRevisionIsAnswered412(String route) {
        var response =
                running.handle(Request.on(route).to("prod").ifMatch("\"7\"").body(bodyFor(route)));

        assertThat(response.getStatusCode()).isEqualTo(412);
        assertThat(type(response)).isEqualTo("changed-meanwhile");
    }

    @ParameterizedTest
    @MethodSource("routesOfOneConnection")
    void anIdThatNobodyHasOrCanHaveIsAnswered404(String route) {
        assertThat(Stream.of("elsewhere", "no such!", "x".repeat(65), "ä", "")).allSatisfy(id -> {
            var response =
                    running.handle(Request.on(route).to(id).ifMatch("\"1\"").body(bodyFor(route)));

            assertThat(response.getStatusCode()).isEqualTo(404);
            assertThat(type(response)).isEqualTo("not-found");
        });
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            POST /connections                              | {}                             | type name instanceUrl authentication
            POST /connections                              | {"type": "jira", "enabled": true, "x": 1} | type name instanceUrl authentication enabled x
            POST /connections                              | {"type": ["servicenow"]}       | type
            POST /connections                              | {"authentication": "u:p"}      | authentication
            POST /connections                              | {"settings": {"timeZone": []}} | settings.timeZone
            PATCH /connections/{connectionId}              | {"name": " ", "type": "servicenow", "authentication": {}} | name type authentication
            PATCH /connections/{connectionId}              | {"enabled": "perhaps"}         | enabled
            PATCH /connections/{connectionId}              | {"name": "Production\\nx"}    | name
            PATCH /connections/{connectionId}              | {"name": "tset\\u202e"}       | name
            POST /connections                              | {"type": "servicenow", "name": "a\\u0000", "instanceUrl": "acme", "authentication": {}} | name
            PATCH /connections/{connectionId}              | {"instance": "prod"}           | instance
            POST /connections/{connectionId}/test          | {"createRecord": "perhaps"}    | createRecord
            POST /connections/{connectionId}/test          | {"deleteRecord": true}         | deleteRecord
            POST /connections/{connectionId}/reconnect     | {"type": "servicenow", "name": "n", "settings": {}, "enabled": true} | type name settings enabled authentication
            POST /connections/{connectionId}/reconnect     | {"authentication": {"type": "basic", "username": {}}} | authentication.username
            PUT /connection-defaults                       | {"purposes": {"fun": "prod", "tickets": "no such!"}, "stores": {}} | purposes.fun purposes.tickets stores
            PUT /connection-defaults                       | {"purposes": []}               | purposes
            PUT /connection-defaults                       | {"purposes": {"supply": "prod"}, "datastores": {"db": "elsewhere"}} | purposes.supply datastores.db
            """)
    void whatIsWrongInTheBodyIsAnswered400NamingEachField(String route, String body, String fields) {
        var response = running.handle(
                Request.on(route).to("prod").ifMatch(tagFor(route)).body(body));

        assertThat(response.getStatusCode()).isEqualTo(400);
        assertThat(type(response)).isEqualTo("invalid-request");
        assertThat(faulty(response)).containsExactlyInAnyOrder(fields.split(" "));
        assertThat(running.setup.probe.trials()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"{broken", "[]", "\"text\"", "{\"name\": \"a\", \"name\": \"b\"}", "{} {}", ""})
    void aBodyThatIsNotOneJsonObjectIsAnswered400(String body) {
        var response = running.handle(Request.on("POST /connections").body(body));

        assertThat(response.getStatusCode()).isEqualTo(400);
    }

    @Test
    void whatTheUseCaseFindsWrongIsAnswered400NamingItToo() {
        var response = running.handle(Request.on("POST /connections").body("""
                {"type": "servicenow", "name": "n", "instanceUrl": "ftp://x",
                 "authentication": {"type": "basic", "username": "u"}, "settings": {"region": "US"}}"""));

        assertThat(response.getStatusCode()).isEqualTo(400);
        assertThat(faulty(response))
                .containsExactlyInAnyOrder("instanceUrl", "authentication.password", "settings.region");
    }

    @Test
    void whatIsTooLongIsRefused() {
        var response = running.handle(Request.on("POST /connections")
                .body("""
                {"type": "servicenow", "name": "%s", "instanceUrl": "%s",
                 "authentication": {"type": "basic", "username": "u", "password": "%s"}}""".formatted("n".repeat(101), "u".repeat(301), "p".repeat(10_001))));

        assertThat(response.getStatusCode()).isEqualTo(400);
        assertThat(faulty(response)).containsExactlyInAnyOrder("name", "instanceUrl", "authentication.password");
    }

    @Test
    void moreThanAThousandDatastoresAreTooMany() {
        var datastores = IntStream.rangeClosed(0, 1_000)
                .mapToObj(number -> "\"db-" + number + "\": \"prod\"")
                .collect(joining(", ", "{\"datastores\": {", "}}"));

        var response = running.handle(
                Request.on("PUT /connection-defaults").ifMatch("\"0\"").body(datastores));

        assertThat(response.getStatusCode()).isEqualTo(400);
        assertThat(faulty(response)).containsExactly("datastores");
    }

    @ParameterizedTest
    @ValueSource(strings = {"0", "101", "-1", "many", "1.5", "99999999999"})
    void aPageHasBetweenOneAndAHundredItems(String limit) {
        var response = running.handle(Request.on("GET /connections").query("limit", limit));

        assertThat(response.getStatusCode()).isEqualTo(400);
        assertThat(faulty(response)).containsExactly("limit");
    }

    @Test
    void aCursorThatNoAnswerGaveIsAnswered400() {
        assertThat(List.of("!", "A", "=", "YQ==YQ", "YQ==", "_w", "_".repeat(1_366), "YQ".repeat(2_000)))
                .allSatisfy(cursor -> {
                    var response = running.handle(Request.on("GET /connections").query("cursor", cursor));

                    assertThat(response.getStatusCode()).isEqualTo(400);
                    assertThat(faulty(response)).containsExactly("cursor");
                });
    }

    @ParameterizedTest
    @ValueSource(strings = {"1", "100"})
    void theSmallestAndTheLargestPageAreServed(String limit) {
        assertThat(running.handle(Request.on("GET /connections").query("limit", limit))
                        .getStatusCode())
                .isEqualTo(200);
    }

    private static String tagFor(String route) {
        return route.endsWith("-defaults") ? "\"0\"" : "\"1\"";
    }

    private static String bodyFor(String route) {
        return route.endsWith("/reconnect")
                ? "{\"authentication\": {\"type\": \"basic\", \"username\": \"u\", \"password\": \"p\"}}"
                : "{}";
    }

    private static String type(APIGatewayV2HTTPResponse response) {
        return json(response).path("type").asText().replace("urn:nowbridge:problem:", "");
    }

    private static List<String> faulty(APIGatewayV2HTTPResponse response) {
        return StreamSupport.stream(json(response).path("errors").spliterator(), false)
                .map(error -> error.path("field").asText())
                .toList();
    }
}
