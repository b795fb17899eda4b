package io.nowbridge.local.servicenow;

import io.vertx.core.MultiMap;
import io.vertx.core.buffer.Buffer;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/** {@code POST /api/now/tinyurl}: keeps a query that is too long for a URL, to be called by {@code sysparm_tiny}. */
final class TinyUrls implements Api {

    private final Map<String, String> urls = new HashMap<>();
    private final SysIds sysIds;

    TinyUrls(SysIds sysIds) {
        this.sysIds = sysIds;
    }

    @Override
    public Answer answer(Request request) {
        if (!request.call().method().equals("POST") || !request.segments().isEmpty()) {
            throw ContentRules.methodNotAllowed(request.call());
        }
        var url = String.valueOf(LenientJson.object(request.call().body()).get("url"));
        var key = sysIds.next();
        urls.put(key, url);
        return Answer.result(200, url.split("\\?", 2)[0] + "?sysparm_tiny=" + key);
    }

    /** The call with the parameters that its tiny URL stands for; one that stands for nothing is refused. */
    Call expand(Call call) {
        return call.parameter("sysparm_tiny")
                .map(key -> Optional.ofNullable(urls.get(key)).orElseThrow(Refusal::unknownUri))
                .map(url -> expanded(call, url))
                .orElse(call);
    }

    private static Call expanded(Call call, String url) {
        var query = new LinkedHashMap<>(call.query());
        query.putAll(Call.of("GET", url, MultiMap.caseInsensitiveMultiMap(), Buffer.buffer())
                .query());
        return new Call(call.method(), call.uri(), call.path(), query, call.headers(), call.body());
    }
}
