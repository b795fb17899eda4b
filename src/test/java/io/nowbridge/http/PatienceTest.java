package io.nowbridge.http;

import static org.assertj.core.api.Assertions.assertThat;

import io.smallrye.mutiny.Uni;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.random.RandomGenerator;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PatienceTest {

    private static final Duration TWO_SECONDS = Duration.ofSeconds(2);

    private final AtomicInteger reads = new AtomicInteger();

    @ParameterizedTest
    @CsvSource({"0.0, 100, 200, 400", "0.5, 200, 400, 800", "0.999999999, 300, 600, 1200"})
    void pausesDoubleGiveOrTakeAHalf(double drawn, long first, long second, long third) {
        var patience = patience(Duration.ofMillis(200), drawn);

        var pauses = IntStream.range(0, 3).mapToObj(retried -> patience.pause(new Down(Optional.empty()), retried));

        assertThat(pauses).extracting(Duration::toMillis).containsExactly(first, second, third);
    }

    @Test
    void aPauseIsNoShorterThanWasAskedFor() {
        var patience = patience(Duration.ofMillis(200), 0.5);

        var pause = patience.pause(new Down(Optional.of(TWO_SECONDS)), 0);

        assertThat(pause).isEqualTo(TWO_SECONDS);
    }

    @Test
    void whatPassesIsReadAgainAndNotForEver() {
        var failure = failure(new Down(Optional.empty()));

        assertThat(failure).isInstanceOf(Down.class);
        assertThat(reads).hasValue(3);
    }

    @Test
    void aReadThatSucceedsIsNotRepeated() {
        var answer = patience(Duration.ofMillis(1), 0.5)
                .of(() -> reads.incrementAndGet() < 2
                        ? Uni.createFrom().<String>failure(new Down(Optional.empty()))
                        : Uni.createFrom().item("read"));

        assertThat(answer.await().atMost(TWO_SECONDS)).isEqualTo("read");
        assertThat(reads).hasValue(2);
    }

    @Test
    void whoAsksForMoreThanTheLongestPauseIsNotAskedAgain() {
        failure(new Down(Optional.of(TWO_SECONDS.plusMillis(1))));

        assertThat(reads).hasValue(1);
    }

    @Test
    void anyOtherFailureIsFinal() {
        failure(new IllegalStateException("wrong for ever"));

        assertThat(reads).hasValue(1);
    }

    private Throwable failure(RuntimeException failure) {
        return patience(Duration.ofMillis(1), 0.5)
                .of(() -> {
                    reads.incrementAndGet();
                    return Uni.createFrom().<Throwable>failure(failure);
                })
                .onFailure()
                .recoverWithItem(last -> last)
                .await()
                .atMost(TWO_SECONDS);
    }

    private static Patience patience(Duration first, double drawn) {
        return new Patience(2, first, TWO_SECONDS, constant(drawn));
    }

    private static final class Down extends RuntimeException implements Passing {

        private static final long serialVersionUID = 1;

        private final transient Optional<Duration> asked;

        Down(Optional<Duration> asked) {
            this.asked = asked;
        }

        @Override
        public Optional<Duration> asked() {
            return asked;
        }
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
