package io.nowbridge.connector.csv;

import io.nowbridge.connection.PriceListSettings;
import io.nowbridge.connection.PriceListSettings.Field;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** The first row of a price list: which column holds which field. */
record Head(int columns, Map<Field, Integer> places) {

    static Head of(List<String> headings, PriceListSettings settings) {
        var places = new EnumMap<Field, Integer>(Field.class);
        for (var field : Field.values()) {
            var heading = settings.heading(field).strip();
            for (var column = headings.size() - 1; column >= 0; column--) {
                if (headings.get(column).strip().equalsIgnoreCase(heading)) {
                    places.put(field, column);
                }
            }
        }
        return new Head(headings.size(), places);
    }

    /** The fields without a column that need one: those without which there is no product, and those that were mapped. */
    List<Field> missing(PriceListSettings settings) {
        return Stream.of(Field.values())
                .filter(field -> field.isRequired() || settings.names(field))
                .filter(field -> !places.containsKey(field))
                .toList();
    }

    /** What a row says of a field, stripped; empty where there is no such column. */
    String cell(List<String> row, Field field) {
        var place = places.get(field);
        return place == null ? "" : row.get(place).strip();
    }
}
