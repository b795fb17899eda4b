package io.nowbridge.ticket;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import io.nowbridge.local.LocalNowbridge;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Nothing that a caller types changes what a query matches. */
class InjectionIT {

    @RegisterExtension
    static final SharedNowbridge SHARED = new SharedNowbridge();

    private static final List<String> FIELDS = List.of("caller", "assignedTo", "assignmentGroup");

    // Each would match somebody if a part of it were taken for a condition, an operator or a script.
    private static final List<String> ATTACKS = List.of(
            "x^ORactive=true",
            "x^NQactive=true",
            "x^ORuser_nameISNOTEMPTY",
            "x^ORnameISNOTEMPTY",
            "^active=true",
            "^NQuser_name=abel.tuter",
            "^NQname=Network",
            "x^^ORactive=true",
            "x^^^ORactive=true",
            "javascript:gs.getUserID()",
            " JavaScript:gs.getUserID()",
            "javascript:gs.getUserName()",
            "x,abel.tuter",
            "x^EQ^ORactive=true",
            "x^ORDERBYname",
            "x\n^ORactive=true",
            "x\u0000^ORactive=true",
            "x%5EORactive=true",
            "x&sysparm_query=active=true",
            "x^RLQUERYsys_user.manager,>=0^ENDRLQUERY",
            "*",
            "%",
            "abel.tuter^");

    static Stream<Arguments> attacks() {
        return FIELDS.stream().flatMap(field -> ATTACKS.stream().map(attack -> Arguments.of(field, attack)));
    }

    @ParameterizedTest
    @MethodSource("attacks")
    void anAttackMatchesNobody(String field, String attack) {
        var body = JsonNodeFactory.instance
                .objectNode()
                .put("shortDescription", "Injection")
                .put(field, attack);

        var answer = nowbridge().createTicket("injection", body.toString());

        assertThat(answer.status()).isEqualTo(422);
        assertThat(answer.text("/errors/0/field")).isEqualTo(field);
        assertThat(answer.text("/errors/0/message")).startsWith("No active");
        assertThat(nowbridge().received("POST", "/api/now/table/incident")).isZero();
    }

    private static LocalNowbridge nowbridge() {
        return SHARED.run();
    }
}
