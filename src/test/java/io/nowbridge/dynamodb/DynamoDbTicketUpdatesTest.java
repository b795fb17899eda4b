package io.nowbridge.dynamodb;

import static io.nowbridge.delivery.DeliveryFixtures.TICKET;
import static io.nowbridge.delivery.DeliveryFixtures.update;
import static io.nowbridge.ticket.TicketFixtures.NOW;
import static org.assertj.core.api.Assertions.assertThat;

import io.nowbridge.delivery.TicketUpdates;
import io.nowbridge.delivery.TicketUpdatesContract;
import io.smallrye.mutiny.Uni;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.IntFunction;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class DynamoDbTicketUpdatesTest extends TicketUpdatesContract {

    @RegisterExtension
    static final RealTables TABLES = new RealTables();

    @Override
    protected TicketUpdates emptyStore() {
        TABLES.empty("nowbridge-updates", Set.of("pk", "sk"));
        return store();
    }

    @Test
    void ofThirtyThatJoinAtOnceEachHasAPlaceOfItsOwn() {
        var updates = store();

        together(30, number -> updates.add(update("u-" + number)));

        assertThat(drained(updates)).hasSize(30);
    }

    @Test
    void ofThirtyThatBringTheSameAtOnceItWaitsOnce() {
        var updates = store();

        together(30, number -> updates.add(update("same")));

        assertThat(drained(updates)).containsExactly("same");
    }

    @Test
    void ofThirtyThatWantTheTurnOneGetsIt() {
        var updates = store();
        updates.add(update("one")).await().indefinitely();

        var turns = together(30, number -> updates.take(TICKET, "w" + number, NOW, LEASE));

        assertThat(turns).filteredOn("TAKEN"::equals).hasSize(1);
        assertThat(turns).filteredOn("HELD"::equals).hasSize(29);
    }

    @Test
    void noUpdateIsForgottenThatJoinsWhileTheLineIsLeft() {
        var updates = store();
        updates.add(update("one")).await().indefinitely();
        updates.take(TICKET, "w1", NOW, LEASE).await().indefinitely();
        drained(updates);

        together(2, number -> number == 0 ? updates.leave(TICKET, "w1", NOW) : updates.add(update("two")));

        assertThat(updates.due(TICKET.connection(), NOW, 1).await().indefinitely())
                .containsExactly(TICKET);
    }

    @Test
    void onlyWhatMayBeForgottenExpires() {
        var updates = store();
        updates.add(update("one")).await().indefinitely();
        updates.add(update("two")).await().indefinitely();
        updates.bury(updates.first(TICKET).await().indefinitely().orElseThrow(), "It is refused", NOW)
                .await()
                .indefinitely();

        assertThat(TABLES.items("nowbridge-updates"))
                .filteredOn(item -> item.containsKey("expiresAtEpochSeconds"))
                .extracting(item -> item.get("pk").s())
                .singleElement()
                .asString()
                .startsWith("known#");
    }

    private static List<Object> together(int times, IntFunction<Uni<?>> work) {
        return Uni.join()
                .all(IntStream.range(0, times)
                        .mapToObj(number -> work.apply(number).map(answer -> (Object) String.valueOf(answer)))
                        .toList())
                .andFailFast()
                .await()
                .indefinitely();
    }

    private static Set<String> drained(TicketUpdates updates) {
        var ids = new HashSet<String>();
        for (var first = updates.first(TICKET).await().indefinitely();
                first.isPresent();
                first = updates.first(TICKET).await().indefinitely()) {
            ids.add(first.get().update().id());
            updates.delivered(first.get()).await().indefinitely();
        }
        return ids;
    }

    private static TicketUpdates store() {
        return new DynamoDbTicketUpdates(TABLES.client(), TABLES.config(LEASE, Duration.ofDays(1)));
    }
}
