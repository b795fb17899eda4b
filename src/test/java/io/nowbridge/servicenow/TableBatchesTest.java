package io.nowbridge.servicenow;

import static io.nowbridge.servicenow.Outcomes.failureOf;
import static io.nowbridge.servicenow.Outcomes.itemOf;
import static io.nowbridge.servicenow.Reply.hangUp;
import static io.nowbridge.servicenow.Reply.json;
import static io.nowbridge.servicenow.Reply.text;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.nowbridge.servicenow.Operation.Change;
import io.nowbridge.servicenow.Operation.Find;
import io.nowbridge.servicenow.Operation.Insert;
import io.nowbridge.servicenow.ServiceNowException.Forbidden;
import io.nowbridge.servicenow.ServiceNowException.Rejected;
import io.nowbridge.servicenow.ServiceNowException.Unauthorized;
import io.nowbridge.servicenow.ServiceNowException.Unavailable;
import io.nowbridge.servicenow.ServiceNowException.Unintelligible;
import io.quarkus.test.junit.QuarkusTest;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Batches against recorded answers. */
@QuarkusTest
class TableBatchesTest {

    private static final String BATCH = "/api/now/v1/batch";
    private static final String ITEMS = "pc_vendor_cat_item";
    private static final String ID = "b9a5f6d0c0a8016400a1b2c3d4e5f601";
    private static final String OTHER = "b9a5f6d0c0a8016400a1b2c3d4e5f602";

    private static final Operation FIND = new Find(ITEMS, Set.of("product_id"), Query.where("product_id", "7"), 1);
    private static final Operation INSERT = new Insert(ITEMS, Map.of("product_id", "7"));
    private static final Operation CHANGE = new Change(ITEMS, new SysId(ID), Map.of("product_id", "7"));

    @RegisterExtension
    final RecordedInstance instance = new RecordedInstance();

    private final Batches batches = instance.client().batches();

    @Test
    void outcomesComeInTheOrderOfTheOperationsWhateverThatOfTheAnswer() {
        answers(
                served("2", 200, row(ID, "7")),
                served("0", 200, rows(row(ID, "7"))),
                served("1", 201, row(OTHER, "7")));

        var outcomes = itemOf(batches.run("Trying", List.of(FIND, INSERT, CHANGE)));

        assertThat(outcomes)
                .containsExactly(
                        new Outcome.Found(List.of(Map.of("sys_id", ID, "product_id", "7"))),
                        new Outcome.Wrote(new SysId(OTHER), List.of()),
                        new Outcome.Wrote(new SysId(ID), List.of()));
    }

    @Test
    void eachOperationIsSentWithItsBodyInBase64() {
        answers(served("0", 201, row(ID, "7")));

        itemOf(batches.run("Trying", List.of(INSERT)));

        var sent = new JsonObject(instance.received(BATCH).getFirst().body())
                .getJsonArray("rest_requests")
                .getJsonObject(0);
        assertThat(sent.getString("method")).isEqualTo("POST");
        assertThat(sent.getString("url")).startsWith("/api/now/").contains(ITEMS);
        assertThat(new JsonObject(new String(Base64.getDecoder().decode(sent.getString("body")), UTF_8)))
                .isEqualTo(new JsonObject().put("product_id", "7"));
    }

    @Test
    void whatWasNotServicedSaysSo() {
        instance.on(
                BATCH,
                json(new JsonObject()
                        .put("batch_request_id", "1")
                        .put("serviced_requests", new JsonArray().add(served("0", 201, row(ID, "7"))))
                        .put("unserviced_requests", new JsonArray().add("1"))
                        .encode()));

        var outcomes = itemOf(batches.run("Trying", List.of(INSERT, CHANGE)));

        assertThat(outcomes).containsExactly(new Outcome.Wrote(new SysId(ID), List.of()), new Outcome.Unserviced());
    }

    @Test
    void oneThatIsRefusedLeavesTheOthersAlone() {
        var error = new JsonObject()
                .put(
                        "error",
                        new JsonObject().put("message", "Operation Failed").put("detail", "aborted by a rule"))
                .put("status", "failure");
        answers(served("0", 403, error), served("1", 200, row(ID, "7")));

        var outcomes = itemOf(batches.run("Trying", List.of(INSERT, CHANGE)));

        assertThat(outcomes.getFirst())
                .isInstanceOfSatisfying(
                        Outcome.Refused.class,
                        refused -> assertThat(refused.failure()).isInstanceOf(Forbidden.class));
        assertThat(outcomes.getLast()).isInstanceOf(Outcome.Wrote.class);
    }

    @Test
    void oneThatCannotBeReadLeavesTheOthersAlone() {
        answers(served("0", 201, row(ID, "7")).put("body", "no Base64!"), served("1", 200, row(ID, "7")));

        var outcomes = itemOf(batches.run("Trying", List.of(INSERT, CHANGE)));

        assertThat(outcomes.getFirst())
                .isInstanceOfSatisfying(
                        Outcome.Refused.class,
                        refused -> assertThat(refused.failure())
                                .isInstanceOf(Unintelligible.class)
                                .returns(false, ServiceNowException::nothingHappened));
        assertThat(outcomes.getLast()).isInstanceOf(Outcome.Wrote.class);
    }

    @Test
    void aRecordThatIsNotThereToBeChangedIsAbsent() {
        var error = new JsonObject().put("error", new JsonObject().put("message", "No Record found"));
        answers(served("0", 404, error));

        assertThat(itemOf(batches.run("Trying", List.of(CHANGE)))).containsExactly(new Outcome.Absent());
    }

    @Test
    void aWebPageInPlaceOfAnAnswerIsUnintelligible() {
        instance.on(BATCH, text(200, "text/html", "<html>Instance hibernating</html>"));

        assertThat(failureOf(batches.run("Trying", List.of(INSERT))))
                .isInstanceOf(Unintelligible.class)
                .hasMessage("Trying answered 200 with a web page")
                .returns(false, ServiceNowException::nothingHappened);
    }

    @Test
    void aWritingBatchWhoseAnswerIsLostIsNotRepeatedAndMayHaveHappened() {
        instance.on(BATCH, hangUp(), answer(served("0", 201, row(ID, "7"))));

        assertThat(failureOf(batches.run("Trying", List.of(INSERT))))
                .isInstanceOf(Unavailable.class)
                .returns(false, ServiceNowException::nothingHappened);
        assertThat(instance.received(BATCH)).hasSize(1);
    }

    @Test
    void aReadingBatchWhoseAnswerIsLostIsRepeated() {
        instance.on(BATCH, hangUp(), answer(served("0", 200, rows(row(ID, "7")))));

        assertThat(itemOf(batches.run("Trying", List.of(FIND)))).singleElement().isInstanceOf(Outcome.Found.class);
        assertThat(instance.received(BATCH)).hasSize(2);
    }

    @Test
    void credentialsThatAreRefusedFailTheWhole() {
        instance.on(BATCH, json(401, "unauthenticated.json"));

        assertThat(failureOf(batches.run("Trying", List.of(INSERT)))).isInstanceOf(Unauthorized.class);
    }

    @Test
    void anErrorOfTheServerFailsTheWholeWhichMayHaveHappened() {
        instance.on(BATCH, text(500, "application/json", "{\"error\":{\"message\":\"Error\"},\"status\":\"failure\"}"));

        assertThat(failureOf(batches.run("Trying", List.of(INSERT))))
                .returns(false, ServiceNowException::nothingHappened);
        assertThat(instance.received(BATCH)).hasSize(1);
    }

    @Test
    void aNameThatIsNoneIsNotSent() {
        var failure = failureOf(batches.run("Trying", List.of(new Insert("../incident", Map.of()))));

        assertThat(failure).isInstanceOf(Rejected.class).returns(true, ServiceNowException::nothingHappened);
        assertThat(instance.received(BATCH)).isEmpty();
    }

    private void answers(JsonObject... served) {
        instance.on(BATCH, answer(served));
    }

    private static Reply answer(JsonObject... served) {
        var all = new JsonArray();
        Stream.of(served).forEach(all::add);
        return json(new JsonObject()
                .put("batch_request_id", "1")
                .put("serviced_requests", all)
                .put("unserviced_requests", new JsonArray())
                .encode());
    }

    private static JsonObject served(String id, int status, JsonObject body) {
        return new JsonObject()
                .put("id", id)
                .put("status_code", status)
                .put("headers", new JsonArray())
                .put("body", Base64.getEncoder().encodeToString(body.encode().getBytes(UTF_8)));
    }

    private static JsonObject row(String sysId, String sku) {
        return new JsonObject()
                .put("result", new JsonObject().put("sys_id", sysId).put("product_id", sku));
    }

    private static JsonObject rows(JsonObject row) {
        return new JsonObject().put("result", new JsonArray().add(row.getJsonObject("result")));
    }
}
