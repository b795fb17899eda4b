package io.nowbridge.local;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeoutException;

/** What the schedules do, one tick at a time; and a tick at will by {@code POST /__tick/{function}}, which AWS does not have. */
final class Ticks {

    private static final String PATH = "/__tick/";

    private final List<Template.Function> scheduled;
    private final Invocations invocations;
    private final InstantSource clock;

    Ticks(Template template, Invocations invocations, InstantSource clock) {
        this.scheduled = template.functions().stream()
                .filter(function -> !function.schedules().isEmpty())
                .toList();
        this.invocations = invocations;
        this.clock = clock;
    }

    /** The function whose tick a request asks for. Only those with a schedule: this route lets everybody in. */
    Optional<Template.Function> asked(String method, String path) {
        return scheduled.stream()
                .filter(function -> method.equals("POST") && path.equals(PATH + function.handler()))
                .findFirst();
    }

    /** Runs the function once, and waits for its end. */
    void run(Template.Function function, String requestId)
            throws ExecutionException, TimeoutException, InterruptedException {
        invocations.invoke(function, requestId, event(function, requestId));
    }

    // Source: EventBridge Scheduler user guide, what it sends to a Lambda function that no input is written for.
    private ObjectNode event(Template.Function function, String requestId) {
        var event = JsonNodeFactory.instance
                .objectNode()
                .put("version", "0")
                .put("id", requestId)
                .put("detail-type", "Scheduled Event")
                .put("source", "aws.scheduler")
                .put("account", LocalSqs.ACCOUNT)
                .put("time", clock.instant().truncatedTo(ChronoUnit.SECONDS).toString())
                .put("region", LocalDynamoDb.REGION)
                .put("detail", "{}");
        event.putArray("resources")
                .add("arn:aws:scheduler:%s:%s:schedule/default/%s"
                        .formatted(LocalDynamoDb.REGION, LocalSqs.ACCOUNT, function.name()));
        return event;
    }
}
