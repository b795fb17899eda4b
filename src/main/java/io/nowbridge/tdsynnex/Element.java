package io.nowbridge.tdsynnex;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;

/**
 * An element of an XML document, without its namespaces and comments.
 *
 * @param text what it says itself, without what its children say
 */
record Element(String name, Map<String, String> attributes, String text, List<Element> children) {

    Element {
        attributes = Map.copyOf(attributes);
        children = List.copyOf(children);
    }

    static Element of(String name, String text) {
        return new Element(name, Map.of(), text, List.of());
    }

    static Element of(String name, List<Element> children) {
        return new Element(name, Map.of(), "", children);
    }

    /** The same with an attribute more. */
    Element with(String attribute, String value) {
        var more = new TreeMap<>(attributes);
        more.put(attribute, value);
        return new Element(name, more, text, children);
    }

    /** Those of this name, in any case: TD SYNNEX's documents agree on names, but not always on that. */
    Stream<Element> children(String called) {
        return children.stream().filter(child -> child.name.equalsIgnoreCase(called));
    }

    /** What the first child of this name says; empty if nothing. */
    Optional<String> text(String called) {
        return children(called).map(Element::text).findFirst().filter(text -> !text.isEmpty());
    }

    /** The children of the first child of this name; none if there is no such child. */
    Stream<Element> within(String called, String each) {
        return children(called).limit(1).flatMap(list -> list.children(each));
    }

    /** What all elements of these names say, in any case, wherever they are. */
    List<String> texts(String... called) {
        var own = Stream.of(called).anyMatch(name::equalsIgnoreCase) && !text.isEmpty()
                ? Stream.of(text)
                : Stream.<String>empty();
        return Stream.concat(own, children.stream().flatMap(child -> child.texts(called).stream()))
                .toList();
    }

    // What it says may be a password.
    @Override
    public String toString() {
        return "Element[" + name + "]";
    }
}
