package io.nowbridge.lambda;

import com.fasterxml.jackson.databind.JsonNode;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.util.Arrays;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** Finds the fields of a JSON object that the record it is read into does not have; a map takes any. */
final class UnknownFields {

    private UnknownFields() {}

    static List<String> of(JsonNode object, Class<?> type) {
        return in(object, type, "").toList();
    }

    private static Stream<String> in(JsonNode node, Type type, String path) {
        if (type instanceof ParameterizedType list && list.getRawType() == List.class) {
            return IntStream.range(0, node.isArray() ? node.size() : 0)
                    .boxed()
                    .flatMap(index -> in(node.get(index), list.getActualTypeArguments()[0], path + "[" + index + "]"));
        }
        if (type instanceof Class<?> record && record.isRecord() && node.isObject()) {
            var known = Arrays.stream(record.getRecordComponents())
                    .collect(Collectors.toMap(RecordComponent::getName, Function.identity()));
            return node.properties().stream().flatMap(field -> {
                var name = path.isEmpty() ? field.getKey() : path + "." + field.getKey();
                var component = known.get(field.getKey());
                return component == null ? Stream.of(name) : in(field.getValue(), component.getGenericType(), name);
            });
        }
        return Stream.empty();
    }
}
