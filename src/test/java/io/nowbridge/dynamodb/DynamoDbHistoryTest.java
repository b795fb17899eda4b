package io.nowbridge.dynamodb;

import static io.nowbridge.ticket.TicketFixtures.ANOMALY;
import static io.nowbridge.ticket.TicketFixtures.CONNECTION;
import static io.nowbridge.ticket.TicketFixtures.NOW;
import static io.nowbridge.ticket.TicketFixtures.linkId;
import static io.nowbridge.ticket.TicketFixtures.ticket;
import static org.assertj.core.api.Assertions.assertThat;

import io.nowbridge.connection.ConnectionId;
import io.nowbridge.setup.History.Removal;
import io.nowbridge.ticket.Link;
import io.nowbridge.ticket.SeenTicket;
import io.nowbridge.ticket.TicketRef;
import io.smallrye.mutiny.Multi;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

class DynamoDbHistoryTest {

    @RegisterExtension
    static final RealTables TABLES = new RealTables();

    private static final ConnectionId OTHER = new ConnectionId("other");

    private DynamoDbTicketLinks links;
    private DynamoDbHistory history;

    @BeforeEach
    void startEmpty() {
        var config = TABLES.config(Duration.ZERO, Duration.ZERO);
        TABLES.empty("nowbridge-links", Set.of("pk", "sk"));
        links = new DynamoDbTicketLinks(TABLES.client(), config);
        history = new DynamoDbHistory(TABLES.client(), config);
    }

    @Test
    void aConnectionWithoutLinksHasNothingToRemove() {
        link(OTHER, 1, 1);

        var removal = history.remove(CONNECTION).await().indefinitely();

        assertThat(removal).isEqualTo(new Removal(0, true));
        assertThat(items()).hasSize(2);
    }

    @Test
    void fewLinksGoAtOnceInBothDirectionsAndThoseOfOthersStay() {
        link(CONNECTION, 1, 3);
        link(OTHER, 4, 5);

        var removal = history.remove(CONNECTION).await().indefinitely();

        assertThat(removal).isEqualTo(new Removal(3, true));
        assertThat(items())
                .hasSize(4)
                .allSatisfy(item -> assertThat(item.get("connectionId").s()).isEqualTo("other"));
    }

    @Test
    void manyLinksGoInPartsUntilNoneIsLeft() {
        link(CONNECTION, 1, 1_200);
        link(OTHER, 1_201, 1_202);

        var removals = Stream.iterate(remove(), done -> remove()).limit(3).toList();

        assertThat(removals).extracting(Removal::complete).containsExactly(false, false, true);
        assertThat(removals.stream().mapToInt(Removal::links).sum()).isEqualTo(1_200);
        assertThat(items())
                .hasSize(4)
                .allSatisfy(item -> assertThat(item.get("connectionId").s()).isEqualTo("other"));
    }

    @Test
    void whatWasSeenOfATicketGoesWithItsLinksAndIsNoneOfThem() {
        link(CONNECTION, 1, 1);
        new DynamoDbSeenTickets(TABLES.client(), TABLES.config(Duration.ZERO, Duration.ZERO))
                .keep(new SeenTicket(
                        new TicketRef(CONNECTION, "incident", "id-of-INC1"),
                        ticket("INC1"),
                        Optional.empty(),
                        Optional.empty(),
                        Optional.empty(),
                        List.of(),
                        false,
                        NOW))
                .await()
                .indefinitely();

        var removal = history.remove(CONNECTION).await().indefinitely();

        assertThat(removal).isEqualTo(new Removal(1, true));
        assertThat(items()).isEmpty();
    }

    private Removal remove() {
        return history.remove(CONNECTION).await().indefinitely();
    }

    private void link(ConnectionId connection, int first, int last) {
        Multi.createFrom()
                .items(IntStream.rangeClosed(first, last).boxed())
                .onItem()
                .transformToUni(number -> links.link(
                        new Link(linkId(number), ANOMALY.id(), connection, "maria", NOW), ticket("INC" + number)))
                .merge(32)
                .collect()
                .asList()
                .await()
                .indefinitely();
    }

    private static List<Map<String, AttributeValue>> items() {
        return TABLES.items("nowbridge-links");
    }
}
