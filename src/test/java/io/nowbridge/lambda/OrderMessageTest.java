package io.nowbridge.lambda;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.amazonaws.services.lambda.runtime.events.SQSEvent.SQSMessage;
import io.nowbridge.order.OrderId;
import io.nowbridge.template.TemplateId;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class OrderMessageTest {

    private static final String ORDER = "0123456789abcdef0123456789abcdef";

    @Test
    void anOrderIsNamed() {
        assertThat(read("{\"order\": \"" + ORDER + "\"}")).isEqualTo(new OrderMessage.Advance(new OrderId(ORDER)));
    }

    @Test
    void aLookIsForAllThatIsReady() {
        assertThat(read("{\"look\": \"template-1\", \"by\": \"createOrders\"}"))
                .isEqualTo(new OrderMessage.Look(new TemplateId("template-1"), Optional.empty(), "createOrders"));
    }

    @Test
    void aLookIsForOnePurchaseOrderWhereThatIsNamed() {
        assertThat(read("{\"look\": \"template-1\", \"number\": \"PO0010001\", \"by\": \"maria\"}"))
                .isEqualTo(new OrderMessage.Look(new TemplateId("template-1"), Optional.of("PO0010001"), "maria"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "null",
                "{",
                "{}",
                "{\"order\": \"PO0010001\"}",
                "{\"look\": \"template-1\"}",
                "{\"by\": \"maria\", \"number\": \"PO0010001\"}",
                "{\"order\": \"" + ORDER + "\", \"look\": \"template-1\", \"by\": \"maria\"}"
            })
    void whatIsNeitherFailsSoThatItGoesBackToTheQueue(String body) {
        assertThatThrownBy(() -> read(body)).isInstanceOf(IllegalArgumentException.class);
    }

    private static OrderMessage read(String body) {
        var message = new SQSMessage();
        message.setMessageId("m1");
        message.setBody(body);
        return OrderMessage.of(message, RunningHandler.JSON);
    }
}
