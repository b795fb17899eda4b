package io.nowbridge.local.servicenow;

import io.vertx.core.MultiMap;
import io.vertx.core.json.JsonObject;
import java.util.Optional;
import java.util.Set;

/** Lets an API that speaks JSON take and answer XML, where a call asks for it. */
final class XmlApi implements Api {

    private static final Set<String> TYPES = Set.of("application/xml", "text/xml");

    private final Api json;

    XmlApi(Api json) {
        this.json = json;
    }

    @Override
    public Answer answer(Request request) {
        return wanted(request.call())
                .map(type -> asXml(type, refusedOrAnswered(request)))
                .orElseGet(() -> json.answer(inJson(request)));
    }

    private Answer refusedOrAnswered(Request request) {
        try {
            return json.answer(inJson(request));
        } catch (Refusal refusal) {
            return refusal.answer();
        }
    }

    // The first format that the call accepts and the instance knows.
    private static Optional<String> wanted(Call call) {
        return ContentRules.mediaTypes(call.header("Accept").orElse("")).stream()
                .filter(type -> TYPES.contains(type) || ContentRules.isJson(type))
                .findFirst()
                .filter(TYPES::contains);
    }

    private static Request inJson(Request request) {
        var call = request.call();
        var headers = MultiMap.caseInsensitiveMultiMap().addAll(call.headers());
        wanted(call).ifPresent(type -> headers.set("Accept", "application/json"));
        var type = ContentRules.mediaTypes(call.header("Content-Type").orElse(""));
        var body = call.body();
        if (!call.isRead() && type.stream().anyMatch(TYPES::contains)) {
            ContentRules.checkSize(call);
            headers.set("Content-Type", "application/json");
            body = new JsonObject(Xml.entry(body)).toBuffer();
        }
        return request.with(new Call(call.method(), call.uri(), call.path(), call.query(), headers, body));
    }

    private static Answer asXml(String type, Answer answer) {
        if (answer.body().length() == 0) {
            return answer;
        }
        var body = Xml.response(answer.body().toJsonObject());
        return new Answer(answer.status(), answer.headers(), body).with("Content-Type", type + ";charset=UTF-8");
    }
}
