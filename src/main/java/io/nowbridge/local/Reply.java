package io.nowbridge.local;

import com.fasterxml.jackson.databind.JsonNode;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpServerResponse;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** What goes back to the caller of the gateway. */
record Reply(int status, Map<String, String> headers, List<String> cookies, Buffer body) {

    /** An answer of the gateway's own, worded as API Gateway words it. */
    static Reply own(int status, String message) {
        return new Reply(
                status,
                Map.of("content-type", "application/json"),
                List.of(),
                Buffer.buffer("{\"message\":\"" + message + "\"}"));
    }

    static Reply unauthorized() {
        var reply = own(401, "Unauthorized");
        var headers = new TreeMap<>(reply.headers);
        headers.put("www-authenticate", "Bearer");
        return new Reply(reply.status, headers, reply.cookies, reply.body);
    }

    /**
     * What a function answered: a whole response, or, without a {@code statusCode}, the body of a 200.
     *
     * <p>Source: API Gateway developer guide, "Lambda function response for format 2.0".
     */
    static Reply of(JsonNode answer) {
        if (!answer.hasNonNull("statusCode")) {
            return new Reply(
                    200, Map.of("content-type", "application/json"), List.of(), Buffer.buffer(answer.toString()));
        }
        var headers = new TreeMap<String, String>(String.CASE_INSENSITIVE_ORDER);
        headers.put("content-type", "text/plain;charset=UTF-8");
        answer.path("headers").properties().forEach(header -> {
            headers.remove(header.getKey());
            headers.put(header.getKey(), header.getValue().asText());
        });
        var cookies = new ArrayList<String>();
        answer.path("cookies").forEach(cookie -> cookies.add(cookie.asText()));
        return new Reply(answer.path("statusCode").asInt(), headers, cookies, body(answer));
    }

    void send(HttpServerResponse response) {
        response.setStatusCode(status);
        headers.forEach(response::putHeader);
        if (!cookies.isEmpty()) {
            response.putHeader("set-cookie", cookies);
        }
        response.end(body);
    }

    private static Buffer body(JsonNode answer) {
        var body = answer.path("body").asText("");
        return answer.path("isBase64Encoded").asBoolean()
                ? Buffer.buffer(Base64.getDecoder().decode(body))
                : Buffer.buffer(body);
    }
}
