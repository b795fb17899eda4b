package io.nowbridge.ticket;

import static io.nowbridge.ticket.TicketFixtures.ANOMALY;
import static io.nowbridge.ticket.TicketFixtures.CONNECTION;
import static io.nowbridge.ticket.TicketFixtures.NOW;
import static io.nowbridge.ticket.TicketFixtures.link;
import static io.nowbridge.ticket.TicketFixtures.linkId;
import static io.nowbridge.ticket.TicketFixtures.ticket;
import static org.assertj.core.api.Assertions.assertThat;

import io.nowbridge.anomaly.AnomalyId;
import io.nowbridge.connection.ConnectionId;
import io.nowbridge.paging.Page;
import io.nowbridge.paging.PageRequest;
import io.smallrye.mutiny.Uni;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The rules of {@link TicketLinks}, for every store that keeps them. */
public abstract class TicketLinksContract {

    private static final AnomalyId OTHER = AnomalyId.ofDefaultSource("457");
    private static final Ticket TICKET = ticket("INC0000001");
    private static final TicketRef REF = new TicketRef(CONNECTION, TICKET.table(), TICKET.id());
    private static final PageRequest ALL = new PageRequest(100, Optional.empty());

    private TicketLinks links;

    protected abstract TicketLinks emptyStore();

    @BeforeEach
    void startEmpty() {
        links = emptyStore();
    }

    @Test
    void aLinkIsReadFromBothEndsAsItWasWritten() {
        var linked = given(link(1), TICKET);

        assertThat(ofAnomaly(ANOMALY.id())).containsExactly(linked);
        assertThat(ofTicket(REF)).containsExactly(linked);
        assertThat(find(ANOMALY.id(), 1)).contains(linked);
    }

    @Test
    void aRepeatedLinkIsOneLink() {
        given(link(1), TICKET);
        given(link(1), TICKET);

        assertThat(ofAnomaly(ANOMALY.id())).hasSize(1);
        assertThat(ofTicket(REF)).hasSize(1);
    }

    @Test
    void anAnomalyHasManyTicketsAndATicketManyAnomalies() {
        var first = given(link(1), TICKET);
        var second = given(link(2), ticket("INC0000002"));
        var third = given(between(3, OTHER, CONNECTION), TICKET);

        assertThat(ofAnomaly(ANOMALY.id())).containsExactly(first, second);
        assertThat(ofTicket(REF)).containsExactly(first, third);
    }

    @Test
    void aLinkIsNotFoundUnderAnotherAnomaly() {
        given(link(1), TICKET);

        assertThat(find(OTHER, 1)).isEmpty();
        assertThat(ofAnomaly(OTHER)).isEmpty();
    }

    @Test
    void anUnlinkedTicketIsGoneFromBothEndsAndTheOthersStay() {
        var first = given(link(1), TICKET);
        var second = given(between(2, OTHER, CONNECTION), TICKET);

        unlink(first);

        assertThat(find(ANOMALY.id(), 1)).isEmpty();
        assertThat(ofAnomaly(ANOMALY.id())).isEmpty();
        assertThat(ofTicket(REF)).containsExactly(second);
    }

    @Test
    void unlinkingAgainIsFine() {
        var linked = given(link(1), TICKET);

        unlink(linked);
        unlink(linked);

        assertThat(ofTicket(REF)).isEmpty();
    }

    @Test
    void aConnectionHasTheLinksThatGoOverItEachOnce() {
        var first = given(link(1), TICKET);
        var second = given(between(2, OTHER, CONNECTION), TICKET);
        given(between(3, OTHER, new ConnectionId("other")), TICKET);

        assertThat(pages(request -> links.ofConnection(CONNECTION, request))).containsExactlyInAnyOrder(first, second);
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 4, 5, 100})
    void pagesOfAnySizeShowEachLinkOnce(int size) {
        var wanted = new ArrayList<LinkedTicket>();
        for (var number = 1; number <= 5; number++) {
            wanted.add(given(link(number), TICKET));
        }

        assertThat(pages(request -> links.ofAnomaly(ANOMALY.id(), request), size))
                .isEqualTo(wanted);
        assertThat(pages(request -> links.ofTicket(REF, request), size)).isEqualTo(wanted);
        assertThat(pages(request -> links.ofConnection(CONNECTION, request), size))
                .containsExactlyInAnyOrderElementsOf(wanted);
    }

    @ParameterizedTest
    @ValueSource(strings = {"zzz", "seen", "link#", "~"})
    void aPlaceThatNoPageGaveHasNothingBehindIt(String place) {
        given(link(1), TICKET);
        var request = new PageRequest(10, Optional.of(place));

        assertThat(await(links.ofAnomaly(ANOMALY.id(), request)).items()).isEmpty();
        assertThat(await(links.ofTicket(REF, request)).items()).isEmpty();
        assertThat(await(links.ofConnection(CONNECTION, request)).items()).isEmpty();
    }

    private LinkedTicket given(Link link, Ticket ticket) {
        await(links.link(link, ticket));
        return new LinkedTicket(link, ticket, List.of());
    }

    private static Link between(int number, AnomalyId anomaly, ConnectionId connection) {
        return new Link(linkId(number), anomaly, connection, "maria", NOW);
    }

    private List<LinkedTicket> ofAnomaly(AnomalyId anomaly) {
        return await(links.ofAnomaly(anomaly, ALL)).items();
    }

    private List<LinkedTicket> ofTicket(TicketRef ticket) {
        return await(links.ofTicket(ticket, ALL)).items();
    }

    private Optional<LinkedTicket> find(AnomalyId anomaly, int number) {
        return await(links.find(anomaly, linkId(number)));
    }

    private void unlink(LinkedTicket linked) {
        await(links.unlink(linked));
    }

    private static List<LinkedTicket> pages(Function<PageRequest, Uni<Page<LinkedTicket>>> fetch) {
        return pages(fetch, 100);
    }

    private static List<LinkedTicket> pages(Function<PageRequest, Uni<Page<LinkedTicket>>> fetch, int size) {
        var items = new ArrayList<LinkedTicket>();
        var next = Optional.<String>empty();
        do {
            var page = await(fetch.apply(new PageRequest(size, next)));
            items.addAll(page.items());
            next = page.next();
        } while (next.isPresent());
        return items;
    }

    private static <T> T await(Uni<T> uni) {
        return uni.await().indefinitely();
    }
}
