package io.nowbridge.local;

import static org.assertj.core.api.Assertions.assertThat;

import com.amazonaws.services.lambda.runtime.Context;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

class SchedulerTest {

    private static final Instant NOW = Instant.parse("2026-01-05T09:00:00.123Z");
    private static final Template.Function SWEEP = new Template.Function(
            "Sweep", "sweep", Duration.ofSeconds(10), Map.of(), List.of(new Template.Schedule(Duration.ofMillis(10))));
    private static final Template.Function SLOW = new Template.Function(
            "Slow", "slow", Duration.ofSeconds(10), Map.of(), List.of(new Template.Schedule(Duration.ofDays(1))));

    private final LinkedBlockingQueue<JsonNode> events = new LinkedBlockingQueue<>();

    @Test
    void aFunctionRunsAgainAndAgain() throws Exception {
        try (var running = start(Optional.empty(), this::note)) {
            assertThat(next()).isPresent();
            assertThat(next()).isPresent();
        }
    }

    @Test
    void anotherRateReplacesTheTemplates() throws Exception {
        try (var running = start(Optional.of(Duration.ofMillis(10)), this::note, SLOW)) {
            assertThat(next()).isPresent();
        }
    }

    @Test
    void aTickTellsWhatEventBridgeSchedulerTells() throws Exception {
        try (var running = start(Optional.empty(), this::note)) {
            var event = next().orElseThrow();

            assertThat(event.path("source").asText()).isEqualTo("aws.scheduler");
            assertThat(event.path("detail-type").asText()).isEqualTo("Scheduled Event");
            assertThat(event.path("time").asText()).isEqualTo("2026-01-05T09:00:00Z");
            assertThat(event.at("/resources/0").asText())
                    .isEqualTo("arn:aws:scheduler:eu-central-1:000000000000:schedule/default/Sweep");
        }
    }

    @Test
    void afterARunThatFailedTheNextComes() throws Exception {
        Handler failing = (event, context) -> {
            note(event);
            throw new IllegalStateException("Something is wrong");
        };
        try (var running = start(Optional.empty(), failing)) {
            assertThat(next()).isPresent();
            assertThat(next()).isPresent();
        }
    }

    @Test
    void closingLetsARunEndAndNoMoreBegin() throws Exception {
        var begun = new CountDownLatch(1);
        var end = new CountDownLatch(1);
        var scheduler = start(Optional.empty(), (event, context) -> {
            begun.countDown();
            await(end);
            return note(event);
        });
        await(begun);

        var closing = Thread.ofPlatform().start(scheduler::close);
        LocalNowbridge.await("it to wait", () -> closing.getState() == Thread.State.TIMED_WAITING);
        end.countDown();
        closing.join();

        assertThat(events).hasSize(1);
    }

    private Scheduler start(Optional<Duration> every, Handler handler) {
        return start(every, handler, SWEEP);
    }

    private static Scheduler start(Optional<Duration> every, Handler handler, Template.Function function) {
        var template = new Template(List.of(function));
        var clock = InstantSource.fixed(NOW);
        var invocations = new Invocations(template, name -> handler, clock);
        return Scheduler.start(template, new Ticks(template, invocations, clock), every);
    }

    private JsonNode note(JsonNode event, Context context) {
        return note(event);
    }

    private JsonNode note(JsonNode event) {
        events.add(event);
        return JsonNodeFactory.instance.nullNode();
    }

    private Optional<JsonNode> next() throws InterruptedException {
        return Optional.ofNullable(events.poll(10, TimeUnit.SECONDS));
    }

    private static void await(CountDownLatch latch) {
        try {
            assertThat(latch.await(10, TimeUnit.SECONDS)).isTrue();
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }
}
