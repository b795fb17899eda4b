package io.nowbridge.local;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Function;
import java.util.stream.Collectors;

/** Runs functions as Lambda does: each invocation on a thread of its own, ended when the function's time is up. */
final class Invocations implements AutoCloseable {

    private final Map<String, Handler> handlers;
    private final InstantSource clock;
    private final Duration longest;
    private final ExecutorService threads = Executors.newThreadPerTaskExecutor(
            Thread.ofPlatform().daemon().name("function-", 0).factory());

    /** Of all functions of {@code template}; {@code handlers} finds one by its handler's name. */
    Invocations(Template template, Function<String, Handler> handlers, InstantSource clock) {
        this.handlers = template.functions().stream()
                .collect(Collectors.toMap(Template.Function::name, function -> handlers.apply(function.handler())));
        this.clock = clock;
        this.longest = template.functions().stream()
                .map(Template.Function::timeout)
                .max(Duration::compareTo)
                .orElse(Duration.ZERO);
    }

    /** Waits for the function's answer; what it throws is the cause of an {@link ExecutionException}. */
    JsonNode invoke(Template.Function function, String requestId, JsonNode event)
            throws ExecutionException, TimeoutException, InterruptedException {
        var handler = Optional.ofNullable(handlers.get(function.name())).orElseThrow();
        var context = new LambdaContext(requestId, function, clock);
        var invocation = threads.submit(() -> handler.handle(event, context));
        try {
            return invocation.get(function.timeout().toMillis(), TimeUnit.MILLISECONDS);
        } finally {
            // Lambda ends the environment of a function that takes too long; an interrupt is as near as one process
            // comes.
            invocation.cancel(true);
        }
    }

    /** Lets what runs end first. */
    @Override
    public void close() {
        threads.shutdown();
        try {
            if (!threads.awaitTermination(longest.toMillis(), TimeUnit.MILLISECONDS)) {
                threads.shutdownNow();
            }
        } catch (InterruptedException e) {
            threads.shutdownNow();
            Thread.currentThread().interrupt();
        }
    }
}
