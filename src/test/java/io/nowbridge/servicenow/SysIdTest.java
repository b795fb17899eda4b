package io.nowbridge.servicenow;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SysIdTest {

    @Test
    void theDigitsAreKeptAsTheyWereWritten() {
        var sysId = new SysId("AAAABBBBCCCCDDDDEEEEFFFF00001111");

        assertThat(sysId).hasToString("AAAABBBBCCCCDDDDEEEEFFFF00001111");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "INC0010001",
                "1c741bd70b2322007518478d83673af",
                "1c741bd70b2322007518478d83673af33",
                "1c741bd70b2322007518478d83673afg",
                "1c741bd70b2322007518478d83673af3\n",
                "../1bd70b2322007518478d83673af30"
            })
    void anythingElseIsNone(String text) {
        assertThatIllegalArgumentException().isThrownBy(() -> new SysId(text));
    }
}
