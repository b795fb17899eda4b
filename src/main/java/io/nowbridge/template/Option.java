package io.nowbridge.template;

import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * A choice that a kind of template leaves to its users.
 *
 * @param preset what counts while nobody has chosen
 */
public record Option<T>(String name, T preset, Type<T> type) {

    /** What it says in a template. */
    public T of(Template template) {
        return in(template.form().options());
    }

    /** What it says among such options. */
    public T in(Map<String, String> options) {
        var text = options.get(name);
        return text == null ? preset : type.read(text);
    }

    /** A given value in its one spelling; the {@link IllegalArgumentException} of a wrong one says what is wrong. */
    public String spelling(String given) {
        return written(type.read(given));
    }

    String presetSpelling() {
        return written(preset);
    }

    private static String written(Object value) {
        return switch (value) {
            case BigDecimal amount -> amount.toPlainString();
            case List<?> list -> list.stream().map(Object::toString).collect(Collectors.joining(","));
            default -> value.toString();
        };
    }

    static Option<Boolean> toggle(String name, boolean preset) {
        return new Option<>(name, preset, new Type.Toggle());
    }

    /** One of several; the first is the preset. */
    static Option<String> choice(String name, String... values) {
        return new Option<>(name, values[0], new Type.Choice(List.of(values)));
    }

    static Option<String> text(String name, String preset, int longest) {
        return new Option<>(name, preset, new Type.Text(longest));
    }

    static Option<BigDecimal> amount(String name, String preset, String most) {
        return new Option<>(name, new BigDecimal(preset), new Type.Amount(BigDecimal.ZERO, new BigDecimal(most)));
    }

    /** Any number of values of a shape, {@code most} at most; none is the preset. */
    static Option<List<String>> many(String name, Pattern shape, int most) {
        return new Option<>(name, List.of(), new Type.Many(shape, List.of(), most));
    }

    /** Any of several; none is the preset. */
    static Option<List<String>> anyOf(String name, String... values) {
        var shape = Pattern.compile(Stream.of(values).map(Pattern::quote).collect(Collectors.joining("|")));
        return new Option<>(name, List.of(), new Type.Many(shape, List.of(values), values.length));
    }

    /** What values an option takes. */
    public sealed interface Type<T> {

        /** Reads a value as it was given. */
        T read(String text);

        /** On or off. */
        record Toggle() implements Type<Boolean> {

            @Override
            public Boolean read(String text) {
                return switch (text) {
                    case "true" -> true;
                    case "false" -> false;
                    default -> throw new IllegalArgumentException("is true or false");
                };
            }
        }

        /** One of several words. */
        record Choice(List<String> values) implements Type<String> {

            public Choice {
                values = List.copyOf(values);
            }

            @Override
            public String read(String text) {
                if (!values.contains(text)) {
                    throw new IllegalArgumentException("is not one of: " + String.join(", ", values));
                }
                return text;
            }
        }

        /** Any text, possibly empty. */
        record Text(int longest) implements Type<String> {

            @Override
            public String read(String text) {
                if (text.length() > longest) {
                    throw new IllegalArgumentException("is longer than " + longest + " characters");
                }
                return text.strip();
            }
        }

        /** A decimal with at most four places. */
        record Amount(BigDecimal least, BigDecimal most) implements Type<BigDecimal> {

            private static final int PLACES = 4;

            @Override
            public BigDecimal read(String text) {
                var complaint = "is not a number from %s to %s with at most %d decimals"
                        .formatted(least.toPlainString(), most.toPlainString(), PLACES);
                try {
                    var amount = new BigDecimal(text).stripTrailingZeros();
                    if (amount.scale() > PLACES || amount.compareTo(least) < 0 || amount.compareTo(most) > 0) {
                        throw new IllegalArgumentException(complaint);
                    }
                    return amount;
                } catch (NumberFormatException e) {
                    throw new IllegalArgumentException(complaint, e);
                }
            }
        }

        /**
         * A list of texts, separated by commas; each counts once.
         *
         * @param shape what each looks like
         * @param values the only ones there are; empty where any of the shape will do
         */
        record Many(Pattern shape, List<String> values, int most) implements Type<List<String>> {

            // All that a template says has to fit into one item of DynamoDB, which holds 400 KB.
            public static final int LONGEST = 100_000;

            public Many {
                values = List.copyOf(values);
            }

            @Override
            public List<String> read(String text) {
                if (text.length() > LONGEST) {
                    throw new IllegalArgumentException("is longer than " + LONGEST + " characters");
                }
                var all = Stream.of(text.split(",", -1))
                        .map(String::strip)
                        .filter(value -> !value.isEmpty())
                        .distinct()
                        .toList();
                if (all.size() > most) {
                    throw new IllegalArgumentException("names more than " + most);
                }
                all.stream()
                        .filter(value -> !shape.matcher(value).matches())
                        .findFirst()
                        .ifPresent(stranger -> {
                            throw new IllegalArgumentException(complaint(stranger));
                        });
                return all;
            }

            private String complaint(String stranger) {
                return values.isEmpty()
                        ? "names %s, which does not have the shape %s".formatted(stranger, shape)
                        : "names %s, which is not one of: %s".formatted(stranger, String.join(", ", values));
            }
        }
    }
}
