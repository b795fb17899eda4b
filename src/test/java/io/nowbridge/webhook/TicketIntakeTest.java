package io.nowbridge.webhook;

import static io.nowbridge.connection.ConnectionFixtures.connection;
import static io.nowbridge.connection.ConnectionFixtures.disabled;
import static io.nowbridge.webhook.WebhookFixtures.NEW;
import static io.nowbridge.webhook.WebhookFixtures.NOW;
import static io.nowbridge.webhook.WebhookFixtures.OLD;
import static io.nowbridge.webhook.WebhookFixtures.live;
import static io.nowbridge.webhook.WebhookFixtures.plain;
import static io.nowbridge.webhook.WebhookFixtures.signed;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import io.nowbridge.connection.Connection;
import io.nowbridge.connection.ConnectionId;
import io.nowbridge.connection.InMemoryConnections;
import io.nowbridge.connection.SystemType;
import io.nowbridge.connection.WebhookAuthentication;
import io.nowbridge.sync.TicketWakeups.Wakeup;
import io.nowbridge.ticket.TicketRef;
import io.nowbridge.webhook.TicketIntake.Accepted;
import io.nowbridge.webhook.TicketIntake.Outcome;
import io.smallrye.mutiny.Uni;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class TicketIntakeTest {

    private static final String SYS_ID = "9d385017c611228701d22104cc95c371";
    private static final String CHANGE =
            "{\"table\": \"incident\", \"sys_id\": \"" + SYS_ID + "\", \"sys_updated_on\": \"2026-03-19 12:00:09\"}";
    private static final TicketRef TICKET = new TicketRef(new ConnectionId("desk"), "incident", SYS_ID);
    private static final String SECRET = "authorization";
    private static final String BEARER = "Bearer " + OLD;

    private final InMemoryConnections connections = new InMemoryConnections();
    private final InMemoryWebhookSecrets secrets = new InMemoryWebhookSecrets(connection -> true);
    private final List<Wakeup> woken = new ArrayList<>();
    private Optional<RuntimeException> failure = Optional.empty();
    private final TicketIntake intake = new TicketIntake(
            connections,
            new Doorkeeper(secrets, new InMemoryWebhookIds(), () -> NOW),
            wakeups -> Uni.createFrom().voidItem().invoke(() -> {
                failure.ifPresent(down -> {
                    throw down;
                });
                woken.addAll(wakeups);
            }));

    TicketIntakeTest() {
        given(connection("desk"));
        given(signingOnly(connection("strict")));
        given(disabled(connection("disabled")));
        given(connection("platform", SystemType.QUALYTICS));
        connections.given(connection("bare"));
    }

    @Test
    void aChangeWakesItsTicketAndSaysWhenItWas() {
        assertThat(receive("desk", signed(NEW, "msg_1", NOW, CHANGE))).isEqualTo(new Accepted());

        assertThat(woken).containsExactly(new Wakeup(TICKET, Optional.of(Instant.parse("2026-03-19T12:00:09Z"))));
    }

    @Test
    void withoutATimeAChangeIsOneAllTheSame() {
        var message = signed(NEW, "msg_1", NOW, "{\"table\": \"incident\", \"sys_id\": \"" + SYS_ID + "\"}");

        assertThat(receive("desk", message)).isEqualTo(new Accepted());

        assertThat(woken).containsExactly(Wakeup.of(TICKET));
    }

    @Test
    void whateverElseAMessageSaysIsNotBelieved() {
        var message = signed(NEW, "msg_1", NOW, CHANGE.replace("}", ", \"state\": \"6\", \"connection\": \"other\"}"));

        receive("desk", message);

        assertThat(woken).extracting(Wakeup::ticket).containsExactly(TICKET);
    }

    @Test
    void aSecretThatIsSentAlongIsTakenUnlessASignatureIsDemanded() {
        assertThat(receive("desk", plain(CHANGE, SECRET, BEARER))).isEqualTo(new Accepted());
        assertThat(receive("strict", plain(CHANGE, SECRET, BEARER))).isInstanceOf(Refusal.NotGenuine.class);
    }

    @Test
    void aReplayIsRefusedAndTheNextAttemptIsNot() {
        receive("desk", signed(NEW, "msg_1", NOW, CHANGE));

        assertThat(receive("desk", signed(NEW, "msg_1", NOW, CHANGE))).isEqualTo(new Refusal.Replayed());
        assertThat(receive("desk", signed(NEW, "msg_1", NOW.plusSeconds(1), CHANGE)))
                .isEqualTo(new Accepted());
    }

    @Test
    void whileTheQueueIsDownNothingIsTakenAndTheSameMessageIsTakenLater() {
        failure = Optional.of(new IllegalStateException("The queue is down"));

        assertThatThrownBy(() -> receive("desk", signed(NEW, "msg_1", NOW, CHANGE)))
                .hasMessage("The queue is down");
        failure = Optional.empty();

        assertThat(receive("desk", signed(NEW, "msg_1", NOW, CHANGE))).isEqualTo(new Accepted());
    }

    static Stream<Arguments> refusals() {
        var id = "\"sys_id\": \"" + SYS_ID + "\"";
        return Stream.of(
                arguments("no proof", "desk", plain(CHANGE), Refusal.NotGenuine.class),
                arguments("a wrong secret", "desk", plain(CHANGE, SECRET, "Bearer wrong"), Refusal.NotGenuine.class),
                arguments("a wrong signature", "desk", signed("wrong", "m", NOW, CHANGE), Refusal.NotGenuine.class),
                arguments("no such connection", "nobody", signed(NEW, "m", NOW, CHANGE), Refusal.NotGenuine.class),
                arguments("no connection's id", "no/desk", signed(NEW, "m", NOW, CHANGE), Refusal.NotGenuine.class),
                arguments("a closed connection", "disabled", signed(NEW, "m", NOW, CHANGE), Refusal.NotGenuine.class),
                arguments("no desk", "platform", signed(NEW, "m", NOW, CHANGE), Refusal.NotGenuine.class),
                arguments("no secret", "bare", signed(NEW, "m", NOW, CHANGE), Refusal.NotGenuine.class),
                arguments("a stale one", "desk", signed(NEW, "m", NOW.minusSeconds(301), CHANGE), Refusal.Late.class),
                arguments(
                        "one of the future",
                        "desk",
                        signed(NEW, "m", NOW.plusSeconds(301), CHANGE),
                        Refusal.Late.class),
                arguments(
                        "an oversized one",
                        "desk",
                        signed(NEW, "m", NOW, CHANGE + " ".repeat(Incoming.MOST_BYTES)),
                        Refusal.TooLarge.class),
                arguments("broken JSON", "desk", signed(NEW, "m", NOW, "{\"table\": "), Refusal.Unreadable.class),
                arguments("two values", "desk", signed(NEW, "m", NOW, CHANGE + CHANGE), Refusal.Unreadable.class),
                arguments("nothing", "desk", signed(NEW, "m", NOW, ""), Refusal.Unreadable.class),
                arguments("a list", "desk", signed(NEW, "m", NOW, "[" + CHANGE + "]"), Refusal.Faulty.class),
                arguments("no table", "desk", signed(NEW, "m", NOW, "{" + id + "}"), Refusal.Faulty.class),
                arguments(
                        "a table of many words",
                        "desk",
                        signed(NEW, "m", NOW, "{\"table\": \"incident^OR\", " + id + "}"),
                        Refusal.Faulty.class),
                arguments(
                        "no sys_id", "desk", signed(NEW, "m", NOW, "{\"table\": \"incident\"}"), Refusal.Faulty.class),
                arguments(
                        "half a sys_id",
                        "desk",
                        signed(NEW, "m", NOW, CHANGE.replace(SYS_ID, SYS_ID.substring(16))),
                        Refusal.Faulty.class),
                arguments(
                        "a time of no calendar",
                        "desk",
                        signed(NEW, "m", NOW, CHANGE.replace("03-19", "13-19")),
                        Refusal.Faulty.class));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("refusals")
    void whatIsRefusedHasNoEffect(String what, String connection, Incoming message, Class<Outcome> outcome) {
        assertThat(receive(connection, message)).isInstanceOf(outcome);

        assertThat(woken).isEmpty();
    }

    private Outcome receive(String connection, Incoming message) {
        return intake.receive(connection, message).await().indefinitely();
    }

    private void given(Connection connection) {
        connections.given(connection);
        secrets.add(connection.id(), live(OLD)).await().indefinitely();
        secrets.add(connection.id(), live(NEW)).await().indefinitely();
    }

    private static Connection signingOnly(Connection connection) {
        return connection.with(
                connection.name(),
                new TreeMap<>(Map.of(WebhookAuthentication.SETTING, WebhookAuthentication.SIGNATURE.label())),
                true);
    }
}
