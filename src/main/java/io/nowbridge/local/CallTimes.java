package io.nowbridge.local;

import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpServerRequest;
import java.time.Duration;
import java.util.concurrent.atomic.LongAdder;

/**
 * How many calls a system was sent, and how long it took for them altogether. Looks for tickets are not counted: schedules send
 * those all the time.
 */
final class CallTimes implements Observed.Observer {

    private static final String TICKETS = "/api/now/table/incident";

    private final LongAdder calls = new LongAdder();
    private final LongAdder nanos = new LongAdder();

    /** What was counted: {@code together} is as if they had been made one after the other. */
    record Total(long calls, Duration together) {}

    /** Those since this was asked last. */
    Total sinceLastTime() {
        return new Total(calls.sumThenReset(), Duration.ofNanos(nanos.sumThenReset()));
    }

    @Override
    public Buffer asked(HttpServerRequest request, Buffer body) {
        return body;
    }

    @Override
    public void answered(HttpServerRequest request, Buffer answer, Duration taken) {
        if (!request.uri().startsWith(TICKETS)) {
            calls.increment();
            nanos.add(taken.toNanos());
        }
    }
}
