package io.nowbridge.local;

import io.nowbridge.local.Template.QueueTrigger;
import io.nowbridge.local.Template.Route;
import io.nowbridge.local.Template.Schedule;
import io.nowbridge.local.Template.TokenRule;
import io.nowbridge.local.Template.Trigger;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** One of a function's events in the template: what makes it run. Refuses what the local run could not do as AWS does. */
record Event(Node node, Map<String, Node> apis) {

    private static final Set<String> METHODS = Set.of("DELETE", "GET", "HEAD", "OPTIONS", "PATCH", "POST", "PUT");

    private static final Pattern RATE = Pattern.compile("rate\\((\\d{1,4}) (minute|hour|day)s?\\)");

    private static final List<String> REPORTS_FAILURES = List.of("ReportBatchItemFailures");

    // As many as Lambda begins with, where the template sets no limit.
    private static final int CONCURRENCY = 5;

    Trigger trigger() {
        var type = node.at("Type");
        return switch (type.text()) {
            case "HttpApi" -> route();
            case "SQS" -> queue();
            case "ScheduleV2" -> schedule();
            default -> throw refused(type, "HttpApi, SQS and ScheduleV2");
        };
    }

    private QueueTrigger queue() {
        var properties =
                properties(Set.of("BatchSize", "Description", "FunctionResponseTypes", "Queue", "ScalingConfig"));
        var answers = properties.at("FunctionResponseTypes");
        if (!answers.value().equals(REPORTS_FAILURES)) {
            throw refused(answers, REPORTS_FAILURES.toString());
        }
        var concurrency = properties
                .find("ScalingConfig")
                .map(scaling -> scaling.knows(Set.of("MaximumConcurrency"))
                        .at("MaximumConcurrency")
                        .number())
                .orElse(CONCURRENCY);
        return new QueueTrigger(
                properties.at("Queue").text(), properties.at("BatchSize").number(), concurrency);
    }

    private Schedule schedule() {
        // Retries are about a function that AWS cannot reach; here it is in the same process.
        var expression = properties(Set.of("Description", "RetryPolicy", "ScheduleExpression"))
                .at("ScheduleExpression");
        var rate = RATE.matcher(expression.text());
        if (!rate.matches()) {
            throw refused(expression, "rate(<number> minutes, hours or days)");
        }
        var count = Integer.parseInt(rate.group(1));
        return new Schedule(
                switch (rate.group(2)) {
                    case "minute" -> Duration.ofMinutes(count);
                    case "hour" -> Duration.ofHours(count);
                    default -> Duration.ofDays(count);
                });
    }

    private Route route() {
        var properties = properties(Set.of("ApiId", "Auth", "Method", "Path"));
        var method = properties.at("Method").text();
        var path = properties.at("Path").text();
        if (!METHODS.contains(method) || path.contains("+}")) {
            throw new IllegalArgumentException(
                    node.path() + " is " + method + " " + path + ", which the local run does not understand");
        }
        var apiName = properties.at("ApiId").text();
        var api = Optional.ofNullable(apis.get(apiName))
                .orElseThrow(() -> new IllegalArgumentException(node.path() + " belongs to no HttpApi: " + apiName));
        return new Route(method, path, tokenRule(properties, api.at("Properties")));
    }

    private static IllegalArgumentException refused(Node node, String understood) {
        return new IllegalArgumentException(
                node.path() + " is " + node.value() + ", but the local run only understands " + understood);
    }

    private Node properties(Set<String> known) {
        return node.at("Properties").knows(known);
    }

    private static Optional<TokenRule> tokenRule(Node event, Node api) {
        var own =
                event.find("Auth").map(auth -> auth.knows(Set.of("Authorizer")).at("Authorizer"));
        var auth = api.find("Auth").map(all -> all.knows(Set.of("Authorizers", "DefaultAuthorizer")));
        return own.or(() -> auth.flatMap(all -> all.find("DefaultAuthorizer")))
                .map(Node::text)
                .filter(name -> !name.equals("NONE"))
                .map(name -> tokenRule(auth.orElseThrow(() ->
                                new IllegalArgumentException(event.path() + " names an authorizer, its API has none"))
                        .at("Authorizers")
                        .at(name)));
    }

    private static TokenRule tokenRule(Node authorizer) {
        authorizer.knows(Set.of("IdentitySource", "JwtConfiguration"));
        authorizer.at("IdentitySource").mustBe("$request.header.Authorization");
        var jwt = authorizer.at("JwtConfiguration").knows(Set.of("audience", "issuer"));
        return new TokenRule(
                jwt.at("issuer").text(),
                jwt.at("audience").elements().stream().map(Node::text).collect(Collectors.toUnmodifiableSet()));
    }
}
