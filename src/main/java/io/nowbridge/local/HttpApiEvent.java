package io.nowbridge.local;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.nimbusds.jwt.JWTClaimsSet;
import io.vertx.core.MultiMap;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpServerRequest;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Base64;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import java.util.function.UnaryOperator;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * A request as an HTTP API hands it to a function, in payload format 2.0.
 *
 * <p>Source: API Gateway developer guide, "Create AWS Lambda proxy integrations for HTTP APIs".
 */
record HttpApiEvent(
        HttpServerRequest request,
        Buffer body,
        Template.Route route,
        Map<String, String> pathParameters,
        Optional<JWTClaimsSet> claims,
        String requestId,
        Instant time) {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("dd/MMM/yyyy:HH:mm:ss Z", Locale.ENGLISH)
            .withZone(ZoneOffset.UTC);
    private static final Pattern TEXT =
            Pattern.compile("(?i)(text/.*|application/(.*\\+)?(json|xml)|application/javascript)\\s*(;.*)?");

    ObjectNode json() {
        var json = JSON.createObjectNode();
        json.put("version", "2.0");
        json.put("routeKey", route.key());
        json.put("rawPath", request.path());
        json.put("rawQueryString", Optional.ofNullable(request.query()).orElse(""));
        var cookies = request.headers().getAll("Cookie").stream()
                .flatMap(header -> Pattern.compile(";\\s*").splitAsStream(header))
                .toList();
        if (!cookies.isEmpty()) {
            json.set("cookies", JSON.valueToTree(cookies));
        }
        var headers = joined(request.headers(), name -> name.toLowerCase(Locale.ROOT));
        headers.remove("cookie");
        json.set("headers", headers);
        if (!request.params().isEmpty()) {
            json.set("queryStringParameters", joined(request.params(), UnaryOperator.identity()));
        }
        if (!pathParameters.isEmpty()) {
            json.set("pathParameters", JSON.valueToTree(pathParameters));
        }
        json.set("requestContext", context());
        putBody(json);
        return json;
    }

    private ObjectNode context() {
        var authority = request.authority();
        var host = authority == null ? "localhost" : authority.host();
        var context = JSON.createObjectNode();
        context.put("accountId", "000000000000");
        context.put("apiId", "local");
        context.put("domainName", host);
        context.put("domainPrefix", host.split("\\.", 2)[0]);
        context.put("requestId", requestId);
        context.put("routeKey", route.key());
        context.put("stage", "$default");
        context.put("time", TIME.format(time));
        context.put("timeEpoch", time.toEpochMilli());
        context.putObject("http")
                .put("method", request.method().name())
                .put("path", request.path())
                .put("protocol", "HTTP/1.1")
                .put("sourceIp", request.remoteAddress().hostAddress())
                .put(
                        "userAgent",
                        Optional.ofNullable(request.getHeader("User-Agent")).orElse(""));
        claims.ifPresent(known -> {
            var jwt = context.putObject("authorizer").putObject("jwt");
            jwt.set("claims", texts(known));
            jwt.putNull("scopes");
        });
        return context;
    }

    private void putBody(ObjectNode json) {
        var isText = TEXT.matcher(
                        Optional.ofNullable(request.getHeader("Content-Type")).orElse(""))
                .matches();
        var hasBody = body.length() > 0;
        if (hasBody) {
            json.put("body", isText ? body.toString() : Base64.getEncoder().encodeToString(body.getBytes()));
        }
        json.put("isBase64Encoded", hasBody && !isText);
    }

    // Several values of one name become one, separated by commas.
    private static ObjectNode joined(MultiMap values, UnaryOperator<String> spelling) {
        var json = JSON.createObjectNode();
        for (var name : new TreeSet<>(values.names())) {
            json.put(spelling.apply(name), String.join(",", values.getAll(name)));
        }
        return json;
    }

    // Every claim is handed over as text: a list as [a b], a time as its epoch seconds.
    private static ObjectNode texts(JWTClaimsSet claims) {
        var json = JSON.createObjectNode();
        claims.toJSONObject().forEach((name, value) -> json.put(name, text(value)));
        return json;
    }

    private static String text(Object claim) {
        return claim instanceof List<?> list
                ? list.stream().map(Object::toString).collect(Collectors.joining(" ", "[", "]"))
                : claim.toString();
    }
}
