package io.nowbridge.servicenow;

import static io.nowbridge.servicenow.Query.where;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class QueryTest {

    private static final Instant MOMENT = Instant.parse("2026-01-05T09:00:59.999Z");

    @ParameterizedTest
    @MethodSource
    void aQueryIsEncodedAsServiceNowReadsIt(Query query, String encoded) {
        assertThat(query.encoded()).isEqualTo(encoded);
    }

    static Stream<Arguments> aQueryIsEncodedAsServiceNowReadsIt() {
        return Stream.of(
                arguments(Query.all(), ""),
                arguments(Query.all().orderBy("number"), "ORDERBYnumber"),
                arguments(where("number", "INC1"), "number=INC1"),
                arguments(where("caller_id.email", "a@b.c"), "caller_id.email=a@b.c"),
                arguments(where("state").isNot("7"), "state!=7"),
                arguments(where("state").isOneOf(List.of("1", "2")), "stateIN1,2"),
                arguments(where("short_description").contains("disk"), "short_descriptionLIKEdisk"),
                arguments(where("number").startsWith("INC"), "numberSTARTSWITHINC"),
                arguments(where("assigned_to").isEmpty(), "assigned_toISEMPTY"),
                arguments(where("sys_updated_on").after(MOMENT), "sys_updated_on>2026-01-05 09:00:59"),
                arguments(where("sys_updated_on").before(MOMENT), "sys_updated_on<2026-01-05 09:00:59"),
                arguments(where("sys_id").above(Drafts.SYS_ID), "sys_id>" + Drafts.SYS_ID),
                arguments(where("a", "1").and("b", "2").or("c", "3"), "a=1^b=2^ORc=3"),
                arguments(
                        where("a", "1").orderByDescending("b").orderBy("c").and("d", "2"),
                        "a=1^d=2^ORDERBYDESCb^ORDERBYc"));
    }

    @ParameterizedTest
    @MethodSource
    void aValueMeansItselfAlone(String value, String encoded) {
        assertThat(where("user_name", value).and("active", "true").encoded())
                .isEqualTo("user_name=" + encoded + "^active=true");
    }

    static Stream<Arguments> aValueMeansItselfAlone() {
        return Stream.of(
                arguments("x^ORactive=true", "x^^ORactive=true"),
                arguments("x^NQactive=true", "x^^NQactive=true"),
                arguments("x^EQ", "x^^EQ"),
                arguments("^^", "^^^^"),
                arguments("a=b,c@d", "a=b,c@d"),
                arguments("not javascript: at its start", "not javascript: at its start"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                " ",
                "\t",
                "a\nb",
                "a\u0000b",
                "javascript:gs.getUserID()",
                " JavaScript:gs.getUserID()",
                "\u00a0\u2003javascript:gs.getUserID()"
            })
    void aValueThatNothingTamesIsRefused(String value) {
        assertThatIllegalArgumentException().isThrownBy(() -> where("user_name", value));
        assertThatIllegalArgumentException().isThrownBy(() -> where("user_name").contains(value));
        assertThatIllegalArgumentException().isThrownBy(() -> where("user_name").isOneOf(List.of("fred", value)));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "Name", "name=x^active", "name^", "na me", "1name", ".name", "123TEXTQUERY321"})
    void aColumnThatCannotBeOneIsRefused(String column) {
        assertThatIllegalArgumentException().isThrownBy(() -> where(column, "x"));
        assertThatIllegalArgumentException().isThrownBy(() -> Query.all().orderBy(column));
    }

    @ParameterizedTest
    @MethodSource
    void aListThatCannotBeToldApartIsRefused(List<String> values) {
        assertThatIllegalArgumentException().isThrownBy(() -> where("state").isOneOf(values));
    }

    static Stream<List<String>> aListThatCannotBeToldApartIsRefused() {
        return Stream.of(List.of(), List.of("1,2"), List.of("1", "2,3"));
    }
}
