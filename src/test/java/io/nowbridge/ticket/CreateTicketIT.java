package io.nowbridge.ticket;

import static java.util.stream.Collectors.toSet;
import static org.assertj.core.api.Assertions.assertThat;

import io.nowbridge.local.LocalNowbridge;
import io.nowbridge.local.LocalNowbridge.Answer;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CreateTicketIT {

    @RegisterExtension
    static final SharedNowbridge SHARED = new SharedNowbridge();

    private static final String BODY = """
            {"shortDescription": "Negative totals in orders", "description": "Since this morning.",
             "category": "database", "impact": "2 - Medium", "urgency": "1",
             "assignmentGroup": "Data Engineering", "caller": "abel.tuter",
             "anomaly": {"type": "record", "status": "Active", "container": "orders",
                         "failedChecks": [{"id": 99, "name": "total_amount is not negative"}]}}""";

    @Test
    void theIncidentBearsTheContextTheGroupTheCallerAndThePriorityOfTheMatrix() {
        var answer = nowbridge().createTicket("it-whole", BODY);

        assertThat(answer.status()).isEqualTo(201);
        assertThat(answer.body().path("warnings")).isEmpty();
        assertThat(nowbridge().incidents("correlation_id=" + answer.text("/link/linkId")))
                .singleElement()
                .satisfies(incident -> {
                    assertThat(incident.path("number").asText()).isEqualTo(answer.text("/ticket/number"));
                    assertThat(incident.path("priority").asText()).isEqualTo("2");
                    assertThat(incident.path("category").asText()).isEqualTo("database");
                    assertThat(incident.path("caller_id").asText()).isEqualTo("62826bf03710200044e0bfc8bcbe5df1");
                    assertThat(incident.path("assignment_group").asText()).isNotEmpty();
                    assertThat(incident.path("description").asText())
                            .startsWith("Since this morning.")
                            .contains("Anomaly ID: it-whole", "Failed checks: total_amount is not negative (99)");
                });
    }

    @ParameterizedTest
    @CsvSource({"incident, INC, New", "problem, PRB, New", "change_request, CHG, New", "sc_task, SCTASK, Open"})
    void aTicketOpensInTheTableThatWasAskedForAndARepeatFindsItThere(String table, String prefix, String state) {
        var body = """
                {"table": "%s", "shortDescription": "Totals are off", "impact": "2", "urgency": "1",
                 "assignmentGroup": "Data Engineering"}""".formatted(table);

        var first = nowbridge().createTicket("it-table-" + table, body);
        var second = nowbridge().createTicket("it-table-" + table, body);

        assertThat(first.status()).isEqualTo(201);
        assertThat(first.body().path("warnings")).isEmpty();
        assertThat(first.text("/ticket/table")).isEqualTo(table);
        assertThat(first.text("/ticket/number")).matches(prefix + "\\d{7,}");
        assertThat(first.text("/ticket/state")).isEqualTo(state);
        assertThat(first.text("/ticket/url")).contains("/nav_to.do?uri=" + table + ".do%3Fsys_id%3D");
        assertThat(second.status()).isEqualTo(200);
        assertThat(second.text("/ticket/id")).isEqualTo(first.text("/ticket/id"));
        assertThat(nowbridge().records(table, "correlation_id=" + first.text("/link/linkId")))
                .singleElement()
                .satisfies(record -> {
                    assertThat(record.path("number").asText()).isEqualTo(first.text("/ticket/number"));
                    assertThat(record.path("description").asText()).contains("Anomaly ID: it-table-" + table);
                });
    }

    @Test
    void theLinkIsStoredInBothDirectionsAndTheActivityIsLogged() {
        var answer = nowbridge().createTicket("it-stored", BODY);

        var linkId = answer.text("/link/linkId");
        assertThat(nowbridge().items("links"))
                .filteredOn(item -> item.get("sk").s().equals("link#" + linkId))
                .extracting(item -> item.get("pk").s())
                .containsExactlyInAnyOrder(
                        "anomaly#default#it-stored",
                        "ticket#" + nowbridge().demo() + "#incident#" + answer.text("/ticket/id"));
        assertThat(nowbridge().entries())
                .filteredOn(item -> item.get("id").s().equals(linkId))
                .singleElement()
                .satisfies(entry -> {
                    assertThat(entry.get("result").s()).isEqualTo("SUCCESS");
                    assertThat(entry.get("correlationId").s())
                            .isEqualTo(
                                    answer.headers().firstValue("x-request-id").orElseThrow());
                    assertThat(entry.get("remoteCalls").n())
                            .isEqualTo(Long.toString(nowbridge().received("GET", "/")
                                    + nowbridge().received("POST", "/")));
                });
    }

    @Test
    void fiftyAtOnceAndTenInARowOpenOneIncident() {
        var atOnce = IntStream.range(0, 50)
                .mapToObj(number -> nowbridge().createTicketLater("it-parallel", BODY, Map.of()))
                .toList();
        var answers = atOnce.stream().map(CompletableFuture::join).toList();
        var inARow = IntStream.range(0, 10)
                .mapToObj(number -> nowbridge().createTicket("it-parallel", BODY))
                .toList();

        assertThat(answers).extracting(Answer::status).isSubsetOf(200, 201, 409).contains(201);
        assertThat(answers)
                .filteredOn(answer -> answer.status() == 409)
                .allSatisfy(answer -> assertThat(answer.retryAfter()).isPresent());
        assertThat(inARow).extracting(Answer::status).containsOnly(200);
        var numbers = IntStream.range(0, 2)
                .mapToObj(half -> half == 0 ? answers : inARow)
                .flatMap(half -> half.stream())
                .filter(answer -> answer.status() != 409)
                .map(answer -> answer.text("/ticket/number"))
                .collect(toSet());
        assertThat(numbers).hasSize(1);
        assertThat(nowbridge().incidents("descriptionLIKEAnomaly ID: it-parallel"))
                .hasSize(1);
        assertThat(nowbridge().items("links"))
                .filteredOn(item -> item.get("pk").s().equals("anomaly#default#it-parallel"))
                .hasSize(1);
    }

    @Test
    void aKeyThatComesBackWithAnotherBodyIsRefused() {
        var key = Map.of("Idempotency-Key", "it-reused");
        nowbridge().createTicket("it-reused", BODY, key);

        var answer = nowbridge().createTicket("it-reused", "{\"shortDescription\": \"Another\"}", key);

        assertThat(answer.status()).isEqualTo(422);
        assertThat(nowbridge().incidents("short_description=Another")).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            "caller": "nobody.known"               | caller          | No active user has the sys_id, user name or e-mail
            "assignmentGroup": "No Such Group"     | assignmentGroup | No active group has the sys_id or name
            "category": "Databse"                  | category        | is not one of:
            "impact": "7"                          | impact          | is not one of: 1 - High, 2 - Medium, 3 - Low
            "table": "kb_knowledge"                | table           | is not one of: incident, problem, change_request, sc_task
            """)
    void aValueThatServiceNowDoesNotKnowIsRefusedBeforeAnythingIsWritten(String field, String name, String message) {
        var answer = nowbridge().createTicket("it-unfit", "{\"shortDescription\": \"Unfit\", " + field + "}");

        assertThat(answer.status()).isEqualTo(422);
        assertThat(answer.text("/errors/0/field")).isEqualTo(name);
        assertThat(answer.text("/errors/0/message")).contains(message);
        assertThat(nowbridge().received("POST", "/api/now/table/incident")).isZero();
    }

    @Test
    void aFieldThatTheTableLacksCostsAWarningNotTheTicket() {
        var answer = nowbridge()
                .createTicket(
                        "it-lacking",
                        "{\"table\": \"sc_task\", \"shortDescription\": \"Uncalled\", \"caller\": \"abel.tuter\"}");

        assertThat(answer.status()).isEqualTo(201);
        assertThat(answer.text("/warnings/0/field")).isEqualTo("caller");
    }

    @Test
    void choicesThatCannotBeReadCostAWarningNotTheTicket() {
        nowbridge().settings("{\"unreadableTables\": [\"sys_choice\"]}");

        var answer = nowbridge()
                .createTicket("it-choices", "{\"shortDescription\": \"Unchecked\", \"category\": \"database\"}");

        assertThat(answer.status()).isEqualTo(201);
        assertThat(answer.text("/warnings/0/field")).isEqualTo("category");
    }

    @Test
    void aFieldThatServiceNowDroppedIsWarnedOf() {
        nowbridge().settings("{\"unwritableFields\": [\"incident.urgency\"]}");

        var answer = nowbridge()
                .createTicket(
                        "it-dropped",
                        "{\"shortDescription\": \"Dropped\", \"urgency\": \"1\", \"fields\": {\"u_no_such\": \"x\"}}");

        assertThat(answer.status()).isEqualTo(201);
        assertThat(answer.body().path("warnings").findValuesAsText("field"))
                .containsExactlyInAnyOrder("urgency", "fields.u_no_such");
    }

    @Test
    void aWorkNoteIsWrittenAndSeen() {
        var answer = nowbridge()
                .createTicket(
                        "it-note",
                        "{\"shortDescription\": \"Noted\", \"fields\": {\"work_notes\": \"Seen by the night shift.\"}}");

        assertThat(answer.status()).isEqualTo(201);
        assertThat(answer.body().path("warnings")).isEmpty();
    }

    @Test
    void aWorkNoteThatWasDroppedIsWarnedOf() {
        nowbridge().settings("{\"unwritableFields\": [\"incident.work_notes\"]}");

        var answer = nowbridge()
                .createTicket(
                        "it-unnoted",
                        "{\"shortDescription\": \"Unnoted\", \"fields\": {\"work_notes\": \"Nobody reads me.\"}}");

        assertThat(answer.status()).isEqualTo(201);
        assertThat(answer.text("/warnings/0/field")).isEqualTo("fields.work_notes");
    }

    @Test
    void aMemberIsRefused() {
        var member = Map.of("Authorization", "Bearer " + nowbridge().token("member", "data-eng"));

        var answer = nowbridge().createTicket("it-member", BODY, member);

        assertThat(answer.status()).isEqualTo(403);
    }

    @Test
    void whoHasNoTokenGetsNoFurther() {
        var answer = nowbridge().createTicket("it-nobody", BODY, Map.of("Authorization", "Bearer no.such.token"));

        assertThat(answer.status()).isEqualTo(401);
    }

    private static LocalNowbridge nowbridge() {
        return SHARED.run();
    }
}
