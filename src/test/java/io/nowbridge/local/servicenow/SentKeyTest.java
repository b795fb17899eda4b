package io.nowbridge.local.servicenow;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** The {@code sys_id} that a client sends with a new record. */
class SentKeyTest {

    private static final String KEY = "0123456789abcdef0123456789abcdef";

    @RegisterExtension
    static final RunningInstance INSTANCE = new RunningInstance();

    @Test
    void anInstanceMayMakeItsOwnKeyInstead() {
        INSTANCE.settings("{\"ignoreSentSysId\":true}");

        var first = create();
        var second = create();

        assertThat(first).isNotEqualTo(KEY).matches("[0-9a-f]{32}");
        assertThat(second).isNotEqualTo(first).isNotEqualTo(KEY);
        assertThat(INSTANCE.get("/api/now/table/incident/" + KEY).status()).isEqualTo(404);
    }

    @Test
    void untilToldOtherwiseItHonoursTheKey() {
        assertThat(INSTANCE.call("GET", "/__settings").send().json().getBoolean("ignoreSentSysId"))
                .isFalse();

        assertThat(create()).isEqualTo(KEY);
    }

    private static String create() {
        var answer = INSTANCE.post("/api/now/table/incident", "{\"sys_id\":\"" + KEY + "\"}");
        assertThat(answer.status()).isEqualTo(201);
        return answer.result().getString("sys_id");
    }
}
