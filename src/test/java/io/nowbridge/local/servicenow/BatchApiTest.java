package io.nowbridge.local.servicenow;

import static io.nowbridge.local.servicenow.Planted.NETWORK_SHARES;
import static org.assertj.core.api.Assertions.assertThat;

import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Many calls in one. */
class BatchApiTest {

    @RegisterExtension
    static final RunningInstance INSTANCE = new RunningInstance();

    @ParameterizedTest
    @ValueSource(strings = {"/api/now/v1/batch", "/api/now/batch"})
    void aBatchRunsItsCallsInOrderAndReportsOnEach(String path) {
        var create = item("a", "POST", "/api/now/table/incident", "{\"correlation_id\":\"b-1\"}");
        var find = item("b", "GET", "/api/now/table/incident?sysparm_query=correlation_id%3Db-1", "");
        var missing = item("c", "GET", "/api/now/table/incident/none", "");
        var delete = item("d", "DELETE", NETWORK_SHARES, "");

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
        return INSTANCE.post(
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
}
