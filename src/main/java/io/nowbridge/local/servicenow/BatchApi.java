package io.nowbridge.local.servicenow;

import io.nowbridge.local.standin.Faults;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.time.InstantSource;

/** {@code /api/now/batch}: several calls in one, run one after the other, each with its own outcome. */
final class BatchApi implements Api {

    private static final int LARGEST_ANSWER = 10 * 1024 * 1024;

    private final RestApis apis;
    private final Instance instance;
    private final Faults faults;
    private final InstantSource clock;

    BatchApi(RestApis apis, Instance instance, Faults faults, InstantSource clock) {
        this.apis = apis;
        this.instance = instance;
        this.faults = faults;
        this.clock = clock;
    }

    @Override
    public Answer answer(Request request) {
        if (!request.call().method().equals("POST") || !request.segments().isEmpty()) {
            throw ContentRules.methodNotAllowed(request.call());
        }
        ContentRules.check(request.call());
        var batch = new JsonObject(LenientJson.object(request.call().body()));
        var run = new BatchRun(apis, instance.settings(), faults, clock, request.caller(), largestAnswer(request));
        var serviced = new JsonArray();
        var unserviced = new JsonArray();
        for (var json : LenientJson.objects(batch, "rest_requests")) {
            var item = new BatchItem(json);
            run.serve(item).ifPresentOrElse(serviced::add, () -> unserviced.add(item.id()));
        }
        var answer = Answer.json(
                200,
                new JsonObject()
                        .put("batch_request_id", String.valueOf(batch.getValue("batch_request_id")))
                        .put("serviced_requests", serviced)
                        .put("unserviced_requests", unserviced));
        return instance.settings().batchWaits() ? answer.after(run.spent()) : answer;
    }

    // The header can lower the limit, not raise it.
    private static long largestAnswer(Request request) {
        return request.call()
                .header("X-BATCHREQUEST-MAX-OUTPUT-SIZE")
                .filter(size -> size.matches("\\d{1,9}"))
                .map(Long::parseLong)
                .filter(size -> size < LARGEST_ANSWER)
                .orElse((long) LARGEST_ANSWER);
    }
}
