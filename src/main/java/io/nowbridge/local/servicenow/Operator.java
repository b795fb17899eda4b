package io.nowbridge.local.servicenow;

import java.util.Arrays;
import java.util.Comparator;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The operators of an encoded query, by the texts that stand for them. */
enum Operator {
    EQUALS("="),
    NOT_EQUALS("!="),
    LESS("<"),
    GREATER(">"),
    AT_MOST("<="),
    AT_LEAST(">="),
    IN("IN"),
    NOT_IN("NOT IN", "NOTIN"),
    LIKE("LIKE", "CONTAINS", "*"),
    NOT_LIKE("NOT LIKE", "NOTLIKE", "DOES NOT CONTAIN", "!*"),
    STARTS_WITH("STARTSWITH"),
    ENDS_WITH("ENDSWITH", "%"),
    IS_EMPTY("ISEMPTY"),
    IS_NOT_EMPTY("ISNOTEMPTY"),
    EMPTY_STRING("EMPTYSTRING"),
    ANYTHING("ANYTHING"),
    BETWEEN("BETWEEN"),
    SAME_AS("SAMEAS"),
    NOT_SAME_AS("NSAMEAS"),
    GREATER_THAN_FIELD("GT_FIELD"),
    LESS_THAN_FIELD("LT_FIELD"),
    AT_LEAST_FIELD("GT_OR_EQUALS_FIELD"),
    AT_MOST_FIELD("LT_OR_EQUALS_FIELD"),
    INSTANCE_OF("INSTANCEOF"),
    DYNAMIC("DYNAMIC"),
    ON("ON"),
    NOT_ON("NOTON"),
    RELATIVE_AFTER("RELATIVEGT", "RELATIVEGE"),
    RELATIVE_BEFORE("RELATIVELT", "RELATIVELE"),
    DATE_PART("DATEPART"),
    MORE_THAN("MORETHAN"),
    LESS_THAN("LESSTHAN"),
    IN_HIERARCHY("IN_HIERARCHY"),
    IN_HIERARCHY_DYNAMIC("IN_HIERARCHY_DYNAMIC");

    private final String tokens;

    Operator(String... tokens) {
        this.tokens = String.join("|", tokens);
    }

    private Stream<String> tokens() {
        return Arrays.stream(tokens.split("\\|", -1));
    }

    static Operator of(String token) {
        return Arrays.stream(values())
                .filter(operator -> operator.tokens().anyMatch(token::equals))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("No operator " + token));
    }

    /** All tokens as alternatives of a pattern, longer ones first: {@code INSTANCEOF} is not {@code IN}. */
    static String pattern() {
        return Arrays.stream(values())
                .flatMap(Operator::tokens)
                .sorted(Comparator.comparingInt(String::length).reversed())
                .map(token -> "\\Q" + token + "\\E")
                .collect(Collectors.joining("|"));
    }

    /** Whether it asks about the order or a part of the value, for which query ACLs have a right of their own. */
    boolean isRange() {
        return switch (this) {
            case LESS, GREATER, AT_MOST, AT_LEAST, LIKE, NOT_LIKE, STARTS_WITH, ENDS_WITH, BETWEEN -> true;
            case GREATER_THAN_FIELD, LESS_THAN_FIELD, AT_LEAST_FIELD, AT_MOST_FIELD -> true;
            case ON, NOT_ON, RELATIVE_AFTER, RELATIVE_BEFORE -> true;
            case DATE_PART, MORE_THAN, LESS_THAN -> true;
            case EQUALS, NOT_EQUALS, IN, NOT_IN, IS_EMPTY, IS_NOT_EMPTY, EMPTY_STRING, ANYTHING -> false;
            case SAME_AS, NOT_SAME_AS, INSTANCE_OF, DYNAMIC -> false;
            case IN_HIERARCHY, IN_HIERARCHY_DYNAMIC -> false;
        };
    }
}
