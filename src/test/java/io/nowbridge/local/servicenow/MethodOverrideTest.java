package io.nowbridge.local.servicenow;

import static org.assertj.core.api.Assertions.assertThat;

import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The method that a call means, whatever it travels as. */
class MethodOverrideTest {

    private static final String INCIDENT = "/api/now/table/incident/9c573169c611228700193229fff72400";

    @RegisterExtension
    static final RunningInstance INSTANCE = new RunningInstance();

    @ParameterizedTest
    @ValueSource(strings = {"PATCH", "patch", "Patch"})
    void anOverrideMeansTheSameInAnyCase(String override) {
        var answer = INSTANCE.call("POST", INCIDENT)
                .header("x-http-method-override", override)
                .body("{\"short_description\":\"overridden\"}")
                .send();

        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.result().getString("short_description")).isEqualTo("overridden");
    }

    @ParameterizedTest
    @ValueSource(strings = {INCIDENT, "/api/now/table/incident", "/api/now/stats/incident?sysparm_count=true"})
    void anOverrideToHeadHasNoBody(String path) {
        var answer = INSTANCE.call("POST", path)
                .header("X-HTTP-Method-Override", "head")
                .send();

        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.header("Content-Type")).hasValue("application/json;charset=UTF-8");
        assertThat(answer.bytes()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"HEAD", "head"})
    void headInABatchHasNoBody(String method) {
        var served = served(method);

        assertThat(served.getInteger("status_code")).isEqualTo(200);
        assertThat(served.getString("body")).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"GET", "get", "Get"})
    void aBatchedMethodMeansTheSameInAnyCase(String method) {
        assertThat(served(method).getInteger("status_code")).isEqualTo(200);
        assertThat(served(method).getString("body")).isNotEmpty();
    }

    private static JsonObject served(String method) {
        var item = new JsonObject().put("id", "1").put("method", method).put("url", INCIDENT);
        var batch = new JsonObject().put("batch_request_id", "1").put("rest_requests", new JsonArray().add(item));
        return INSTANCE.post("/api/now/v1/batch", batch.encode())
                .json()
                .getJsonArray("serviced_requests")
                .getJsonObject(0);
    }
}
