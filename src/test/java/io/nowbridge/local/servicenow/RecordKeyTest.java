package io.nowbridge.local.servicenow;

import static io.nowbridge.local.servicenow.Planted.INCIDENT;
import static io.nowbridge.local.servicenow.Planted.NETWORK_SHARES;
import static org.assertj.core.api.Assertions.assertThat;

import io.vertx.core.json.JsonObject;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Keys that clients choose: how a record is created at most once. */
class RecordKeyTest {

    private static final String KEY = "AAAABBBBCCCCDDDDEEEEFFFF00001111";

    @RegisterExtension
    static final RunningInstance INSTANCE = new RunningInstance();

    @Test
    void aClientMayChooseTheKeyOnce() {
        var first = INSTANCE.create(new JsonObject().put("sys_id", KEY));
        var second = INSTANCE.create(new JsonObject().put("sys_id", KEY).put("short_description", "again"));

        assertThat(first.status()).isEqualTo(201);
        assertThat(first.result().getString("sys_id")).isEqualTo(KEY);
        assertThat(second.status()).isEqualTo(403);
        assertThat(second.message()).isEqualTo("Operation Failed");
        assertThat(second.detail()).matches("Error during insert of incident \\(INC\\d{7}\\)");
        assertThat(INSTANCE.get(INCIDENT + "?sysparm_query=sys_id=" + KEY).all("short_description"))
                .containsExactly("");
    }

    @Test
    void ofManyCreatesWithOneKeyInParallelOneSucceeds() throws Exception {
        var create = (Callable<Integer>)
                () -> INSTANCE.create(new JsonObject().put("sys_id", KEY)).status();

        try (var threads = Executors.newFixedThreadPool(8)) {
            var statuses = threads
                    .invokeAll(Stream.generate(() -> create).limit(20).toList())
                    .stream()
                    .map(future -> future.resultNow())
                    .toList();

            assertThat(statuses).hasSize(20).containsOnlyOnce(201).containsOnly(201, 403);
        }
        assertThat(INSTANCE.get(INCIDENT).header("X-Total-Count")).hasValue("6");
    }

    @Test
    void oneKeyIsForOneTaskOfAnyKind() {
        INSTANCE.create(new JsonObject().put("sys_id", KEY));

        assertThat(INSTANCE.post("/api/now/table/problem", "{\"sys_id\":\"" + KEY + "\"}")
                        .status())
                .isEqualTo(403);
    }

    @Test
    void aKeyCannotBeChangedEvenByAnImport() {
        INSTANCE.patch(NETWORK_SHARES + "?sysparm_suppress_auto_sys_field=true", "{\"sys_id\":\"" + KEY + "\"}");

        assertThat(INSTANCE.get(INCIDENT + "/" + KEY).status()).isEqualTo(404);
        assertThat(INSTANCE.get(NETWORK_SHARES).status()).isEqualTo(200);
    }

    @Test
    void systemFieldsCannotBeWritten() {
        var answer = INSTANCE.patch(NETWORK_SHARES, "{\"sys_created_by\":\"mallory\",\"sys_id\":\"" + KEY + "\"}");

        assertThat(answer.result().getString("sys_created_by")).isEqualTo("admin");
        assertThat(INSTANCE.get(INCIDENT + "/" + KEY).status()).isEqualTo(404);
    }
}
