package io.nowbridge.ticket;

import static org.assertj.core.api.Assertions.assertThat;

import io.nowbridge.local.LocalNowbridge;
import io.nowbridge.local.LocalNowbridge.Answer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SearchTicketsIT {

    @RegisterExtension
    static final SharedNowbridge SHARED = new SharedNowbridge();

    @Test
    void aTicketThatWasOpenedIsFound() {
        var number = nowbridge()
                .createTicket("it-search", "{\"shortDescription\": \"Umsätze of the zebra shop\"}")
                .text("/ticket/number");

        var found = search("query=Ums%C3%A4tze%20of%20the%20zebra&state=new&table=incident");

        assertThat(found.status()).isEqualTo(200);
        assertThat(found.body().path("items").findValuesAsText("number")).containsExactly(number);
        assertThat(found.text("/items/0/state")).isEqualTo("New");
    }

    @ParameterizedTest
    @ValueSource(strings = {"zzz%5EORactive%3Dtrue", "zzz%5ENQactive%3Dtrue", "javascript%3Ags.getUserID()"})
    void aQueryMeansItselfAndNothingElse(String query) {
        assertThat(search("query=" + query).body().path("items")).isEmpty();
    }

    @Test
    void whateverElseTheConnectionMayReadIsNotSearched() {
        var answer = search("query=nowbridge&table=sys_user");

        assertThat(answer.status()).isEqualTo(400);
        assertThat(answer.text("/errors/0/message")).contains("incident");
    }

    private static Answer search(String query) {
        return nowbridge()
                .callAs("member", "GET", "/ticket-targets/" + nowbridge().demo() + "/tickets?" + query, "");
    }

    private static LocalNowbridge nowbridge() {
        return SHARED.run();
    }
}
