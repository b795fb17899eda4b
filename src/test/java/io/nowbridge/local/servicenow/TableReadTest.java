package io.nowbridge.local.servicenow;

import static io.nowbridge.local.servicenow.Incoming.failure;
import static io.nowbridge.local.servicenow.Planted.CANNOT_READ_EMAIL;
import static io.nowbridge.local.servicenow.Planted.INCIDENT;
import static io.nowbridge.local.servicenow.RunningInstance.encode;
import static org.assertj.core.api.Assertions.assertThat;

import io.vertx.core.json.JsonObject;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Records and lists of them, found by key, by query or by pairs. */
class TableReadTest {

    @RegisterExtension
    static final RunningInstance INSTANCE = new RunningInstance();

    @Test
    void aRecordIsReadByItsKey() {
        var answer = INSTANCE.get(CANNOT_READ_EMAIL);

        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.header("Content-Type")).hasValue("application/json;charset=UTF-8");
        assertThat(answer.result().getString("number")).isEqualTo("INC0000001");
    }

    @Test
    void fieldsMayWalkThroughReferencesAndUnknownOnesAreIgnored() {
        var record = INSTANCE.get(CANNOT_READ_EMAIL
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
        var numbers = INSTANCE.get("/api/now/table/task?sysparm_fields=number").all("number");

        assertThat(numbers).contains("INC0000001", "PRB0000050", "CHG0000024", "SCTASK0000001");
    }

    @Test
    void theFirstVersionCallsAnEmptyListNotFound() {
        var first = INSTANCE.get("/api/now/v1/table/incident?number=none");
        var second = INSTANCE.get("/api/now/v2/table/incident?number=none");

        assertThat(first.status()).isEqualTo(404);
        assertThat(first.body()).isEqualTo(failure("No Record found", "\"Records matching query not found\""));
        assertThat(second.status()).isEqualTo(200);
        assertThat(second.body()).isEqualTo("{\"result\":[]}");
    }

    @Test
    void aRecordThatIsNotThereIsNotFound() {
        var answer = INSTANCE.get(INCIDENT + "/bunk");

        assertThat(answer.status()).isEqualTo(404);
        assertThat(answer.body())
                .isEqualTo(
                        failure("No Record found", "\"Record doesn't exist or ACL restricts the record retrieval\""));
    }

    @Test
    void anUnknownTableIsInvalid() {
        var answer = INSTANCE.get("/api/now/table/notExistingTable");

        assertThat(answer.status()).isEqualTo(400);
        assertThat(answer.body()).isEqualTo(failure("Invalid table notExistingTable", "null"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"/api/now/tabel/incident", "/api/now", "/api/nowhere", "/api/now/table/incident/a/b"})
    void anUnknownUriRepresentsNoResource(String path) {
        var answer = INSTANCE.get(path);

        assertThat(answer.status()).isEqualTo(400);
        assertThat(answer.body()).isEqualTo(failure("Requested URI does not represent any resource", "null"));
    }

    @Test
    void anUnreadableEscapeRepresentsNoResource() throws Exception {
        // The JDK's own client refuses to send one.
        try (var socket = new Socket("127.0.0.1", INSTANCE.uri().getPort())) {
            socket.getOutputStream()
                    .write("GET /api/now/table/incident?sysparm_query=%zz HTTP/1.0\r\n\r\n"
                            .getBytes(StandardCharsets.US_ASCII));
            assertThat(socket.getInputStream().readAllBytes()).asString().startsWith("HTTP/1.0 400 ");
        }
    }

    @Test
    void anOverlongUrlIsAnsweredWithAPage() {
        var answer = INSTANCE.get("/api/now/table/" + "A".repeat(23_000) + "?sysparm_query=sys_id=x");

        assertThat(answer.status()).isEqualTo(414);
        assertThat(answer.body()).startsWith("<html>");
    }

    @Test
    void aQueryOfTenThousandCharactersIsStillAnswered() {
        var query = "AAAA=BBBB^".repeat(1000) + "number=INC0000001";

        assertThat(INSTANCE.get(INCIDENT + "?sysparm_query=" + query.replace("^", "%5E"))
                        .results())
                .hasSize(1);
    }

    @Test
    void aTinyUrlStandsForALongQuery() {
        var tooLong = "incident_list.do?sysparm_query=" + "AAAA=BBBB^".repeat(3000) + "number=INC0000001";
        var tiny = INSTANCE.post(
                        "/api/now/tinyurl", new JsonObject().put("url", tooLong).encode())
                .json()
                .getString("result");

        assertThat(tiny).startsWith("incident_list.do?sysparm_tiny=");
        assertThat(INSTANCE.get(INCIDENT + "?" + tiny.split("\\?")[1]).all("number"))
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
        assertThat(INSTANCE.get(INCIDENT + "?" + pairs.replace(" ", "%20")).all("number"))
                .containsExactly(number);
    }

    @Test
    void aPairCannotSmuggleInAQuery() {
        assertThat(INSTANCE.get(INCIDENT + "?number=" + encode("none^NQactive=true"))
                        .results())
                .isEmpty();
    }
}
