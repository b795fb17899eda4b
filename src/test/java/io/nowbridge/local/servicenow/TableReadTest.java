package io.nowbridge.local.servicenow;

import static io.nowbridge.local.servicenow.RunningInstance.encode;
import static org.assertj.core.api.Assertions.assertThat;

import io.vertx.core.json.JsonObject;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class TableReadTest {

    private static final String INCIDENT = "/api/now/table/incident";
    private static final String CANNOT_READ_EMAIL = "9c573169c611228700193229fff72400";
    private static final String ABEL = "62826bf03710200044e0bfc8bcbe5df1";

    private static RunningInstance instance;

    @BeforeAll
    static void start() {
        instance = new RunningInstance();
    }

    @BeforeEach
    void reset() {
        instance.reset();
    }

    @AfterAll
    static void stop() {
        instance.close();
    }

    @Test
    void aRecordIsReadByItsKey() {
        var answer = instance.get(INCIDENT + "/" + CANNOT_READ_EMAIL);

        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.header("Content-Type")).hasValue("application/json;charset=UTF-8");
        assertThat(answer.result().getString("number")).isEqualTo("INC0000001");
    }

    @Test
    void allValuesAreStringsAndEmptyOnesEmpty() {
        var record = instance.get(INCIDENT + "/" + CANNOT_READ_EMAIL + "?sysparm_exclude_reference_link=true")
                .result();

        assertThat(record.getMap().values()).allMatch(String.class::isInstance);
        assertThat(record.getString("active")).isEqualTo("true");
        assertThat(record.getString("closed_by")).isEmpty();
    }

    @Test
    void aReferenceCarriesTheVersionThatWasCalled() {
        var unversioned = caller("/api/now/table/incident/", "");
        var second = caller("/api/now/v2/table/incident/", "");

        assertThat(unversioned).isEqualTo(reference("/api/now/table/").put("value", ABEL));
        assertThat(second).isEqualTo(reference("/api/now/v2/table/").put("value", ABEL));
    }

    @Test
    void aReferenceIsShownAsNameAndLinkWithoutItsValue() {
        var shown = (JsonObject) caller("/api/now/table/incident/", "&sysparm_display_value=true");

        assertThat(shown.getMap()).containsOnlyKeys("display_value", "link");
        assertThat(shown.getString("display_value")).isEqualTo("Abel Tuter");
    }

    @Test
    void allValuesOfAReferenceAreItsNameLinkAndKey() {
        var all = (JsonObject) caller("/api/now/table/incident/", "&sysparm_display_value=all");

        assertThat(all.getMap()).containsOnlyKeys("display_value", "link", "value");
    }

    @ParameterizedTest
    @CsvSource({"false, " + ABEL, "true, Abel Tuter"})
    void withoutLinksAReferenceIsABareValue(String mode, String expected) {
        var bare = caller(
                "/api/now/table/incident/", "&sysparm_exclude_reference_link=true&sysparm_display_value=" + mode);

        assertThat(bare).isEqualTo(expected);
    }

    @Test
    void withoutLinksAllValuesAreAPair() {
        var pair = caller("/api/now/table/incident/", "&sysparm_exclude_reference_link=true&sysparm_display_value=all");

        assertThat(pair)
                .isEqualTo(new JsonObject().put("display_value", "Abel Tuter").put("value", ABEL));
    }

    @Test
    void displayValuesAreWhatPeopleSee() {
        var record = instance.get(INCIDENT
                        + "?number=INC0000004&sysparm_display_value=true&sysparm_fields=state,priority,impact,active,"
                        + "sys_class_name,business_duration,calendar_duration,sla_due,category")
                .results()
                .getJsonObject(0);

        assertThat(record)
                .isEqualTo(new JsonObject()
                        .put("state", "Closed")
                        .put("priority", "5 - Planning")
                        .put("impact", "3 - Low")
                        .put("active", "false")
                        .put("sys_class_name", "Incident")
                        .put("business_duration", "47 Minutes")
                        .put("calendar_duration", "1 Day 4 Hours 23 Minutes")
                        .put("sla_due", "UNKNOWN")
                        .put("category", "Inquiry / Help"));
    }

    @Test
    void displayedTimesAreInTheZoneOfWhoAsks() {
        var path = INCIDENT + "/" + CANNOT_READ_EMAIL + "?sysparm_display_value=all&sysparm_fields=opened_at";

        var integration = instance.get(path).result().getJsonObject("opened_at");
        var admin = instance.call("GET", path).asAdmin().send().result().getJsonObject("opened_at");

        assertThat(integration.getString("display_value")).isEqualTo("2026-01-15 16:09:51");
        assertThat(admin.getString("display_value")).isEqualTo("2026-01-15 08:09:51");
        assertThat(admin.getString("value")).isEqualTo("2026-01-15 16:09:51");
    }

    @Test
    void fieldsMayWalkThroughReferencesAndUnknownOnesAreIgnored() {
        var record = instance.get(INCIDENT + "/" + CANNOT_READ_EMAIL
                        + "?sysparm_fields=number,caller_id.company.name,bogus,caller_id.bogus,closed_by.name")
                .result();

        assertThat(record)
                .isEqualTo(new JsonObject()
                        .put("number", "INC0000001")
                        .put("caller_id.company.name", "ACME North America")
                        .put("closed_by.name", ""));
    }

    @Test
    void aTableIncludesTheTablesThatExtendIt() {
        var numbers = instance.get("/api/now/table/task?sysparm_fields=number").all("number");

        assertThat(numbers).contains("INC0000001", "PRB0000050", "CHG0000024", "SCTASK0000001");
    }

    @Test
    void theTotalIsOfTheWholeListAndTheLinksLeadThroughIt() {
        var answer = instance.get(INCIDENT + "?sysparm_limit=2&sysparm_offset=2&sysparm_fields=number");

        assertThat(answer.header("X-Total-Count")).hasValue("5");
        assertThat(answer.header("Link"))
                .hasValue(
                        "<BASE&sysparm_offset=0&sysparm_limit=2>;rel=\"first\",<BASE&sysparm_offset=0&sysparm_limit=2>;"
                                .concat("rel=\"prev\",<BASE&sysparm_offset=4&sysparm_limit=2>;rel=\"next\",")
                                .concat("<BASE&sysparm_offset=4&sysparm_limit=2>;rel=\"last\"")
                                .replace("BASE", instance.uri() + INCIDENT + "?sysparm_fields=number"));
    }

    @Test
    void theFirstPageHasNoPreviousAndTheLastNoNext() {
        var first = instance.get(INCIDENT + "?sysparm_limit=2").header("Link").orElseThrow();
        var last = instance.get(INCIDENT + "?sysparm_limit=2&sysparm_offset=4")
                .header("Link")
                .orElseThrow();

        assertThat(first).contains("rel=\"next\"").doesNotContain("rel=\"prev\"");
        assertThat(last).contains("rel=\"prev\"").doesNotContain("rel=\"next\"");
    }

    @Test
    void aListOfOnePageHasNoLinks() {
        assertThat(instance.get(INCIDENT).header("Link")).isEmpty();
    }

    @Test
    void linksAndCountCanBeLeftOut() {
        var answer = instance.get(
                INCIDENT + "?sysparm_limit=1&sysparm_suppress_pagination_header=true&sysparm_no_count=true");

        assertThat(answer.header("Link")).isEmpty();
        assertThat(answer.header("X-Total-Count")).isEmpty();
    }

    @Test
    void followingTheLinksReadsEveryRecordOnce() {
        var next = instance.get(INCIDENT + "?sysparm_limit=2&sysparm_query=ORDERBYDESCnumber&sysparm_fields=number");
        var numbers = new ArrayList<>(next.all("number"));
        while (next.header("Link")
                .filter(links -> links.contains("rel=\"next\""))
                .isPresent()) {
            var link = next.header("Link").orElseThrow().replaceAll(".*<([^>]*)>;rel=\"next\".*", "$1");
            next = instance.get(link.substring(instance.uri().toString().length()));
            numbers.addAll(next.all("number"));
        }

        assertThat(numbers).containsExactly("INC0000005", "INC0000004", "INC0000003", "INC0000002", "INC0000001");
    }

    @Test
    void theFirstVersionCallsAnEmptyListNotFound() {
        var first = instance.get("/api/now/v1/table/incident?number=none");
        var second = instance.get("/api/now/v2/table/incident?number=none");

        assertThat(first.status()).isEqualTo(404);
        assertThat(first.body()).isEqualTo(failure("No Record found", "\"Records matching query not found\""));
        assertThat(second.status()).isEqualTo(200);
        assertThat(second.body()).isEqualTo("{\"result\":[]}");
    }

    @Test
    void aRecordThatIsNotThereIsNotFound() {
        var answer = instance.get(INCIDENT + "/bunk");

        assertThat(answer.status()).isEqualTo(404);
        assertThat(answer.body())
                .isEqualTo(
                        failure("No Record found", "\"Record doesn't exist or ACL restricts the record retrieval\""));
    }

    @Test
    void anUnknownTableIsInvalid() {
        var answer = instance.get("/api/now/table/notExistingTable");

        assertThat(answer.status()).isEqualTo(400);
        assertThat(answer.body()).isEqualTo(failure("Invalid table notExistingTable", "null"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"/api/now/tabel/incident", "/api/now", "/api/nowhere", "/api/now/table/incident/a/b"})
    void anUnknownUriRepresentsNoResource(String path) {
        var answer = instance.get(path);

        assertThat(answer.status()).isEqualTo(400);
        assertThat(answer.body()).isEqualTo(failure("Requested URI does not represent any resource", "null"));
    }

    @Test
    void anUnreadableEscapeRepresentsNoResource() throws Exception {
        // The JDK's own client refuses to send one.
        try (var socket = new Socket("127.0.0.1", instance.uri().getPort())) {
            socket.getOutputStream()
                    .write("GET /api/now/table/incident?sysparm_query=%zz HTTP/1.0\r\n\r\n"
                            .getBytes(StandardCharsets.US_ASCII));
            assertThat(socket.getInputStream().readAllBytes()).asString().startsWith("HTTP/1.0 400 ");
        }
    }

    @Test
    void anOverlongUrlIsAnsweredWithAPage() {
        var answer = instance.get("/api/now/table/" + "A".repeat(23_000) + "?sysparm_query=sys_id=x");

        assertThat(answer.status()).isEqualTo(414);
        assertThat(answer.body()).startsWith("<html>");
    }

    @Test
    void aQueryOfTenThousandCharactersIsStillAnswered() {
        var query = "AAAA=BBBB^".repeat(1000) + "number=INC0000001";

        assertThat(instance.get(INCIDENT + "?sysparm_query=" + query.replace("^", "%5E"))
                        .results())
                .hasSize(1);
    }

    @Test
    void aTinyUrlStandsForALongQuery() {
        var tooLong = "incident_list.do?sysparm_query=" + "AAAA=BBBB^".repeat(3000) + "number=INC0000001";
        var tiny = instance.post(
                        "/api/now/tinyurl", new JsonObject().put("url", tooLong).encode())
                .json()
                .getString("result");

        assertThat(tiny).startsWith("incident_list.do?sysparm_tiny=");
        assertThat(instance.get(INCIDENT + "?" + tiny.split("\\?")[1]).all("number"))
                .containsExactly("INC0000001");
    }

    @ParameterizedTest
    @CsvSource({
        "number=INC0000001, INC0000001",
        "state=closed, INC0000004",
        "state=7, INC0000004",
        "assigned_to=david.loo, INC0000004",
        "assigned_to=David Loo, INC0000004",
        "assigned_to=5137153cc611227c000bbd1bd8cd2005, INC0000004",
        "caller_id.name=Rick Berzle&state=3, INC0000002",
    })
    void pairsFilterByStoredOrDisplayedValues(String pairs, String number) {
        assertThat(instance.get(INCIDENT + "?" + pairs.replace(" ", "%20")).all("number"))
                .containsExactly(number);
    }

    @Test
    void aPairCannotSmuggleInAQuery() {
        assertThat(instance.get(INCIDENT + "?number=" + encode("none^NQactive=true"))
                        .results())
                .isEmpty();
    }

    @Test
    void headIsGetWithoutABody() {
        var answer = instance.call("HEAD", INCIDENT).send();

        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.header("X-Total-Count")).hasValue("5");
        assertThat(answer.bytes()).isEmpty();
    }

    @Test
    void answersCarryTheHeadersAndCookiesOfTheRealInstance() {
        var answer = instance.get(INCIDENT);

        assertThat(answer.header("Server")).hasValue("ServiceNow");
        assertThat(answer.header("X-Is-Logged-In")).hasValue("true");
        assertThat(answer.header("Cache-Control")).hasValue("no-cache,no-store,must-revalidate,max-age=-1");
        assertThat(answer.headers("Set-Cookie"))
                .anyMatch(cookie -> cookie.startsWith("JSESSIONID="))
                .anyMatch(cookie -> cookie.startsWith("glide_user_route=glide."));
    }

    @Test
    void answersAreCompressedForThoseWhoAsk() {
        var answer =
                instance.call("GET", INCIDENT).header("Accept-Encoding", "gzip").send();

        assertThat(answer.header("Content-Encoding")).hasValue("gzip");
        assertThat(answer.bytes()).startsWith(0x1f, 0x8b);
    }

    @ParameterizedTest
    @CsvSource({"svc_nowbridge, wrong", "nobody, nowbridge", "carla.humble, ''"})
    void withoutGoodCredentialsTheCallerIsNotAuthenticated(String user, String password) {
        var answer = instance.call("GET", INCIDENT).as(user, password).send();

        assertThat(answer.status()).isEqualTo(401);
        assertThat(answer.body())
                .isEqualTo(failure("User Not Authenticated", "\"Required to provide Auth information\""));
        assertThat(answer.header("WWW-Authenticate")).hasValue("BASIC realm=\"Service-now\"");
    }

    @ParameterizedTest
    @CsvSource({"text/xml, 406", "application/json, 200", "'text/html, */*;q=0.8', 200"})
    void theAnswerIsJsonOrNotAcceptable(String accept, int status) {
        assertThat(instance.call("GET", INCIDENT)
                        .header("Accept", accept)
                        .send()
                        .status())
                .isEqualTo(status);
    }

    @Test
    void aCallThatSaysNotWhatItAcceptsIsBad() {
        var answer = instance.new Outgoing("GET", INCIDENT)
                .as("svc_nowbridge", "nowbridge")
                .send();

        assertThat(answer.status()).isEqualTo(400);
    }

    @Test
    void passwordsAreNeverTold() {
        var users = instance.get("/api/now/table/sys_user?sysparm_display_value=all");

        assertThat(users.body()).contains("********").doesNotContain("\"nowbridge\"");
    }

    private static Object caller(String path, String parameters) {
        return instance.get(path + CANNOT_READ_EMAIL + "?sysparm_fields=caller_id" + parameters)
                .result()
                .getValue("caller_id");
    }

    private static JsonObject reference(String path) {
        return new JsonObject().put("link", instance.uri() + path + "sys_user/" + ABEL);
    }

    private static String failure(String message, String detail) {
        return "{\"error\":{\"message\":\"%s\",\"detail\":%s},\"status\":\"failure\"}".formatted(message, detail);
    }
}
