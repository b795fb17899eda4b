package io.nowbridge.rule;

import static io.nowbridge.rule.RuleFixtures.braked;
import static io.nowbridge.rule.RuleFixtures.rule;
import static io.nowbridge.rule.RunningRules.anomaly;
import static org.assertj.core.api.Assertions.assertThat;

import io.nowbridge.anomaly.Anomaly;
import io.nowbridge.rule.Crashes.Died;
import io.nowbridge.ticket.TicketFixtures;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.IntFunction;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class RuleCrashTest {

    private static final Optional<String> FINGERPRINT = Optional.of("8412003313");

    /** Deaths before a call, and after it. */
    static Stream<IntFunction<Crashes>> deaths() {
        return Stream.of(Crashes::before, Crashes::after);
    }

    @ParameterizedTest
    @MethodSource("deaths")
    void whereverItEndsAnAnomalyHasOneTicketAfterTheNextAttempt(IntFunction<Crashes> death) {
        atEachCall(death, running -> {}, "456", running -> {
            assertThat(running.desk.count()).isEqualTo(1);
            assertThat(running.anomalies("INC0000001")).containsExactly("456");
        });
    }

    @ParameterizedTest
    @MethodSource("deaths")
    void whereverItEndsARecurrenceIsNotedAndLinkedOnce(IntFunction<Crashes> death) {
        atEachCall(death, running -> running.apply(anomaly("456", FINGERPRINT)), "457", running -> {
            assertThat(running.desk.count()).isEqualTo(1);
            assertThat(running.anomalies("INC0000001")).containsExactly("456", "457");
            assertThat(running.waiting("INC0000001")).hasSize(1);
            assertThat(running.tickets.log().entries()).hasSize(2);
        });
    }

    @ParameterizedTest
    @MethodSource("deaths")
    void whereverItEndsOneTicketFollowsAClosedOne(IntFunction<Crashes> death) {
        Consumer<RunningRules> closed = running -> {
            running.apply(anomaly("456", FINGERPRINT));
            running.move("INC0000001", "7");
            running.desk.settings(Map.of("closedTickets", "new"));
        };

        atEachCall(death, closed, "457", running -> {
            assertThat(running.desk.count()).isEqualTo(2);
            assertThat(running.anomalies("INC0000002")).containsExactly("457");
        });
    }

    @ParameterizedTest
    @MethodSource("deaths")
    void whereverItEndsAndHoweverLateTheNextAttemptAStormHasOneSharedTicket(IntFunction<Crashes> death) {
        Consumer<RunningRules> storm = running -> {
            running.with(braked("0", 1));
            running.apply(anomaly("1", Optional.empty()));
            running.apply(anomaly("2", Optional.empty()));
        };

        atEachCall(death, storm, "457", running -> {
            assertThat(running.anomalies("INC0000002")).contains("2");
            assertThat(running.desk.count()).isLessThanOrEqualTo(3);
            assertThat(running.tickets.links().all().keySet())
                    .filteredOn(link -> link.anomaly().id().equals("457"))
                    .hasSize(1);
        });
    }

    private static void atEachCall(
            IntFunction<Crashes> death, Consumer<RunningRules> before, String id, Consumer<RunningRules> check) {
        var anomaly = anomaly(id, FINGERPRINT);
        for (var call = 1; ; call++) {
            var running = new RunningRules().with(rule("a"));
            before.accept(running);
            var crashes = death.apply(call);
            if (survives(running, anomaly, crashes)) {
                assertThat(call).isGreaterThan(3);
                return;
            }
            running.tickets.itIs(TicketFixtures.NOW.plus(Duration.ofHours(2)));

            running.apply(anomaly);

            check.accept(running);
        }
    }

    private static boolean survives(RunningRules running, Anomaly anomaly, Crashes crashes) {
        try {
            running.apply(anomaly, crashes);
            return true;
        } catch (Died died) {
            return false;
        }
    }
}
