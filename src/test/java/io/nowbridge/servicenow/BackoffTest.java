package io.nowbridge.servicenow;

import static org.assertj.core.api.Assertions.assertThat;

import io.nowbridge.servicenow.ServiceNowException.Effect;
import io.nowbridge.servicenow.ServiceNowException.Unavailable;
import java.time.Duration;
import java.util.Optional;
import java.util.random.RandomGenerator;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class BackoffTest {

    @ParameterizedTest
    @CsvSource({"0.0, 100, 200, 400", "0.5, 200, 400, 800", "0.999999999, 300, 600, 1200"})
    void delaysDoubleGiveOrTakeAHalf(double drawn, long first, long second, long third) {
        var backoff = new Backoff(Duration.ofMillis(200), constant(drawn));

        var delays = LongStream.generate(() -> backoff.nextDelayInMillis(unavailable(Optional.empty())))
                .limit(3);

        assertThat(delays).containsExactly(first, second, third);
    }

    @Test
    void aDelayIsNoShorterThanServiceNowAskedFor() {
        var backoff = new Backoff(Duration.ofMillis(200), constant(0.5));

        var delay = backoff.nextDelayInMillis(unavailable(Optional.of(Duration.ofSeconds(2))));

        assertThat(delay).isEqualTo(2_000);
    }

    private static Unavailable unavailable(Optional<Duration> asked) {
        return new Unavailable("Reading an incident answered 503", asked, Effect.NONE, null);
    }

    private static RandomGenerator constant(double drawn) {
        return new RandomGenerator() {
            @Override
            public long nextLong() {
                throw new UnsupportedOperationException("only fractions are drawn");
            }

            @Override
            public double nextDouble() {
                return drawn;
            }
        };
    }
}
