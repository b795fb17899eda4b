package io.nowbridge.activity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import java.time.Duration;
import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class MaskingTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "https://acme.service-now.com/api/now/table/incident?sysparm_query=a^b | [url]",
                "See HTTPS://acme.example:8443/x, please | See [url] please",
                "(http://10.0.0.7/admin) | ([url]",
                "https%3A%2F%2Facme.example%2Fhidden | [url]",
                "ldaps://dc.corp/ou | [url]",
                "Ask beth.anglin+nb@acme.example. | Ask [address].",
                "mail to beth%40acme.example now | mail to [address] now",
                "dev1.acme.example resolves to 10.0.0.7, which is private | [address] resolves to [address], which is private",
                "nobody at acme.internal:8443. | nobody at [address].",
                "::1, fd00:0:0:0:0:0:0:1 and [fe80::1]:443 | [address], [address] and [[address]]:443",
                "Authorization: Bearer abc.def-ghi | Authorization: [secret] [secret]",
                "sent Basic c3ZjOnB3ZA== twice | sent Basic [secret] twice",
                "password=hunter2 was refused | password=[secret] was refused",
                "{\"client_secret\": \"a b c\"} | {\"client_secret\": [secret]}",
                "access_token=x; path=/ | access_token=[secret]; path=/",
                "api-key: 'k 1' | api-key: [secret]",
                "x-sn-apikey: k1 | x-sn-apikey: [secret]",
                "PASSWORD : hunter2 | PASSWORD : [secret]",
                "eyJhbGciOiJIUzI1NiJ9.eyJzdWIiOiJtbyJ9.c2lnbmF0dXJl ran out | [secret] ran out",
                "client 5f2c9d385017c611228701d22104cc95 is unknown | client [secret] is unknown",
                "key dGhpcyBpcyBhIHNlY3JldCBrZXkhMTIz== | key [secret]",
            })
    void whatIsNobodysBusinessOutsideIsTakenOut(String text, String masked) {
        assertThat(Masking.of(text)).isEqualTo(masked);
    }

    @Test
    void aPrivateKeyIsTakenOutToItsEndAndSoIsOneWithoutAnEnd() {
        assertThat(Masking.of("-----BEGIN RSA PRIVATE KEY-----\nMIIE\nab=\n-----END RSA PRIVATE KEY-----, twice"))
                .isEqualTo("[secret], twice");
        assertThat(Masking.of("-----BEGIN PRIVATE KEY-----\nMIIE\nab=")).isEqualTo("[secret]");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Opening an incident answered 503",
                "INC0010001 was not changed by role itil",
                "anomaly 456",
                "Give the integration user the right to read the ticket's journal, so that notes are written exactly once.",
                "statusOnState.incident 6 is no state; 2026-01-05T09:00:00Z",
                "Between 09:00:00 and 10:30 version 1.2.3 was there, e.g. at step 2: nothing",
                "Größe ≠ 0 \uD83D\uDEA8"
            })
    void whatSaysWhatHappenedStays(String text) {
        assertThat(Masking.of(text)).isEqualTo(text);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"a", "a.", "a@", "-", "=", "token", "eyJ", "://", "-----BEGIN ", "\"", "% 1", "1.", ":", "a:"})
    void noTextTakesLong(String piece) {
        var text = piece.repeat(20_000 / piece.length());

        assertThatCode(() -> Assertions.assertTimeoutPreemptively(Duration.ofSeconds(5), () -> {
                    Masking.of(text);
                }))
                .doesNotThrowAnyException();
    }
}
