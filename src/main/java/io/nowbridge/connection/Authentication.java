package io.nowbridge.connection;

import java.util.Collections;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * The credentials of a connection: the scheme and its values. All of them count as secret, and none shows in
 * {@code toString}.
 */
public record Authentication(String scheme, SortedMap<String, String> values) {

    public Authentication {
        values = Collections.unmodifiableSortedMap(new TreeMap<>(values));
    }

    public static Authentication of(String scheme, Map<String, String> values) {
        return new Authentication(scheme, new TreeMap<>(values));
    }

    /** A value that the scheme requires. */
    public String required(String name) {
        return optional(name).orElseThrow(() -> new IllegalArgumentException("the authentication has no " + name));
    }

    public Optional<String> optional(String name) {
        return Optional.ofNullable(values.get(name));
    }

    @Override
    public String toString() {
        return "Authentication[scheme=" + scheme + "]";
    }
}
