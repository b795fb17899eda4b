package io.nowbridge.local.servicenow;

import io.nowbridge.local.standin.Fault;
import io.nowbridge.local.standin.Faults;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.json.JsonObject;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Optional;

/**
 * Runs the calls of one batch until a limit ends it: 30 seconds, 5 MB for a call, 10 MB for an answer.
 *
 * <p>A limit leaves the call that reached it and all that follow unserviced; a fault that would cut the connection leaves
 * that one call unserviced. Delays are counted; whoever answers may wait for them.
 */
final class BatchRun {

    private static final Duration LIMIT = Duration.ofSeconds(30);
    private static final int LARGEST_CALL = 5 * 1024 * 1024;

    private final RestApis apis;
    private final Settings settings;
    private final Faults faults;
    private final InstantSource clock;
    private final Caller caller;
    private final long largestAnswer;
    private Duration spent = Duration.ZERO;
    private boolean over;

    BatchRun(RestApis apis, Settings settings, Faults faults, InstantSource clock, Caller caller, long largestAnswer) {
        this.apis = apis;
        this.settings = settings;
        this.faults = faults;
        this.clock = clock;
        this.caller = caller;
        this.largestAnswer = largestAnswer;
    }

    /** The report on a call, or empty if it stays unserviced. */
    Optional<JsonObject> serve(BatchItem item) {
        if (over) {
            return Optional.empty();
        }
        var before = spent;
        var answer = answer(item).filter(this::isWithinLimits);
        return answer.map(served -> item.served(served, spent.minus(before)));
    }

    /** What it has taken so far, which is never more than its limit. */
    Duration spent() {
        return spent.compareTo(LIMIT) > 0 ? LIMIT : spent;
    }

    private boolean isWithinLimits(Answer answer) {
        over = over || answer.body().length() > largestAnswer;
        return !over;
    }

    private Optional<Answer> answer(BatchItem item) {
        try {
            var call = item.call();
            if (call.body().length() > LARGEST_CALL) {
                over = true;
                return Optional.empty();
            }
            spend(Duration.ofMillis(settings.batchItemMillis()));
            return over ? Optional.empty() : answer(call);
        } catch (Refusal refusal) {
            return Optional.of(refusal.answer());
        }
    }

    private Optional<Answer> answer(Call call) {
        return faults.strike(call.method(), call.path(), call.headers())
                .map(fault -> spoilt(fault, call))
                .orElseGet(() -> handled(call));
    }

    private Optional<Answer> spoilt(Fault fault, Call call) {
        return switch (fault.kind()) {
            case STATUS -> Optional.of(status(fault));
            case HTML -> Optional.of(Answer.of(fault.status().orElse(200), "text/html;charset=UTF-8", fault.page()));
            case RESET -> Optional.empty();
            case DELAY -> {
                spend(fault.delay());
                yield handled(call);
            }
            case DELAY_AFTER_WRITE -> {
                var answer = handled(call);
                spend(fault.delay());
                yield answer;
            }
            case DROP_AFTER_WRITE -> {
                handled(call);
                yield Optional.empty();
            }
            case STATUS_AFTER_WRITE -> handled(call).map(answer -> status(fault));
            case TRUNCATE ->
                handled(call)
                        .map(answer -> new Answer(
                                answer.status(),
                                answer.headers(),
                                answer.body().getBuffer(0, answer.body().length() / 2)));
        };
    }

    private Optional<Answer> handled(Call call) {
        if (over) {
            return Optional.empty();
        }
        if (call.path().endsWith("/batch")) {
            throw Refusal.unknownUri();
        }
        var started = clock.instant();
        var answer = apis.answer(call, caller, started);
        spend(Duration.between(started, clock.instant()));
        return Optional.of(call.isHead() ? answer.withoutBody() : answer);
    }

    private void spend(Duration time) {
        spent = spent.plus(time);
        over = over || spent.compareTo(LIMIT) > 0;
    }

    private static Answer status(Fault fault) {
        var answer = Answer.of(
                fault.status().orElseThrow(), Answer.JSON, fault.body().orElseGet(Buffer::buffer));
        fault.headers().forEach(answer::with);
        return answer;
    }
}
