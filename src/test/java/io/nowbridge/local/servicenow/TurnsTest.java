package io.nowbridge.local.servicenow;

import static org.assertj.core.api.Assertions.assertThat;

import io.vertx.core.Vertx;
import io.vertx.core.json.JsonObject;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** How many calls the stand-in works on at once, and for how long. */
class TurnsTest {

    private final Vertx vertx = Vertx.vertx();
    private final List<String> happened = new CopyOnWriteArrayList<>();
    private final List<Integer> statuses = new CopyOnWriteArrayList<>();
    private final CompletableFuture<Void> allAnswered = new CompletableFuture<>();

    @AfterEach
    void stop() {
        vertx.close().toCompletionStage().toCompletableFuture().join();
    }

    @Test
    void aCallIsWorkedOnWhenTheOneBeforeIsAnswered() throws Exception {
        send(2, "{\"semaphores\":1,\"callMillis\":5}");

        assertThat(happened).containsExactly("work 0", "reply 0", "work 1", "reply 1");
    }

    @Test
    void whereNothingLimitsThemAllAreWorkedOnAtOnce() throws Exception {
        send(2, "{\"callMillis\":5}");

        assertThat(happened).startsWith("work 0", "work 1");
    }

    @Test
    void behindFiftyThatWaitACallIsRefused() throws Exception {
        send(56, "{\"semaphores\":4,\"callMillis\":1}");

        assertThat(statuses).filteredOn(status -> status == 429).hasSize(2);
        assertThat(statuses).filteredOn(status -> status == 200).hasSize(54);
    }

    private void send(int calls, String settings) throws Exception {
        var turns = new Turns(vertx, () -> Settings.parse(new JsonObject(settings)));
        vertx.runOnContext(loop -> {
            for (var i = 0; i < calls; i++) {
                var name = String.valueOf(i);
                turns.take(
                        () -> {
                            happened.add("work " + name);
                            return Answer.result(200, new JsonObject());
                        },
                        answer -> reply(name, answer, calls));
            }
        });
        allAnswered.get(20, TimeUnit.SECONDS);
    }

    private void reply(String name, Answer answer, int calls) {
        happened.add("reply " + name);
        statuses.add(answer.status());
        if (statuses.size() == calls) {
            allAnswered.complete(null);
        }
    }
}
