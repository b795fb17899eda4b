package io.nowbridge.local.servicenow;

import java.time.Instant;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Everything under {@code /api/now}: finds the API that a path means, once its caller is known and within limits. */
final class RestApis {

    private static final String ROOT = "/api/now/";

    private final Map<String, Api> apis = new HashMap<>();
    private final TinyUrls tinyUrls;
    private final Callers callers;
    private final Access access;
    private final RateLimits limits;

    RestApis(Map<String, Api> apis, TinyUrls tinyUrls, Callers callers, Access access, RateLimits limits) {
        this.apis.putAll(apis);
        this.tinyUrls = tinyUrls;
        this.callers = callers;
        this.access = access;
        this.limits = limits;
    }

    /** Adds an API that calls the others. */
    void add(String name, Api api) {
        apis.put(name, api);
    }

    Answer answer(Call call, Instant now) {
        var caller = callers.require(call, now);
        var segments = segments(call).orElseThrow(Refusal::unknownUri);
        var api = segments.getFirst();
        access.requireApi(api);
        var headers = limits.count(api, caller, now);
        Answer answer;
        try {
            answer = answer(call, caller, now);
        } catch (Refusal refusal) {
            answer = refusal.answer();
        }
        headers.forEach(answer::with);
        return answer;
    }

    /** Answers a call whose caller is known already, such as one out of a batch. */
    Answer answer(Call call, Caller caller, Instant now) {
        var segments = segments(call).orElseThrow(Refusal::unknownUri);
        return Optional.ofNullable(apis.get(segments.getFirst()))
                .orElseThrow(Refusal::unknownUri)
                .answer(new Request(
                        tinyUrls.expand(call), version(call), segments.subList(1, segments.size()), caller, now));
    }

    private static Optional<List<String>> segments(Call call) {
        if (!call.path().startsWith(ROOT)) {
            return Optional.empty();
        }
        var path = call.path().substring(ROOT.length() + version(call).length());
        return Optional.of(Arrays.stream(path.split("/", -1))
                        .filter(segment -> !segment.isEmpty())
                        .toList())
                .filter(segments -> !segments.isEmpty());
    }

    private static String version(Call call) {
        var first = call.path().substring(ROOT.length()).split("/", 2)[0];
        return first.matches("v\\d+") ? first + "/" : "";
    }
}
