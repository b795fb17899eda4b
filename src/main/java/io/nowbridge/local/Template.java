package io.nowbridge.local;

import java.nio.file.Path;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** What the local run needs of {@code serverless/template.yaml}: the functions, and the routes that lead to them. */
public record Template(List<Function> functions) {

    /** Where it lies, seen from the project's directory. */
    public static final Path FILE = Path.of("serverless/template.yaml");

    /** One Lambda function; {@code handler} is the name of its bean. */
    public record Function(
            String name, String handler, Duration timeout, Map<String, String> environment, List<Trigger> triggers) {

        public Function {
            triggers = List.copyOf(triggers);
        }

        public List<Route> routes() {
            return all(Route.class);
        }

        public List<QueueTrigger> queues() {
            return all(QueueTrigger.class);
        }

        public List<Schedule> schedules() {
            return all(Schedule.class);
        }

        private <T extends Trigger> List<T> all(Class<T> kind) {
            return triggers.stream().filter(kind::isInstance).map(kind::cast).toList();
        }
    }

    /** What makes a function run. */
    public sealed interface Trigger {}

    /** One route of the HTTP API, and the rule that a caller's token has to meet, unless it is open to everyone. */
    public record Route(String method, String path, Optional<TokenRule> token) implements Trigger {

        /** As API Gateway calls it: {@code POST /anomalies/{anomalyId}/tickets}. */
        public String key() {
            return method + " " + path;
        }
    }

    /** The messages of a queue, up to {@code batchSize} in one event and so many events at once. */
    public record QueueTrigger(String arn, int batchSize, int concurrency) implements Trigger {

        /** The queue's name: what its ARN ends with. */
        public String queue() {
            return arn.substring(arn.lastIndexOf(':') + 1);
        }
    }

    /** A clock that runs a function again and again. */
    public record Schedule(Duration every) implements Trigger {}

    /** The tokens that an authorizer accepts. */
    public record TokenRule(String issuer, Set<String> audience) {}

    private static final String HANDLER = "QUARKUS_LAMBDA_HANDLER";

    private static final Set<String> RESOURCE = Set.of("Properties", "Type");

    // What is known and changes nothing on one machine stands here too: a property that nobody thought of is refused.
    private static final Set<String> RESOURCE_TYPES = Set.of(
            "AWS::Events::Rule",
            "AWS::IAM::Role",
            "AWS::Logs::LogGroup",
            "AWS::Serverless::Function",
            "AWS::Serverless::HttpApi",
            "AWS::StepFunctions::StateMachine");
    private static final Set<String> FUNCTION_PROPERTIES = Set.of(
            "Architectures",
            "CodeUri",
            "Description",
            "Environment",
            "EphemeralStorage",
            "EventInvokeConfig",
            "Events",
            "FunctionName",
            "Handler",
            "LoggingConfig",
            "MemorySize",
            "Role",
            "Runtime",
            "Timeout");
    private static final Set<String> API_PROPERTIES =
            Set.of("AccessLogSettings", "Auth", "CorsConfiguration", "DefaultRouteSettings", "Description", "Name");

    public static Template read(Path file, Map<String, String> parameters) {
        var stack = Stack.read(file, parameters).knowsTypes(RESOURCE_TYPES);
        var apis = stack.resources("AWS::Serverless::HttpApi");
        apis.values().forEach(api -> api.knows(RESOURCE).at("Properties").knows(API_PROPERTIES));
        var globals = stack.root()
                .find("Globals")
                .map(all -> all.knows(Set.of("Function")).at("Function").knows(FUNCTION_PROPERTIES));
        return new Template(stack.resources("AWS::Serverless::Function").entrySet().stream()
                .map(function -> function(function.getKey(), function.getValue(), globals, apis))
                .toList());
    }

    public Stream<Route> routes() {
        return functions.stream().flatMap(function -> function.routes().stream());
    }

    /** The settings of all functions together, since one local process runs them all. */
    Map<String, String> environment() {
        var together = new LinkedHashMap<String, String>();
        for (var function : functions) {
            function.environment().forEach((name, value) -> {
                var other = together.putIfAbsent(name, value);
                if (other != null && !other.equals(value)) {
                    throw new IllegalArgumentException(name + " is " + other + " for one function and " + value
                            + " for " + function.name() + ", but locally one process runs both");
                }
            });
        }
        return together;
    }

    private static Function function(String name, Node resource, Optional<Node> globals, Map<String, Node> apis) {
        var properties = resource.knows(RESOURCE).at("Properties").knows(FUNCTION_PROPERTIES);
        var environment = new LinkedHashMap<String, String>();
        Stream.concat(globals.stream(), Stream.of(properties))
                .flatMap(level -> level.find("Environment").stream())
                .forEach(level ->
                        level.at("Variables").entries().forEach((key, value) -> environment.put(key, value.text())));
        var handler = environment.remove(HANDLER);
        if (handler == null) {
            throw new IllegalArgumentException(properties.path() + " lacks " + HANDLER);
        }
        // Meant for Lambda's machine, not for this one.
        environment.remove("JAVA_TOOL_OPTIONS");
        var timeout = properties
                .find("Timeout")
                .or(() -> globals.flatMap(all -> all.find("Timeout")))
                .orElseThrow(() -> new IllegalArgumentException(properties.path() + " lacks Timeout"));
        var triggers = properties.find("Events").stream()
                .flatMap(events -> events.entries().values().stream())
                .map(event -> new Event(event, apis).trigger())
                .toList();
        return new Function(name, handler, Duration.ofSeconds(timeout.number()), Map.copyOf(environment), triggers);
    }
}
