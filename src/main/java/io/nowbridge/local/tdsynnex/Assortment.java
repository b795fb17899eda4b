package io.nowbridge.local.tdsynnex;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** What there is to sell: 20 departments of 8 kinds in 6 ranges each, and 300 manufacturers, none of which exists. */
record Assortment(List<Maker> makers, List<Department> departments) {

    /** A manufacturer, as it is written and as the XML services number it: four digits. */
    record Maker(String name, int code) {

        /** Three letters that its part numbers begin with. */
        String prefix() {
            return name.replace(" ", "").substring(0, 3);
        }
    }

    /**
     * Products that are described alike.
     *
     * @param media how they are delivered: {@code RTL} in a box, {@code SWL} as a licence, {@code SWMP} as maintenance
     * @param price the lowest and the highest list price in the United States, in whole dollars
     * @param pounds the lightest and the heaviest
     * @param traits of each list, a product has one
     */
    record Department(
            String unspsc,
            String media,
            List<Integer> price,
            List<Double> pounds,
            List<String> kinds,
            List<String> ranges,
            List<List<String>> traits) {

        boolean isTangible() {
            return media.equals("RTL");
        }
    }

    private record Names(List<String> first, List<String> last) {}

    private record Source(Names makers, List<Department> departments) {}

    static Assortment read() {
        try (var json = Assortment.class.getResourceAsStream("assortment.json")) {
            var source = new ObjectMapper().readValue(json, Source.class);
            return new Assortment(makers(source.makers()), source.departments());
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    private static List<Maker> makers(Names names) {
        var makers = new ArrayList<Maker>();
        for (var first : names.first()) {
            for (var last : names.last()) {
                makers.add(new Maker((first + last).toUpperCase(Locale.ROOT), 6000 + 7 * makers.size()));
            }
        }
        return List.copyOf(makers);
    }
}
