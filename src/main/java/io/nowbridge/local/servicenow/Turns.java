package io.nowbridge.local.servicenow;

import io.vertx.core.Vertx;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.function.Consumer;
import java.util.function.Supplier;

/**
 * Lets so many calls be worked on at once as the settings say (ServiceNow docs, API_INT semaphores: 4, with a queue of 50), and
 * answers each after the time that it takes. No thread waits.
 */
final class Turns {

    private static final int QUEUE = 50;

    private final Vertx vertx;
    private final Supplier<Settings> settings;
    private final Deque<Runnable> waiting = new ArrayDeque<>();
    private int underWay;

    Turns(Vertx vertx, Supplier<Settings> settings) {
        this.vertx = vertx;
        this.settings = settings;
    }

    /** Works when its turn comes and answers when it is done, or refuses at once. */
    void take(Supplier<Answer> work, Consumer<Answer> reply) {
        var most = settings.get().semaphores();
        if (most == 0 || underWay < most) {
            run(work, reply);
        } else if (waiting.size() < QUEUE) {
            waiting.add(() -> run(work, reply));
        } else {
            // Unlike a rate limit's, this refusal says nothing of when to come again.
            reply.accept(Refusal.of(429, "Too many requests", "The semaphore queue is full. Maximum allowed: " + QUEUE)
                    .answer());
        }
    }

    private void run(Supplier<Answer> work, Consumer<Answer> reply) {
        var answer = work.get();
        underWay++;
        var millis = settings.get().callMillis() + answer.took().toMillis();
        if (millis == 0) {
            end(answer, reply);
        } else {
            vertx.setTimer(millis, timer -> end(answer, reply));
        }
    }

    private void end(Answer answer, Consumer<Answer> reply) {
        underWay--;
        reply.accept(answer);
        var next = waiting.poll();
        if (next != null) {
            next.run();
        }
    }
}
