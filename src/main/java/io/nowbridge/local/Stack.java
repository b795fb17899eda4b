package io.nowbridge.local;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;

/** A CloudFormation file with its parameters, conditions and functions worked out for this machine. */
record Stack(Node root) {

    /** Reads {@code file}; {@code parameters} win over the defaults that it declares. */
    static Stack read(Path file, Map<String, String> parameters) {
        var raw = load(file);
        var values = new LinkedHashMap<String, String>();
        raw.find("Parameters")
                .ifPresent(declared -> declared.entries()
                        .forEach((name, parameter) ->
                                parameter.find("Default").ifPresent(value -> values.put(name, value.text()))));
        values.putAll(parameters);
        return new Stack(new Node(file.getFileName().toString(), new Intrinsics(raw, values).resolve(raw.value())));
    }

    /** The resources of a type by their logical name, in the order of the file. */
    Map<String, Node> resources(String type) {
        var found = new LinkedHashMap<String, Node>();
        root.at("Resources").entries().forEach((name, resource) -> {
            if (resource.at("Type").text().equals(type)) {
                found.put(name, resource);
            }
        });
        return found;
    }

    /** Refuses resources of any other type, so that none is silently left out of the local run. */
    Stack knowsTypes(Set<String> known) {
        root.at("Resources").entries().values().stream()
                .map(resource -> resource.at("Type"))
                .filter(type -> !known.contains(type.text()))
                .findFirst()
                .ifPresent(type -> {
                    throw new IllegalArgumentException(
                            type.path() + " is " + type.text() + ", which the local run does not understand");
                });
        return this;
    }

    private static Node load(Path file) {
        try (var reader = Files.newBufferedReader(file)) {
            Object content = new Yaml(new ShortTags(new LoaderOptions())).load(reader);
            return new Node(file.getFileName().toString(), content);
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot read " + file.toAbsolutePath(), e);
        }
    }
}
