package io.nowbridge.local.servicenow;

import static org.assertj.core.api.Assertions.assertThat;

import io.nowbridge.local.servicenow.RunningInstance.Incoming;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Base64;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Batch, Aggregate, Import Set, Attachment and the descriptions of tables. */
class OtherApisTest {

    private static final String NETWORK_SHARES = "9d385017c611228701d22104cc95c371";

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

    @ParameterizedTest
    @ValueSource(strings = {"/api/now/v1/batch", "/api/now/batch"})
    void aBatchRunsItsCallsInOrderAndReportsOnEach(String path) {
        var create = item("a", "POST", "/api/now/table/incident", "{\"correlation_id\":\"b-1\"}");
        var find = item("b", "GET", "/api/now/table/incident?sysparm_query=correlation_id%3Db-1", "");
        var missing = item("c", "GET", "/api/now/table/incident/none", "");
        var delete = item("d", "DELETE", "/api/now/table/incident/" + NETWORK_SHARES, "");

        var answer = batch(path, create, find, missing, delete);

        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.json().getValue("batch_request_id")).isEqualTo("7");
        assertThat(answer.json().getJsonArray("unserviced_requests")).isEmpty();
        assertThat(served(answer, 0).getInteger("status_code")).isEqualTo(201);
        assertThat(served(answer, 0).getString("status_text")).isEqualTo("Created");
        assertThat(body(served(answer, 1)).getJsonArray("result")).hasSize(1);
        assertThat(served(answer, 2).getInteger("status_code")).isEqualTo(404);
        assertThat(served(answer, 3).getInteger("status_code")).isEqualTo(204);
        assertThat(served(answer, 3).getString("id")).isEqualTo("d");
    }

    @Test
    void headersOfBatchedAnswersAreToldUnlessUnwanted() {
        var told = item("a", "GET", "/api/now/table/incident", "");
        var untold = item("b", "GET", "/api/now/table/incident", "").put("exclude_response_headers", true);

        var answer = batch("/api/now/v1/batch", told, untold);

        assertThat(served(answer, 0).getJsonArray("headers"))
                .contains(new JsonObject().put("name", "X-Total-Count").put("value", "5"));
        assertThat(served(answer, 1).getMap()).doesNotContainKey("headers");
    }

    @Test
    void aBatchReachesWhatNoUrlCan() {
        var query = "AAAA%3DBBBB%5E".repeat(2300) + "number%3DINC0000001";

        var answer = batch("/api/now/v1/batch", item("a", "GET", "/api/now/table/incident?sysparm_query=" + query, ""));

        assertThat(body(served(answer, 0)).getJsonArray("result")).hasSize(1);
    }

    @Test
    void rowsAreCounted() {
        assertThat(stats("incident?sysparm_count=true&sysparm_query=active=true")
                        .body())
                .isEqualTo("{\"result\":{\"stats\":{\"count\":\"4\"}}}");
    }

    @Test
    void columnsAreSummedUp() {
        var stats = stats("proc_po_item?sysparm_sum_fields=total_cost&sysparm_avg_fields=cost"
                        + "&sysparm_min_fields=cost&sysparm_max_fields=cost")
                .result()
                .getJsonObject("stats");

        assertThat(stats.getJsonObject("sum").getString("total_cost")).isEqualTo("1712.99");
        assertThat(stats.getJsonObject("avg").getString("cost")).isEqualTo("507.83");
        assertThat(stats.getJsonObject("min").getString("cost")).isEqualTo("84.99");
        assertThat(stats.getJsonObject("max").getString("cost")).isEqualTo("1249");
    }

    @Test
    void groupsComeAsAListWithTheirFields() {
        var groups = stats(
                        "incident?sysparm_count=true&sysparm_group_by=category&sysparm_having=count%5Ecategory%5E%3E%5E1")
                .results();

        assertThat(groups.encode())
                .isEqualTo("[{\"stats\":{\"count\":\"3\"},"
                        + "\"groupby_fields\":[{\"field\":\"category\",\"value\":\"network\"}]}]");
    }

    @Test
    void anAggregateOfNothingIsRefused() {
        var answer = stats("incident");

        assertThat(answer.status()).isEqualTo(400);
        assertThat(answer.body()).contains("No request parameter for aggregate operation specified");
    }

    @Test
    void anAggregateOfAnUnreadableTableIsRefused() {
        instance.settings("{\"unreadableTables\":[\"incident\"]}");

        var answer = stats("incident?sysparm_count=true");

        assertThat(answer.status()).isEqualTo(403);
        assertThat(answer.json().getJsonObject("error").getString("detail"))
                .isEqualTo("No permission to read table 'incident'");
    }

    @Test
    void anImportedRowIsTransformedAtOnce() {
        var answer = instance.post("/api/now/import/imp_user", user("jp", "John"));

        var entry = answer.results().getJsonObject(0);
        assertThat(answer.status()).isEqualTo(201);
        assertThat(answer.json().getString("import_set")).isEqualTo("ISET0010001");
        assertThat(answer.json().getString("staging_table")).isEqualTo("imp_user");
        assertThat(entry.getMap())
                .containsEntry("transform_map", "User")
                .containsEntry("table", "sys_user")
                .containsEntry("display_name", "name")
                .containsEntry("display_value", "John Public")
                .containsEntry("status", "inserted")
                .containsEntry("record_link", instance.uri() + "/api/now/table/sys_user/" + entry.getString("sys_id"));
        assertThat(instance.get("/api/now/table/sys_user?user_name=jp").all("first_name"))
                .containsExactly("John");
    }

    @Test
    void anImportThatCoalescesUpdatesAndOneWithoutNewsIsIgnored() {
        instance.post("/api/now/import/imp_user", user("jp", "John"));

        var update = instance.post("/api/now/import/imp_user", user("jp", "Jack"));
        var same = instance.post("/api/now/import/imp_user", user("jp", "Jack"));

        assertThat(update.results().getJsonObject(0).getString("status")).isEqualTo("updated");
        assertThat(same.results().getJsonObject(0).getString("status")).isEqualTo("ignored");
        assertThat(instance.get("/api/now/table/sys_user?user_name=jp").all("first_name"))
                .containsExactly("Jack");
    }

    @Test
    void aFailedImportIsAnErrorUnderStatus201() {
        instance.settings("{\"createDenied\":[\"sys_user\"]}");

        var answer = instance.post("/api/now/import/imp_user", user("jp", "John"));

        assertThat(answer.status()).isEqualTo(201);
        assertThat(answer.results().getJsonObject(0))
                .isEqualTo(new JsonObject()
                        .put("transform_map", "User")
                        .put("status", "error")
                        .put("error_message", "ACL Exception Insert Failed due to security constraints")
                        .put("status_message", "failure"));
    }

    @Test
    void anImportedRowCanBeLookedUp() {
        var imported = instance.post("/api/now/import/imp_user", user("jp", "John"));
        var staged = instance.get("/api/now/table/imp_user?u_user_name=jp")
                .all("sys_id")
                .getFirst();

        var found = instance.get("/api/now/import/imp_user/" + staged);

        assertThat(found.status()).isEqualTo(200);
        assertThat(found.json()).isEqualTo(imported.json());
    }

    @Test
    void manyRowsAreImportedAfterwardsByTheLabelsOfTheirColumns() {
        var records = new JsonArray()
                .add(new JsonObject().put("User name", "a1").put("First name", "Ann"))
                .add(new JsonObject().put("User name", "a2").put("First name", "Amy"));

        var answer = instance.post(
                "/api/now/import/imp_user/insertMultiple",
                new JsonObject().put("records", records).encode());

        assertThat(answer.status()).isEqualTo(201);
        assertThat(answer.json().getMap()).containsOnlyKeys("import_set_id", "multi_import_set_id");
        var deadline = System.nanoTime() + Duration.ofSeconds(5).toNanos();
        while (instance.get("/api/now/table/sys_user?sysparm_query=user_nameINa1,a2")
                        .results()
                        .size()
                < 2) {
            assertThat(System.nanoTime()).isLessThan(deadline);
        }
    }

    @Test
    void onlyAStagingTableTakesImports() {
        assertThat(instance.post("/api/now/import/incident", "{}").status()).isEqualTo(400);
    }

    @Test
    void aFileIsKeptWithItsRecord() {
        byte[] content = {0, 1, 2, 3, (byte) 0xff};
        var uploaded = upload("data.bin", content);

        var metadata = uploaded.result();
        assertThat(uploaded.status()).isEqualTo(201);
        assertThat(metadata.getMap())
                .containsEntry("file_name", "data.bin")
                .containsEntry("size_bytes", "5")
                .containsEntry("content_type", "application/octet-stream")
                .containsEntry("table_name", "incident");
        var download = instance.get("/api/now/attachment/" + metadata.getString("sys_id") + "/file");
        assertThat(download.bytes()).isEqualTo(content);
        assertThat(download.header("Content-Type")).hasValue("application/octet-stream");
        assertThat(metadata.getString("download_link"))
                .isEqualTo(instance.uri() + "/api/now/attachment/" + metadata.getString("sys_id") + "/file");
    }

    @Test
    void theFilesOfARecordAreListedByQueryOrPairs() {
        upload("a.txt", "a".getBytes(StandardCharsets.UTF_8));

        var byPairs = instance.get("/api/now/attachment?table_name=incident&table_sys_id=" + NETWORK_SHARES);
        var byQuery = instance.get("/api/now/v1/attachment?sysparm_query=table_sys_id=" + NETWORK_SHARES);
        var others = instance.get("/api/now/attachment?table_sys_id=none");

        assertThat(byPairs.all("file_name")).containsExactly("a.txt");
        assertThat(byQuery.all("file_name")).containsExactly("a.txt");
        assertThat(others.results()).isEmpty();
    }

    @Test
    void aDeletedFileIsGone() {
        var path =
                "/api/now/attachment/" + upload("a.txt", new byte[1]).result().getString("sys_id");

        assertThat(instance.call("DELETE", path).send().status()).isEqualTo(204);

        assertThat(instance.get(path).status()).isEqualTo(404);
        assertThat(instance.get(path + "/file").status()).isEqualTo(404);
    }

    @Test
    void aFileForNoRecordIsRefused() {
        var answer = instance.post("/api/now/attachment/file?file_name=x&table_name=incident&table_sys_id=none", "x");

        assertThat(answer.status()).isEqualTo(404);
    }

    @Test
    void tablesDescribeTheirColumnsAndChoices() {
        var state = instance.get("/api/now/ui/meta/incident")
                .result()
                .getJsonObject("columns")
                .getJsonObject("state");

        assertThat(state.getString("type")).isEqualTo("choice");
        assertThat(state.getJsonArray("choices"))
                .contains(new JsonObject().put("value", "3").put("label", "On Hold"));
        assertThat(instance.get("/api/now/doc/table/schema").all("value")).contains("incident", "proc_po");
    }

    @Test
    void theDictionaryTellsTypesAndLengths() {
        var query = "name=task%5EORname=incident%5Einternal_type=string&active=true&array=false"
                + "&sysparm_fields=element,max_length";

        var columns = instance.get("/api/now/table/sys_dictionary?sysparm_query=" + query)
                .results();

        assertThat(columns)
                .contains(new JsonObject().put("element", "short_description").put("max_length", "160"))
                .contains(new JsonObject().put("element", "correlation_id").put("max_length", "100"));
    }

    @Test
    void theTableHierarchyCanBeWalked() {
        var incident = instance.get("/api/now/table/sys_db_object?name=incident&sysparm_fields=super_class.name");

        assertThat(incident.all("super_class.name")).containsExactly("task");
    }

    @Test
    void inheritedChoicesLieWithTheParent() {
        var query = "name=task%5EORname=incident%5Eelement=urgency%5ElanguageSTARTSWITHen%5EORDERBYsequence";

        var choices =
                instance.get("/api/now/table/sys_choice?sysparm_query=" + query + "&sysparm_fields=name,value,label");

        assertThat(choices.all("label")).containsExactly("1 - High", "2 - Medium", "3 - Low");
        assertThat(choices.all("name")).containsOnly("task");
    }

    private static JsonObject item(String id, String method, String url, String body) {
        return new JsonObject()
                .put("id", id)
                .put("method", method)
                .put("url", url)
                .put(
                        "headers",
                        new JsonArray()
                                .add(new JsonObject()
                                        .put("name", "Content-Type")
                                        .put("value", "application/json")))
                .put("body", Base64.getEncoder().encodeToString(body.getBytes(StandardCharsets.UTF_8)));
    }

    private static Incoming batch(String path, JsonObject... items) {
        var requests = new JsonArray();
        for (var item : items) {
            requests.add(item);
        }
        return instance.post(
                path,
                new JsonObject()
                        .put("batch_request_id", 7)
                        .put("rest_requests", requests)
                        .encode());
    }

    private static JsonObject served(Incoming answer, int index) {
        return answer.json().getJsonArray("serviced_requests").getJsonObject(index);
    }

    private static JsonObject body(JsonObject served) {
        return new JsonObject(new String(Base64.getDecoder().decode(served.getString("body")), StandardCharsets.UTF_8));
    }

    private static Incoming stats(String path) {
        return instance.get("/api/now/stats/" + path);
    }

    private static String user(String userName, String firstName) {
        return new JsonObject()
                .put("u_user_name", userName)
                .put("u_first_name", firstName)
                .put("u_last_name", "Public")
                .encode();
    }

    private static Incoming upload(String name, byte[] content) {
        return instance.call(
                        "POST",
                        "/api/now/attachment/file?file_name=" + name + "&table_name=incident&table_sys_id="
                                + NETWORK_SHARES)
                .header("Content-Type", "application/octet-stream")
                .body(content)
                .send();
    }
}
