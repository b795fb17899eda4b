package io.nowbridge.template;

import io.nowbridge.setup.Need.Access;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** Holds a template's mappings against the sheet of its kind. */
final class SheetFit {

    private static final int LONGEST_NAME = 80;
    private static final int LONGEST_VALUE = 100;
    private static final int MOST_VALUES = 2_000;

    private final Mappings mappings;
    private final Sheet sheet;

    private SheetFit(Mappings mappings, Sheet sheet) {
        this.mappings = mappings;
        this.sheet = sheet;
    }

    /** What does not fit, each under its path. */
    static List<Misfit> misfits(Mappings mappings, Sheet sheet) {
        var fit = new SheetFit(mappings, sheet);
        var parts = sheet.parts().stream().map(Part::name).toList();
        var fields = sheet.fields().stream().map(Field::name).toList();
        return Stream.of(
                        names("mappings.tables.", mappings.tables(), parts),
                        names("mappings.fields.", mappings.fields(), fields),
                        fit.values(),
                        fit.shared())
                .flatMap(misfits -> misfits)
                .toList();
    }

    private static Stream<Misfit> names(String path, Map<String, String> given, List<String> known) {
        return given.entrySet().stream().mapMulti((name, misfits) -> {
            var at = path + name.getKey();
            if (!known.contains(name.getKey())) {
                misfits.accept(new Misfit(at, "is not one of: " + String.join(", ", known)));
            } else if (name.getValue().length() > LONGEST_NAME) {
                misfits.accept(new Misfit(at, "is longer than " + LONGEST_NAME + " characters"));
            }
        });
    }

    private Stream<Misfit> values() {
        return mappings.values().entrySet().stream().flatMap(map -> {
            var path = "mappings." + map.getKey();
            return sheet.valueMaps().stream()
                    .filter(known -> known.name().equals(map.getKey()))
                    .findFirst()
                    .map(known -> values(path, map.getValue(), known))
                    .orElseGet(() -> Stream.of(new Misfit(path, "is no mapping of this kind of template")));
        });
    }

    private static Stream<Misfit> values(String path, Map<String, String> given, ValueMap map) {
        if (given.size() > MOST_VALUES) {
            return Stream.of(new Misfit(path, "has more than " + MOST_VALUES + " values"));
        }
        return given.entrySet().stream().mapMulti((value, misfits) -> {
            var at = path + "." + value.getKey();
            if (!map.takes(value.getKey())) {
                misfits.accept(new Misfit(at, map.unknown()));
            }
            if (value.getValue().length() > LONGEST_VALUE) {
                misfits.accept(new Misfit(at, "is longer than " + LONGEST_VALUE + " characters"));
            }
        });
    }

    // Each would undo what the other wrote.
    private Stream<Misfit> shared() {
        var takenBy = new HashMap<String, String>();
        return sheet.fields().stream()
                .filter(field -> field.access() == Access.WRITE)
                .mapMulti((field, misfits) -> mappings.column(field.name()).ifPresent(column -> {
                    var table = mappings.table(field.part()).orElse(field.part());
                    var other = takenBy.putIfAbsent(table + "." + column, field.name());
                    if (other != null) {
                        misfits.accept(
                                new Misfit("mappings.fields." + field.name(), "is the column of " + other + " too"));
                    }
                }));
    }
}
