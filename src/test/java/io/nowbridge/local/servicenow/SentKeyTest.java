package io.nowbridge.local.servicenow;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The {@code sys_id} that a client sends with a new record. */
class SentKeyTest {

    private static final String KEY = "0123456789abcdef0123456789abcdef";

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
    void anInstanceMayMakeItsOwnKeyInstead() {
        instance.settings("{\"ignoreSentSysId\":true}");

        var first = create();
        var second = create();

        assertThat(first).isNotEqualTo(KEY).matches("[0-9a-f]{32}");
        assertThat(second).isNotEqualTo(first).isNotEqualTo(KEY);
        assertThat(instance.get("/api/now/table/incident/" + KEY).status()).isEqualTo(404);
    }

    @Test
    void untilToldOtherwiseItHonoursTheKey() {
        assertThat(instance.call("GET", "/__settings").send().json().getBoolean("ignoreSentSysId"))
                .isFalse();

        assertThat(create()).isEqualTo(KEY);
    }

    private static String create() {
        var answer = instance.post("/api/now/table/incident", "{\"sys_id\":\"" + KEY + "\"}");
        assertThat(answer.status()).isEqualTo(201);
        return answer.result().getString("sys_id");
    }
}
