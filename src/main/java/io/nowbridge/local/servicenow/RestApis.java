package io.nowbridge.local.servicenow;

import java.time.Instant;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/** Everything under {@code /api/now}, and what scoped applications add beside it: finds the API that a path means, once its caller is known and within limits. */
final class RestApis {

    private static final String ROOT = "/api/now/";
    private static final String SPEND_INTEGRATION = "/api/" + SpendIntegrationApi.NAME + "/";
    private static final Pattern VERSION = Pattern.compile("v\\d+");

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

    /** Adds an API, such as one that calls the others or belongs to a scoped application. */
    void add(String name, Api api) {
        apis.put(name, api);
    }

    Answer answer(Call call, Instant now) {
        // Who calls is no part of what is asked for.
        return answer(call.without(Callers.API_KEY), callers.require(call, now), now);
    }

    /** Answers a call whose caller is known already, such as one out of a batch. */
    Answer answer(Call call, Caller caller, Instant now) {
        var address = Address.of(call.path());
        access.requireApi(address.api());
        var headers = limits.count(address.api(), caller, now);
        var answer = answer(address, call, caller, now);
        headers.forEach(answer::with);
        return answer;
    }

    private Answer answer(Address address, Call call, Caller caller, Instant now) {
        try {
            return Optional.ofNullable(apis.get(address.api()))
                    .orElseThrow(Refusal::unknownUri)
                    .answer(new Request(tinyUrls.expand(call), address.version(), address.rest(), caller, now));
        } catch (Refusal refusal) {
            return refusal.answer();
        }
    }

    /**
     * What a path means.
     *
     * @param version {@code v2/}, or nothing
     * @param rest the segments after the API's name
     */
    private record Address(String version, String api, List<String> rest) {

        static Address of(String path) {
            if (path.startsWith(SPEND_INTEGRATION)) {
                return new Address("", SpendIntegrationApi.NAME, segments(path.substring(SPEND_INTEGRATION.length())));
            }
            if (!path.startsWith(ROOT)) {
                throw Refusal.unknownUri();
            }
            var segments = segments(path.substring(ROOT.length()));
            var version = segments.stream()
                    .limit(1)
                    .filter(first -> VERSION.matcher(first).matches())
                    .toList();
            var names = segments.subList(version.size(), segments.size());
            if (names.isEmpty()) {
                throw Refusal.unknownUri();
            }
            return new Address(
                    version.isEmpty() ? "" : version.getFirst() + "/",
                    names.getFirst(),
                    names.subList(1, names.size()));
        }

        private static List<String> segments(String path) {
            return Arrays.stream(path.split("/", -1))
                    .filter(segment -> !segment.isEmpty())
                    .toList();
        }
    }
}
