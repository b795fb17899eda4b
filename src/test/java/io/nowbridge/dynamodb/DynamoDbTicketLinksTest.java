package io.nowbridge.dynamodb;

import static io.nowbridge.ticket.TicketFixtures.link;
import static io.nowbridge.ticket.TicketFixtures.ticket;
import static org.assertj.core.api.Assertions.assertThat;

import io.nowbridge.ticket.TicketLinks;
import io.nowbridge.ticket.TicketLinksContract;
import java.time.Duration;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class DynamoDbTicketLinksTest extends TicketLinksContract {

    @RegisterExtension
    static final RealTables TABLES = new RealTables();

    @Override
    protected TicketLinks emptyStore() {
        TABLES.empty("nowbridge-links", Set.of("pk", "sk"));
        return new DynamoDbTicketLinks(TABLES.client(), TABLES.config(Duration.ZERO, Duration.ZERO));
    }

    @Test
    void theKeysAreThoseThatTheTablesDescriptionNames() {
        emptyStore().link(link(1), ticket("INC0000001")).await().indefinitely();

        assertThat(TABLES.items("nowbridge-links"))
                .extracting(item -> item.get("pk").s() + " " + item.get("sk").s())
                .containsExactlyInAnyOrder(
                        "anomaly#default#456 link#00000000-0000-0000-0000-000000000001",
                        "ticket#demo#incident#id-of-INC0000001 link#00000000-0000-0000-0000-000000000001");
    }
}
