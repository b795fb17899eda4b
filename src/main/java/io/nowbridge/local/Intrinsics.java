package io.nowbridge.local;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * CloudFormation's functions, as far as Nowbridge's own templates use them.
 *
 * <p>A resource is referred to by its logical name and an attribute by {@code Name.Attribute}: locally there is no ARN.
 */
final class Intrinsics {

    private static final Map<String, String> PSEUDO_PARAMETERS = Map.of(
            "AWS::AccountId", "000000000000",
            "AWS::Partition", "aws",
            "AWS::Region", "eu-central-1",
            "AWS::StackName", "local",
            "AWS::URLSuffix", "localhost");

    private static final List<String> ZONES = List.of("eu-central-1a", "eu-central-1b");

    private static final Pattern VARIABLE = Pattern.compile("\\$\\{([^!}][^}]*)}");

    // What stands for it is left out: CloudFormation's AWS::NoValue.
    private static final Object NO_VALUE = new Object();

    private final Node file;
    private final Map<String, String> parameters;

    Intrinsics(Node file, Map<String, String> parameters) {
        this.file = file;
        this.parameters = parameters;
    }

    Object resolve(Object value) {
        return switch (value) {
            case Map<?, ?> map when call(map).isPresent() -> apply(call(map).orElseThrow(), only(map));
            case Map<?, ?> map -> resolveEntries(map);
            case List<?> list ->
                list.stream()
                        .map(this::resolve)
                        .filter(element -> !element.equals(NO_VALUE))
                        .toList();
            default -> value;
        };
    }

    private Map<String, Object> resolveEntries(Map<?, ?> map) {
        var resolved = new LinkedHashMap<String, Object>();
        map.forEach((key, value) -> {
            if (value == null) {
                throw new IllegalArgumentException(file.path() + " leaves " + key + " empty");
            }
            // Conditions are worked out where they are asked for.
            var meant = key.equals("Conditions") ? value : resolve(value);
            if (!meant.equals(NO_VALUE)) {
                resolved.put(key.toString(), meant);
            }
        });
        return resolved;
    }

    private Object apply(String function, Object argument) {
        return switch (function) {
            case "Ref" -> reference(argument.toString());
            case "Fn::Sub" -> substitute(argument);
            case "Fn::GetAtt" -> argument instanceof List<?> parts ? join(".", parts) : argument;
            case "Fn::Join" -> {
                var arguments = arguments(function, argument, 2);
                yield join(arguments.getFirst().toString(), (List<?>) resolve(arguments.get(1)));
            }
            case "Fn::Select" -> {
                var arguments = arguments(function, argument, 2);
                yield ((List<?>) resolve(arguments.get(1)))
                        .get(Integer.parseInt(arguments.getFirst().toString()));
            }
            case "Fn::GetAZs" -> ZONES;
            case "Fn::If" -> {
                var arguments = arguments(function, argument, 3);
                yield resolve(arguments.get(holds(arguments.getFirst().toString()) ? 1 : 2));
            }
            case "Fn::Equals" -> {
                var arguments = arguments(function, argument, 2);
                yield resolve(arguments.getFirst()).equals(resolve(arguments.get(1)));
            }
            case "Fn::Not" ->
                !(boolean) resolve(arguments(function, argument, 1).getFirst());
            case "Condition" -> holds(argument.toString());
            default ->
                throw new IllegalArgumentException(
                        file.path() + " uses " + function + ", which the local run does not understand");
        };
    }

    private Object reference(String name) {
        if (name.equals("AWS::NoValue")) {
            return NO_VALUE;
        }
        return isList(name) ? List.of(ref(name).split(",", -1)) : ref(name);
    }

    private boolean isList(String parameter) {
        return file.find("Parameters")
                .flatMap(declared -> declared.find(parameter))
                .filter(declared -> declared.at("Type").text().equals("CommaDelimitedList"))
                .isPresent();
    }

    private String ref(String name) {
        return Optional.ofNullable(parameters.get(name))
                .or(() -> Optional.ofNullable(PSEUDO_PARAMETERS.get(name)))
                .orElseGet(() -> resource(name));
    }

    private String resource(String name) {
        var logicalName = name.split("\\.", 2)[0];
        if (file.at("Resources").find(logicalName).isEmpty()) {
            throw new IllegalArgumentException(
                    file.path() + " refers to " + name + ", which is neither a resource nor a parameter with a value");
        }
        return name;
    }

    private String substitute(Object argument) {
        if (!(argument instanceof String text)) {
            throw new IllegalArgumentException(file.path() + " uses Fn::Sub with more than a text: " + argument);
        }
        return VARIABLE.matcher(text)
                .replaceAll(variable -> Matcher.quoteReplacement(ref(variable.group(1))))
                .replace("${!", "${");
    }

    private boolean holds(String condition) {
        return (boolean) resolve(file.at("Conditions").at(condition).value());
    }

    private List<?> arguments(String function, Object argument, int count) {
        if (argument instanceof List<?> list && list.size() == count) {
            return list;
        }
        throw new IllegalArgumentException(file.path() + " calls " + function + " with " + argument);
    }

    private static String join(String delimiter, List<?> parts) {
        return parts.stream().map(Object::toString).collect(Collectors.joining(delimiter));
    }

    private static Optional<String> call(Map<?, ?> map) {
        return map.size() == 1
                ? Optional.of(map.keySet().iterator().next().toString())
                        .filter(key -> key.startsWith("Fn::") || key.equals("Ref") || key.equals("Condition"))
                : Optional.empty();
    }

    private static Object only(Map<?, ?> map) {
        return map.values().iterator().next();
    }
}
