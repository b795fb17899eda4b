package io.nowbridge.servicenow;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class TokenTest {

    private static final Instant NOW = Instant.parse("2026-01-05T09:00:00Z");

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{'access_token':'a','expires_in':1799}        | PT29M29S",
                "{'access_token':'a','expires_in':'1799'}      | PT29M29S",
                "{'access_token':'a','expires_in':20}          | PT18S",
                "{'access_token':'a'}                          | PT54S",
                "{'access_token':'a','expires_in':0}           | PT54S",
                "{'access_token':'a','expires_in':-1}          | PT54S",
                "{'access_token':'a','expires_in':'NaN'}       | PT54S",
                "{'access_token':'a','expires_in':null}        | PT54S",
                "{'access_token':'a','expires_in':99999999999} | PT23H59M30S"
            })
    void aTokenIsGoodUntilShortlyBeforeItExpires(String document, Duration life) throws Exception {
        assertThat(Token.of(json(document), NOW).goodUntil()).isEqualTo(NOW.plus(life));
    }

    @ParameterizedTest
    @ValueSource(strings = {"{}", "{'access_token':''}", "{'access_token':'a\\nHost: b'}", "{'access_token':{}}"})
    void anythingElseIsNoToken(String document) throws Exception {
        var answer = json(document);

        assertThatIllegalArgumentException().isThrownBy(() -> Token.of(answer, NOW));
    }

    @Test
    void aTokenDoesNotShow() throws Exception {
        var token = Token.of(json("{'access_token':'secret','refresh_token':'secret'}"), NOW);

        assertThat(token.toString()).doesNotContain("secret");
    }

    private static JsonNode json(String document) throws JsonProcessingException {
        return JsonMapper.builder().build().readTree(document.replace('\'', '"'));
    }
}
