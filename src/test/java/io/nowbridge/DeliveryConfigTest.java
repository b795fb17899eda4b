package io.nowbridge;

import static org.assertj.core.api.Assertions.assertThat;

import io.nowbridge.local.Template;
import io.smallrye.config.WithDefault;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** The times of deliveries fit to one another and to the function's limit. */
class DeliveryConfigTest {

    private static final Duration MARGIN = Duration.ofSeconds(5);
    private static final Duration LONGEST_TRANSACTION = Duration.ofSeconds(60);

    private final Duration limit =
            Template.read(Template.FILE, Map.of("TokenIssuer", "https://issuer")).functions().stream()
                    .filter(function -> function.handler().equals("deliverTicketUpdate"))
                    .map(Template.Function::timeout)
                    .findFirst()
                    .orElseThrow();

    @Test
    void aTurnOutlivesTheFunctionThatHasIt() throws NoSuchMethodException {
        assertThat(usual("lease")).isGreaterThanOrEqualTo(limit.plus(MARGIN));
    }

    @Test
    void aWriteSettlesAfterItCanHaveBeenSentAndCarriedOut() throws NoSuchMethodException {
        assertThat(usual("settling")).isGreaterThanOrEqualTo(limit.plus(LONGEST_TRANSACTION));
    }

    private static Duration usual(String setting) throws NoSuchMethodException {
        var text = DeliveryConfig.class
                .getDeclaredMethod(setting)
                .getAnnotation(WithDefault.class)
                .value();
        return Duration.parse("PT" + text);
    }
}
