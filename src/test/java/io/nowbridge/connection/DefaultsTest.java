package io.nowbridge.connection;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class DefaultsTest {

    private static final ConnectionId PROD = new ConnectionId("prod");
    private static final ConnectionId SALES = new ConnectionId("sales");
    private static final Defaults DEFAULTS = new Defaults(Map.of(Purpose.TICKETS, PROD), Map.of("sales db", SALES), 1);

    @Test
    void aDatastoreHasADeskOfItsOwn() {
        assertThat(DEFAULTS.forTicketsOf(Optional.of("sales db"))).contains(SALES);
    }

    @Test
    void aDatastoreWithoutOneTakesTheDefaultForTickets() {
        assertThat(DEFAULTS.forTicketsOf(Optional.of("hr db"))).contains(PROD);
    }

    @Test
    void anUnknownDatastoreTakesTheDefaultForTickets() {
        assertThat(DEFAULTS.forTicketsOf(Optional.empty())).contains(PROD);
    }

    @Test
    void theDefaultOfAnotherPurposeDoesNotServeForTickets() {
        var defaults = new Defaults(Map.of(Purpose.PROCUREMENT, PROD), Map.of(), 1);

        assertThat(defaults.forTicketsOf(Optional.of("sales db"))).isEmpty();
    }
}
