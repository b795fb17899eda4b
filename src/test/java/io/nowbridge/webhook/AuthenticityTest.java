package io.nowbridge.webhook;

import static io.nowbridge.webhook.WebhookFixtures.NEW;
import static io.nowbridge.webhook.WebhookFixtures.NOW;
import static io.nowbridge.webhook.WebhookFixtures.OLD;
import static io.nowbridge.webhook.WebhookFixtures.basic;
import static io.nowbridge.webhook.WebhookFixtures.live;
import static io.nowbridge.webhook.WebhookFixtures.plain;
import static io.nowbridge.webhook.WebhookFixtures.signature;
import static io.nowbridge.webhook.WebhookFixtures.signed;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import com.standardwebhooks.Webhook;
import io.nowbridge.connection.WebhookAuthentication;
import io.nowbridge.webhook.Verdict.Forged;
import io.nowbridge.webhook.Verdict.Genuine;
import io.nowbridge.webhook.Verdict.Signed;
import io.nowbridge.webhook.Verdict.Stale;
import io.nowbridge.webhook.WebhookSecrets.WebhookSecret;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class AuthenticityTest {

    private static final String BODY = "{\"über\": \"alles\"}";
    private static final List<WebhookSecret> LIVE = List.of(live(NEW), live(OLD));

    @Test
    void whatAnotherLibrarySignsIsGenuine() throws Exception {
        var signature = new Webhook(NEW).sign("msg_1", NOW.getEpochSecond(), BODY);

        var verdict = judge(plain(
                BODY,
                "webhook-id",
                "msg_1",
                "webhook-timestamp",
                Long.toString(NOW.getEpochSecond()),
                "webhook-signature",
                signature));

        assertThat(verdict).isEqualTo(new Genuine(Optional.of(new Signed("msg_1", NOW))));
    }

    @ParameterizedTest
    @ValueSource(strings = {NEW, OLD})
    void eachOfTwoLiveSecretsSigns(String secret) {
        assertThat(judge(signed(secret, "msg_1", NOW, BODY))).isInstanceOf(Genuine.class);
    }

    @Test
    void ofSeveralSignaturesOneThatIsRightSuffices() {
        var headers = new HashMap<>(signature(NEW, "msg_1", NOW, BODY));
        headers.merge("webhook-signature", "v1a,abc v1,AAAA ", (right, wrong) -> wrong + right);

        assertThat(judge(new Incoming(headers, BODY.getBytes(UTF_8)))).isInstanceOf(Genuine.class);
    }

    static Stream<Arguments> forgeries() {
        var right = signature(NEW, "msg_1", NOW, BODY);
        return Stream.of(
                arguments("another secret", signature("whsec_AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA", "msg_1", NOW, BODY)),
                arguments("another body", signature(NEW, "msg_1", NOW, BODY + " ")),
                arguments("another id", with(right, "webhook-id", "msg_2")),
                arguments("another time", with(right, "webhook-timestamp", Long.toString(NOW.getEpochSecond() + 1))),
                arguments("no time", with(right, "webhook-timestamp", "")),
                arguments("a time that is no number", with(right, "webhook-timestamp", "1e9")),
                arguments("an endless id", with(right, "webhook-id", "x".repeat(257))),
                arguments("an id of two words", with(right, "webhook-id", "msg 1")),
                arguments("no signature", with(right, "webhook-signature", "")),
                arguments("a signature of no version", with(right, "webhook-signature", "AAAA")),
                arguments(
                        "a signature cut short",
                        with(
                                right,
                                "webhook-signature",
                                right.get("webhook-signature").substring(0, 20))),
                arguments("an id alone", Map.of("webhook-id", "msg_1")),
                arguments("a signature alone", Map.of("webhook-signature", right.get("webhook-signature"))));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("forgeries")
    void whatIsNotSignedByALiveSecretIsForged(String what, Map<String, String> headers) {
        assertThat(judge(new Incoming(headers, BODY.getBytes(UTF_8)))).isInstanceOf(Forged.class);
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("forgeries")
    void aWrongSignatureIsNotMadeGoodByASecretSentAlong(String what, Map<String, String> headers) {
        var downgraded = with(headers, "x-qualytics-secret", OLD);

        assertThat(judge(new Incoming(downgraded, BODY.getBytes(UTF_8)))).isInstanceOf(Forged.class);
    }

    @ParameterizedTest
    @ValueSource(longs = {-300, -1, 0, 1, 300})
    void aClockMayBeFiveMinutesOff(long seconds) {
        assertThat(judge(signed(NEW, "msg_1", NOW.plusSeconds(seconds), BODY))).isInstanceOf(Genuine.class);
    }

    @ParameterizedTest
    @ValueSource(longs = {-90_000, -301, 301, 90_000})
    void aClockThatIsFurtherOffMakesAMessageStale(long seconds) {
        var at = NOW.plusSeconds(seconds);

        assertThat(judge(signed(NEW, "msg_1", at, BODY))).isEqualTo(new Stale(at));
    }

    @Test
    void aForgedMessageOfAnotherTimeIsForgedAndNotStale() {
        assertThat(judge(signed("some other secret", "msg_1", NOW.minusSeconds(900), BODY)))
                .isInstanceOf(Forged.class);
    }

    static Stream<Arguments> sentAlong() {
        return Stream.of(
                arguments("x-qualytics-secret", OLD),
                arguments("x-qualytics-secret", NEW),
                arguments("authorization", "Bearer " + OLD),
                arguments("authorization", "bearer  " + NEW),
                arguments("authorization", basic("qualytics", OLD)),
                arguments("authorization", basic("", NEW)));
    }

    @ParameterizedTest(name = "{0}: {1}")
    @MethodSource("sentAlong")
    void aLiveSecretThatIsSentAlongProvesAMessage(String header, String value) {
        assertThat(judge(plain(BODY, header, value))).isEqualTo(new Genuine(Optional.empty()));
    }

    @ParameterizedTest(name = "{0}: {1}")
    @MethodSource("sentAlong")
    void aConnectionThatDemandsASignatureTakesNoSecretSentAlong(String header, String value) {
        var verdict = Authenticity.judge(plain(BODY, header, value), LIVE, WebhookAuthentication.SIGNATURE, NOW);

        assertThat(verdict).isInstanceOf(Forged.class);
    }

    static Stream<Arguments> wrongSecrets() {
        return Stream.of(
                arguments("x-qualytics-secret", OLD + "x"),
                arguments("x-qualytics-secret", OLD.toUpperCase(Locale.ROOT)),
                arguments("x-qualytics-secret", ""),
                arguments("x-qualytics-secret", OLD + "," + OLD),
                arguments("authorization", OLD),
                arguments("authorization", "Bearer"),
                arguments("authorization", "Token " + OLD),
                arguments("authorization", "Digest username=\"q\", response=\"" + OLD + "\""),
                arguments("authorization", basic(OLD, "qualytics")),
                arguments("authorization", "Basic " + OLD),
                arguments("authorization", "Basic cXVhbHl0aWNz"),
                arguments("cookie", OLD));
    }

    @ParameterizedTest(name = "{0}: {1}")
    @MethodSource("wrongSecrets")
    void anythingElseProvesNothing(String header, String value) {
        assertThat(judge(plain(BODY, header, value))).isInstanceOf(Forged.class);
    }

    @Test
    void withoutASecretNothingIsGenuine() {
        var verdict =
                Authenticity.judge(plain(BODY, "x-qualytics-secret", ""), List.of(), WebhookAuthentication.ANY, NOW);

        assertThat(verdict).isInstanceOf(Forged.class);
    }

    @Test
    void aSecretThatSaysToBeBase64CanSignOnlyIfItIs() {
        assertThat(Signature.canSign(NEW)).isTrue();
        assertThat(Signature.canSign(OLD)).isTrue();
        assertThat(Signature.canSign("whsec_")).isFalse();
        assertThat(Signature.canSign("whsec_!!!!")).isFalse();
    }

    private static Verdict judge(Incoming message) {
        return Authenticity.judge(message, LIVE, WebhookAuthentication.ANY, NOW);
    }

    private static Map<String, String> with(Map<String, String> headers, String name, String value) {
        var changed = new HashMap<>(headers);
        changed.put(name, value);
        return changed;
    }
}
