package io.nowbridge.template;

import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import java.util.TreeSet;

/** A path of a template that one version says differently from another; empty where a version does not say it. */
public record Difference(String path, Optional<String> from, Optional<String> to) {

    /** What changed between two versions, in the order of the paths. */
    public static List<Difference> between(Template from, Template to) {
        var before = texts(from);
        var after = texts(to);
        var paths = new TreeSet<>(before.keySet());
        paths.addAll(after.keySet());
        return paths.stream()
                .filter(path -> !Objects.equals(before.get(path), after.get(path)))
                .map(path -> new Difference(
                        path, Optional.ofNullable(before.get(path)), Optional.ofNullable(after.get(path))))
                .toList();
    }

    private static TreeMap<String, String> texts(Template template) {
        var texts = new TreeMap<>(template.form().texts());
        texts.put("enabled", Boolean.toString(template.enabled()));
        return texts;
    }
}
