package io.nowbridge.ticket;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.nowbridge.local.LocalNowbridge;
import io.nowbridge.local.LocalNowbridge.Answer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class DescribeTicketFormIT {

    @RegisterExtension
    static final SharedNowbridge SHARED = new SharedNowbridge();

    @Test
    void aTicketOpensWithWhatTheFormOffered() {
        var subcategory = field(ask("/form"), "subcategory");
        var choice = subcategory.path("choices").path(0);
        var caller = ask("/people?query=abel").text("/items/0/id");
        var group = ask("/groups?query=data%20eng").text("/items/0/id");

        var answer = nowbridge().createTicket("it-form", """
                {"shortDescription": "By the form", "%s": "%s", "subcategory": "%s", "caller": "%s", "assignmentGroup": "%s",
                 "fields": {"u_affected_dataset": "orders"}}""".formatted(
                        subcategory.path("dependsOn").asText(),
                        choice.path("dependsOn").asText(),
                        choice.path("value").asText(),
                        caller,
                        group));

        assertThat(answer.status()).isEqualTo(201);
        assertThat(answer.body().path("warnings")).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"incident", "problem", "change_request", "sc_task"})
    void everyTableHasAForm(String table) {
        var form = ask("/form?table=" + table);

        assertThat(form.status()).isEqualTo(200);
        assertThat(form.body().path("tables").findValuesAsText("name")).contains(table);
        assertThat(field(form, "shortDescription").path("length").asInt()).isEqualTo(160);
        assertThat(field(form, "impact").path("choices").findValuesAsText("value"))
                .containsExactly("1", "2", "3");
        assertThat(form.body().path("warnings")).isEmpty();
    }

    private static Answer ask(String question) {
        return nowbridge()
                .callAs("member", "GET", "/ticket-targets/" + nowbridge().demo() + question, "");
    }

    private static JsonNode field(Answer form, String name) {
        return form.body()
                .path("fields")
                .valueStream()
                .filter(field -> field.path("name").asText().equals(name))
                .findFirst()
                .orElseThrow();
    }

    private static LocalNowbridge nowbridge() {
        return SHARED.run();
    }
}
