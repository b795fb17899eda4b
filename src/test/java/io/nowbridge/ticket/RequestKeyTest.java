package io.nowbridge.ticket;

import static io.nowbridge.ticket.TicketFixtures.CONNECTION;
import static io.nowbridge.ticket.TicketFixtures.FORM;
import static io.nowbridge.ticket.TicketFixtures.REQUEST;
import static io.nowbridge.ticket.TicketFixtures.form;
import static io.nowbridge.ticket.TicketFixtures.request;
import static org.assertj.core.api.Assertions.assertThat;

import io.nowbridge.connection.ConnectionId;
import java.util.Optional;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

class RequestKeyTest {

    @Test
    void aTurnNamesItsTicketAndNothingElseDoes() {
        var ticket = new TicketRef(CONNECTION, "incident", "46d44a5dc0a8010e0000");

        assertThat(RequestKey.turnAt(ticket).turn()).contains(ticket);
        assertThat(RequestKey.of(REQUEST, CONNECTION).turn()).isEmpty();
    }

    @Test
    void theSameRequestHasTheSameKey() {
        assertThat(RequestKey.of(request(form("Totals are off")), CONNECTION))
                .isEqualTo(RequestKey.of(REQUEST, CONNECTION));
    }

    @Test
    void anotherConnectionMakesAnotherKey() {
        assertThat(RequestKey.of(REQUEST, new ConnectionId("other"))).isNotEqualTo(RequestKey.of(REQUEST, CONNECTION));
    }

    @Test
    void textCannotMoveFromOneFieldToTheNext() {
        var one = form("A, description=B").describedAs("C");
        var other = form("A").describedAs("B, description=C");

        assertThat(RequestKey.of(request(one), CONNECTION).content())
                .isNotEqualTo(RequestKey.of(request(other), CONNECTION).content());
    }

    @Test
    void aFurtherFieldIsPartOfTheContent() {
        var fields = new TreeMap<String, String>();
        fields.put("u_dataset", "orders");
        var more = new TicketForm(
                FORM.table(),
                FORM.shortDescription(),
                FORM.description(),
                FORM.category(),
                FORM.subcategory(),
                FORM.impact(),
                FORM.urgency(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                fields);

        assertThat(RequestKey.of(request(more), CONNECTION)).isNotEqualTo(RequestKey.of(REQUEST, CONNECTION));
    }

    @Test
    void noGivenKeyIsMistakenForADerivedOne() {
        var derived = RequestKey.of(REQUEST, CONNECTION).value();

        assertThat(RequestKey.of(request(FORM, derived), CONNECTION).value()).isNotEqualTo(derived);
    }
}
