package io.nowbridge.webhook;

import static io.nowbridge.connection.ConnectionFixtures.connection;
import static io.nowbridge.connection.ConnectionFixtures.disabled;
import static io.nowbridge.webhook.WebhookFixtures.NEW;
import static io.nowbridge.webhook.WebhookFixtures.NOW;
import static io.nowbridge.webhook.WebhookFixtures.live;
import static io.nowbridge.webhook.WebhookFixtures.signed;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.nowbridge.connection.Connection;
import io.nowbridge.connection.InMemoryConnections;
import io.nowbridge.connection.SystemType;
import io.nowbridge.webhook.OrderIntake.Accepted;
import io.nowbridge.webhook.OrderIntake.Outcome;
import io.smallrye.mutiny.Uni;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class OrderIntakeTest {

    private static final String READY = "{\"number\": \"PO0010001\"}";

    private final InMemoryConnections connections = new InMemoryConnections();
    private final InMemoryWebhookSecrets secrets = new InMemoryWebhookSecrets(connection -> true);
    private final List<String> looked = new ArrayList<>();
    private Optional<RuntimeException> failure = Optional.empty();
    private final OrderIntake intake = new OrderIntake(
            connections,
            new Doorkeeper(secrets, new InMemoryWebhookIds(), () -> NOW),
            (desk, number) -> Uni.createFrom().voidItem().invoke(() -> {
                failure.ifPresent(down -> {
                    throw down;
                });
                looked.add(desk + " " + number);
            }));

    OrderIntakeTest() {
        given(connection("desk"));
        given(disabled(connection("disabled")));
        given(connection("distributor", SystemType.TDSYNNEX));
    }

    @Test
    void aPurchaseOrderIsLookedForAtItsDesk() {
        assertThat(receive("desk", signed(NEW, "msg_1", NOW, READY))).isEqualTo(new Accepted());

        assertThat(looked).containsExactly("desk PO0010001");
    }

    @Test
    void theSameMessageIsTakenOnce() {
        receive("desk", signed(NEW, "msg_1", NOW, READY));

        assertThat(receive("desk", signed(NEW, "msg_1", NOW, READY))).isEqualTo(new Refusal.Replayed());
    }

    @Test
    void whatNobodyHasSignedIsNotLookedFor() {
        assertThat(receive("desk", signed("whsec_c29tZWJvZHkgZWxzZSdzIHNlY3JldA", "msg_1", NOW, READY)))
                .isInstanceOf(Refusal.NotGenuine.class);

        assertThat(looked).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"disabled", "distributor", "nowhere", "../desk"})
    void onlyAnOpenDeskIsListenedTo(String sender) {
        assertThat(receive(sender, signed(NEW, "msg_1", NOW, READY))).isInstanceOf(Refusal.NotGenuine.class);

        assertThat(looked).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"{}", "{\"number\": 7}", "{\"number\": \"PO 1\"}", "{\"number\": \"PO1^active=true\\n\"}"})
    void aMessageWithoutANumberSaysWhatIsWrong(String body) {
        assertThat(receive("desk", signed(NEW, "msg_1", NOW, body))).isInstanceOf(Refusal.Faulty.class);

        assertThat(looked).isEmpty();
    }

    @Test
    void whatIsNoJsonIsUnreadable() {
        assertThat(receive("desk", signed(NEW, "msg_1", NOW, "PO0010001"))).isInstanceOf(Refusal.Unreadable.class);
    }

    @Test
    void aMessageThatCouldNotBeKeptMayBeRepeated() {
        failure = Optional.of(new IllegalStateException("the queue is down"));
        assertThatThrownBy(() -> receive("desk", signed(NEW, "msg_1", NOW, READY)))
                .hasMessage("the queue is down");
        failure = Optional.empty();

        assertThat(receive("desk", signed(NEW, "msg_1", NOW, READY))).isEqualTo(new Accepted());
    }

    private void given(Connection connection) {
        connections.given(connection);
        secrets.add(connection.id(), live(NEW)).await().indefinitely();
    }

    private Outcome receive(String sender, Incoming message) {
        return intake.receive(sender, message).await().indefinitely();
    }
}
