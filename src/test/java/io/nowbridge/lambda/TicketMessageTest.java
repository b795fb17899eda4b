package io.nowbridge.lambda;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.amazonaws.services.lambda.runtime.events.SQSEvent.SQSMessage;
import io.nowbridge.connection.ConnectionId;
import io.nowbridge.ticket.TicketRef;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TicketMessageTest {

    private final TicketMessage messages = new TicketMessage(RunningHandler.JSON);

    @Test
    void aMessageNamesATicket() {
        var message = message("{\"connection\": \"demo\", \"table\": \"incident\", \"id\": \"9d38\"}");

        assertThat(messages.read(message)).isEqualTo(new TicketRef(new ConnectionId("demo"), "incident", "9d38"));
    }

    @Test
    void aDeadLetterThatIsDrivenBackWakesItsTicketToo() {
        var message =
                message("{\"connection\": \"demo\", \"table\": \"incident\", \"id\": \"9d38\", \"update\": \"u-1\"}");

        assertThat(messages.read(message).id()).isEqualTo("9d38");
    }

    @Test
    void aMessageAboutAChangeSaysWhenItWas() {
        var message = message("{\"connection\": \"demo\", \"table\": \"incident\", \"id\": \"9d38\","
                + " \"changedAt\": \"2026-01-05T09:00:00Z\"}");

        assertThat(messages.wakeup(message).changedAt()).contains(Instant.parse("2026-01-05T09:00:00Z"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "{}", "[]", "hello", "{\"connection\": \"demo\", \"table\": \"incident\"}", "null"})
    void whatNamesNoneFails(String body) {
        assertThatThrownBy(() -> messages.read(message(body)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("m-1");
    }

    private static SQSMessage message(String body) {
        var message = new SQSMessage();
        message.setMessageId("m-1");
        message.setBody(body);
        return message;
    }
}
