package io.nowbridge.webhook;

import static org.assertj.core.api.Assertions.assertThat;

import io.nowbridge.local.LocalNowbridge;
import io.nowbridge.local.LocalNowbridge.Answer;
import io.nowbridge.local.OwnNowbridge;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** What is not taken at the webhook of anomalies: its status, one line in the log, and no trace in any table or queue. */
class RefusedWebhooksIT {

    @RegisterExtension
    static final OwnNowbridge NOWBRIDGE = new OwnNowbridge();

    private static final String PATH = "/webhooks/anomalies/default";
    private static final String EVENT = """
            {"version": 1, "id": "%s", "type": "commented", "time": "2026-03-19T12:00:00Z",
             "comment": {"text": "Words"}, "anomaly": {"id": "refused"}}""";
    private static final InstantSource CLOCK = InstantSource.system();

    private static String secret;

    @BeforeAll
    static void makeSecret() {
        secret = nowbridge().webhookSecret();
    }

    /** Everything that a message could leave behind. */
    private record Traces(Set<?> anomalies, Set<?> updates, Set<?> activity, long woken) {

        static Traces now() {
            return new Traces(
                    items("anomalies"),
                    items("updates"),
                    items("activity"),
                    nowbridge().messages("anomaly-events"));
        }

        private static Set<?> items(String table) {
            return nowbridge().items(table).stream().collect(Collectors.toSet());
        }
    }

    @Test
    void aForgedMessage() {
        var body = EVENT.formatted("forged");

        refused(401, "NotGenuine", () -> send("msg-forged", CLOCK.instant(), "whsec_" + "QUJD".repeat(8), body));
    }

    @Test
    void aMessageWhoseBodyWasChangedOnItsWay() {
        var body = EVENT.formatted("changed");
        var now = CLOCK.instant();
        var signature = Signature.of(secret, "msg-changed", now, body.getBytes(StandardCharsets.UTF_8));

        refused(401, "NotGenuine", () -> post("msg-changed", now, signature, body.replace("Words", "Lies")));
    }

    @Test
    void aMessageWithoutAnyProof() {
        refused(401, "NotGenuine", () -> nowbridge().post(PATH, EVENT.formatted("unproven")));
    }

    @Test
    void aSecretThatIsSentAlongAndWrong() {
        refused(
                401,
                "NotGenuine",
                () -> nowbridge().post(PATH, EVENT.formatted("guessed"), "x-qualytics-secret", "whsec_guessed"));
    }

    @Test
    void aMessageForASourceThatNobodyKnows() {
        refused(
                401,
                "NotGenuine",
                () -> nowbridge()
                        .post("/webhooks/anomalies/elsewhere", EVENT.formatted("lost"), "x-qualytics-secret", secret));
    }

    @Test
    void aStaleMessage() {
        var then = CLOCK.instant().minus(Duration.ofMinutes(6));

        refused(401, "Late", () -> send("msg-stale", then, secret, EVENT.formatted("stale")));
    }

    @Test
    void aMessageFromTheFuture() {
        var then = CLOCK.instant().plus(Duration.ofMinutes(6));

        refused(401, "Late", () -> send("msg-early", then, secret, EVENT.formatted("early")));
    }

    @Test
    void aReplayedMessage() {
        var now = CLOCK.instant();
        var body = EVENT.formatted("replayed");
        var first = send("msg-replayed", now, secret, body);
        LocalNowbridge.await("the first to be followed", () -> nowbridge().messages("anomaly-events") == 0);

        refused(409, "Replayed", () -> send("msg-replayed", now, secret, body));

        assertThat(first.status()).isEqualTo(202);
    }

    @Test
    void anOversizedMessage() {
        var body = EVENT.formatted("oversized").replace("Words", "x".repeat(256 * 1024));

        refused(413, "TooLarge", () -> send("msg-oversized", CLOCK.instant(), secret, body));
    }

    @Test
    void aMessageThatIsNoJson() {
        refused(400, "Unreadable", () -> send("msg-torn", CLOCK.instant(), secret, "{\"version\": 1, \"id"));
    }

    @Test
    void anEventWithFaultsAndTheRightOneBesideIt() {
        var right = EVENT.formatted("right");
        var wrong = EVENT.formatted("wrong").replace("commented", "rumoured");
        var body = "{\"events\": [%s, %s]}".formatted(right, wrong);

        refused(400, "Faulty", () -> send("msg-faulty", CLOCK.instant(), secret, body));
    }

    @Test
    void aMessageThatNamesNoAnomaly() {
        refused(422, "Unrecognised", () -> send("msg-other", CLOCK.instant(), secret, "{\"hello\": \"world\"}"));
    }

    private static void refused(int status, String logged, Supplier<Answer> send) {
        var before = Traces.now();
        var linesBefore = nowbridge().log().size();

        var answer = send.get();

        assertThat(answer.status()).isEqualTo(status);
        assertThat(answer.text("/type")).startsWith("urn:nowbridge:problem:");
        assertThat(linesSince(linesBefore)).singleElement().asString().contains("was refused: " + logged);
        assertThat(Traces.now()).isEqualTo(before);
    }

    // What a message says, or proves itself with, is not for the log.
    private static List<String> linesSince(int before) {
        LocalNowbridge.await("the line", () -> nowbridge().log().size() > before);
        var lines = nowbridge().log();
        var said = lines.subList(before, lines.size());
        assertThat(said).noneMatch(line -> line.contains(secret) || line.contains("Words"));
        return said;
    }

    private static Answer send(String id, Instant at, String key, String body) {
        return post(id, at, Signature.of(key, id, at, body.getBytes(StandardCharsets.UTF_8)), body);
    }

    private static Answer post(String id, Instant at, String signature, String body) {
        var time = Long.toString(at.getEpochSecond());
        return nowbridge()
                .post(PATH, body, Signature.ID, id, Signature.TIMESTAMP, time, Signature.SIGNATURE, signature);
    }

    private static LocalNowbridge nowbridge() {
        return NOWBRIDGE.run();
    }
}
