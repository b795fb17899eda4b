package io.nowbridge.dynamodb;

import static io.nowbridge.ticket.TicketFixtures.link;
import static io.nowbridge.ticket.TicketFixtures.ticket;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class DynamoDbTicketLinksTest {

    @RegisterExtension
    static final RealTables TABLES = new RealTables();

    private DynamoDbTicketLinks links;

    @BeforeEach
    void startEmpty() {
        TABLES.empty("nowbridge-links", Set.of("pk", "sk"));
        links = new DynamoDbTicketLinks(TABLES.client(), TABLES.config(Duration.ZERO, Duration.ZERO));
    }

    @Test
    void aLinkIsFoundFromBothEnds() {
        links.link(link(1), ticket("INC0000001")).await().indefinitely();

        assertThat(keys())
                .containsExactlyInAnyOrder(
                        "anomaly#default#456 link#00000000-0000-0000-0000-000000000001",
                        "ticket#demo#incident#id-of-INC0000001 link#00000000-0000-0000-0000-000000000001");
    }

    @Test
    void aRepeatedLinkIsOneLink() {
        links.link(link(1), ticket("INC0000001")).await().indefinitely();
        links.link(link(1), ticket("INC0000001")).await().indefinitely();

        assertThat(keys()).hasSize(2);
    }

    @Test
    void anAnomalyHasManyTicketsAndATicketManyAnomalies() {
        links.link(link(1), ticket("INC0000001")).await().indefinitely();
        links.link(link(2), ticket("INC0000002")).await().indefinitely();

        assertThat(keys())
                .filteredOn(key -> key.startsWith("anomaly#default#456 "))
                .hasSize(2);
    }

    private static List<String> keys() {
        return TABLES.items("nowbridge-links").stream()
                .map(item -> item.get("pk").s() + " " + item.get("sk").s())
                .toList();
    }
}
