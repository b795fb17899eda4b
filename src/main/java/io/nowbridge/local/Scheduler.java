package io.nowbridge.local;

import java.lang.System.Logger.Level;
import java.time.Duration;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/** The template's schedules on this machine; a run's length delays the next, where in AWS the two could overlap. */
final class Scheduler implements AutoCloseable {

    private static final System.Logger LOG = System.getLogger(Scheduler.class.getName());

    private final Ticks ticks;
    private final CountDownLatch closing = new CountDownLatch(1);
    private final ExecutorService schedules = Executors.newThreadPerTaskExecutor(
            Thread.ofPlatform().daemon().name("schedule-", 0).factory());

    private Scheduler(Ticks ticks) {
        this.ticks = ticks;
    }

    /** Starts every schedule of {@code template}; {@code every} replaces their rates. */
    static Scheduler start(Template template, Ticks ticks, Optional<Duration> every) {
        var scheduler = new Scheduler(ticks);
        for (var function : template.functions()) {
            for (var schedule : function.schedules()) {
                scheduler.schedules.execute(() -> scheduler.run(function, every.orElse(schedule.every())));
            }
        }
        return scheduler;
    }

    /** Lets the runs that go on end first. */
    @Override
    public void close() {
        closing.countDown();
        schedules.close();
    }

    private void run(Template.Function function, Duration every) {
        try {
            while (!closing.await(every.toMillis(), TimeUnit.MILLISECONDS)) {
                tick(function);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void tick(Template.Function function) throws InterruptedException {
        var requestId = UUID.randomUUID().toString();
        try {
            ticks.run(function, requestId);
        } catch (TimeoutException e) {
            LOG.log(Level.ERROR, "The tick of %s took too long, request %s".formatted(function.name(), requestId));
        } catch (ExecutionException e) {
            LOG.log(
                    Level.ERROR,
                    "The tick of %s failed, request %s".formatted(function.name(), requestId),
                    e.getCause());
        }
    }
}
