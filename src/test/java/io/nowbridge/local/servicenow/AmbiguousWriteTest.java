package io.nowbridge.local.servicenow;

import static io.nowbridge.local.servicenow.Planted.INCIDENT;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.UncheckedIOException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Writes whose outcome the caller cannot know: how duplicates are born, and how a chosen key prevents them. */
class AmbiguousWriteTest {

    private static final String KEY = "0123456789abcdef0123456789abcdef";

    @RegisterExtension
    static final RunningInstance INSTANCE = new RunningInstance();

    @ParameterizedTest
    @ValueSource(strings = {"drop-after-write", "truncate"})
    void theRecordIsThereAlthoughItsAnswerNeverArrivedWhole(String fault) {
        arm("{\"match\":{\"method\":\"POST\",\"path\":\"/api/now/table/\"},\"fault\":\"" + fault + "\"}");

        assertThatThrownBy(() -> create()).isInstanceOf(UncheckedIOException.class);

        assertThat(INSTANCE.get(INCIDENT + "/" + KEY).status()).isEqualTo(200);
    }

    @Test
    void theRecordIsNotThereIfTheConnectionWasResetBefore() {
        arm("{\"match\":{\"method\":\"POST\",\"path\":\"/api/now/table/\"},\"fault\":\"reset\"}");

        assertThatThrownBy(() -> create()).isInstanceOf(UncheckedIOException.class);

        assertThat(INSTANCE.get(INCIDENT + "/" + KEY).status()).isEqualTo(404);
    }

    @ParameterizedTest
    @CsvSource({"status-after-write, 403, 200", "status-after-write, 500, 200", "status, 202, 404", "status, 500, 404"})
    void aStatusDoesNotTellWhetherTheRecordIsThere(String fault, int status, int found) {
        arm("{\"match\":{\"method\":\"POST\"},\"fault\":\"" + fault + "\",\"status\":" + status + "}");

        assertThat(create()).isEqualTo(status);

        assertThat(INSTANCE.get(INCIDENT + "/" + KEY).status()).isEqualTo(found);
    }

    @Test
    void aRepeatUnderTheSameKeyIsRefusedAndMakesNoSecondRecord() {
        arm("{\"match\":{\"method\":\"POST\"},\"fault\":\"drop-after-write\"}");
        assertThatThrownBy(() -> create()).isInstanceOf(UncheckedIOException.class);

        assertThat(create()).isEqualTo(403);

        assertThat(INSTANCE.get(INCIDENT + "?correlation_id=once").results()).hasSize(1);
    }

    private static int create() {
        return INSTANCE.post(INCIDENT, "{\"sys_id\":\"" + KEY + "\",\"correlation_id\":\"once\"}")
                .status();
    }

    private static void arm(String fault) {
        assertThat(INSTANCE.call("POST", "/__faults").body(fault).send().status())
                .isEqualTo(204);
    }
}
