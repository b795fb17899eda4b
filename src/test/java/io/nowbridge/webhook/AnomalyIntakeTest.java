package io.nowbridge.webhook;

import static io.nowbridge.webhook.WebhookFixtures.NEW;
import static io.nowbridge.webhook.WebhookFixtures.NOW;
import static io.nowbridge.webhook.WebhookFixtures.OLD;
import static io.nowbridge.webhook.WebhookFixtures.plain;
import static io.nowbridge.webhook.WebhookFixtures.recorded;
import static io.nowbridge.webhook.WebhookFixtures.signed;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import io.nowbridge.anomaly.AnomalyId;
import io.nowbridge.anomaly.SyncStatus.Taken;
import io.nowbridge.webhook.AnomalyIntake.Outcome;
import io.nowbridge.webhook.WebhookSecrets.Which;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class AnomalyIntakeTest {

    private static final String SOURCE = AnomalyId.DEFAULT_SOURCE;
    private static final String FLOW = recorded("flow.json");

    private final RunningIntake running = new RunningIntake();

    @Test
    void aGenuineMessageIsKeptAndItsFollowersWoken() {
        var outcome = receive(SOURCE, plain(FLOW, "x-qualytics-secret", OLD));

        assertThat(outcome).isEqualTo(new AnomalyIntake.Accepted(new Taken(1, 0, Optional.empty())));
        assertThat(running.events.all()).isEqualTo(running.wakeups.woken()).hasSize(1);
    }

    @Test
    void overAConnectionThatIsSwitchedOffNothingComesIn() {
        assertThat(receive(RunningIntake.DISABLED, signed(NEW, "msg_1", NOW, FLOW)))
                .isInstanceOf(Refusal.NotGenuine.class);
        assertThat(running.events.all()).isEmpty();
    }

    @Test
    void anUnsignedRepeatIsRecognisedByItsEvents() {
        receive(SOURCE, plain(FLOW, "x-qualytics-secret", OLD));

        var outcome = receive(SOURCE, plain(FLOW, "x-qualytics-secret", OLD));

        assertThat(outcome).isEqualTo(new AnomalyIntake.Accepted(new Taken(0, 1, Optional.empty())));
        assertThat(running.events.all()).hasSize(1);
    }

    @Test
    void aSignedRepeatOfALaterTimeIsTakenAndChangesNothing() {
        receive(SOURCE, signed(NEW, "msg_1", NOW, FLOW));

        var outcome = receive(SOURCE, signed(NEW, "msg_1", NOW.plusSeconds(9), FLOW));

        assertThat(outcome).isEqualTo(new AnomalyIntake.Accepted(new Taken(0, 1, Optional.empty())));
        assertThat(running.events.all()).hasSize(1);
    }

    @Test
    void aReplayIsRefused() {
        receive(SOURCE, signed(NEW, "msg_1", NOW, FLOW));
        running.setClock(NOW.plusSeconds(299));

        assertThat(receive(SOURCE, signed(NEW, "msg_1", NOW, FLOW))).isEqualTo(new Refusal.Replayed());
        assertThat(running.events.all()).hasSize(1);
    }

    @Test
    void aMessageWhoseKeepingFailedIsNoReplayWhenItComesAgain() {
        var message = signed(NEW, "msg_1", NOW, FLOW);
        running.events.failNext();
        assertThat(running.intake()
                        .receive(SOURCE, message)
                        .onItemOrFailure()
                        .transform((item, failure) -> failure)
                        .await()
                        .indefinitely())
                .isNotNull();

        var outcome = receive(SOURCE, message);

        assertThat(outcome).isEqualTo(new AnomalyIntake.Accepted(new Taken(1, 0, Optional.empty())));
    }

    @Test
    void whatIsKeptIsAcceptedThoughNobodyCanBeWoken() {
        var down = new IllegalStateException("The queue is down");
        running.wakeups.failWith(down);

        var outcome = receive(SOURCE, signed(NEW, "msg_1", NOW, FLOW));

        assertThat(outcome).isEqualTo(new AnomalyIntake.Accepted(new Taken(1, 0, Optional.of(down))));
        assertThat(running.events.all()).hasSize(1);
    }

    static Stream<Arguments> refused() {
        var secret = "x-qualytics-secret";
        return Stream.of(
                arguments("no proof", SOURCE, plain(FLOW), Refusal.NotGenuine.class),
                arguments("a wrong secret", SOURCE, plain(FLOW, secret, "wrong"), Refusal.NotGenuine.class),
                arguments("a wrong signature", SOURCE, signed("wrong", "m", NOW, FLOW), Refusal.NotGenuine.class),
                arguments("no such source", "nowhere", plain(FLOW, secret, OLD), Refusal.NotGenuine.class),
                arguments(
                        "a source without a secret",
                        RunningIntake.BARE,
                        plain(FLOW, secret, ""),
                        Refusal.NotGenuine.class),
                arguments(
                        "an unsigned one where it must be",
                        RunningIntake.STRICT,
                        plain(FLOW, secret, OLD),
                        Refusal.NotGenuine.class),
                arguments("a stale one", SOURCE, signed(NEW, "m", NOW.minusSeconds(301), FLOW), Refusal.Late.class),
                arguments(
                        "one of the future", SOURCE, signed(NEW, "m", NOW.plusSeconds(301), FLOW), Refusal.Late.class),
                arguments(
                        "an oversized one",
                        SOURCE,
                        plain("x".repeat(256 * 1024 + 1), secret, OLD),
                        Refusal.TooLarge.class),
                arguments(
                        "one that is not the JSON it says to be",
                        SOURCE,
                        plain("{", secret, OLD, "content-type", "application/json"),
                        Refusal.Unreadable.class),
                arguments("one with faults", SOURCE, plain("{\"version\": 1}", secret, OLD), Refusal.Faulty.class),
                arguments(
                        "one that says nothing",
                        SOURCE,
                        plain("hello", secret, OLD),
                        AnomalyIntake.Unrecognised.class));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("refused")
    void whatIsRefusedHasNoEffect(String what, String source, Incoming message, Class<? extends Outcome> outcome) {
        assertThat(receive(source, message)).isInstanceOf(outcome);

        assertThat(running.events.all()).isEmpty();
        assertThat(running.wakeups.woken()).isEmpty();
    }

    @Test
    void aSourceThatDemandsSignaturesTakesThem() {
        var outcome = receive(RunningIntake.STRICT, signed(NEW, "msg_1", NOW, FLOW));

        assertThat(outcome).isInstanceOf(AnomalyIntake.Accepted.class);
        assertThat(running.events.all())
                .extracting(event -> event.anomaly().id())
                .containsExactly(new AnomalyId(RunningIntake.STRICT, "456"));
    }

    @Test
    void aRetiredSecretProvesNothingAnyMore() {
        running.secrets.retire(running.platform().id(), Which.OLDER).await().indefinitely();

        assertThat(receive(SOURCE, plain(FLOW, "x-qualytics-secret", OLD))).isInstanceOf(Refusal.NotGenuine.class);
        assertThat(receive(SOURCE, plain(FLOW, "x-qualytics-secret", NEW))).isInstanceOf(AnomalyIntake.Accepted.class);
    }

    private Outcome receive(String source, Incoming message) {
        return running.intake().receive(source, message).await().indefinitely();
    }
}
