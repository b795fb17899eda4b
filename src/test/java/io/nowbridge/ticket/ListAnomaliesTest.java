package io.nowbridge.ticket;

import static io.nowbridge.ticket.InMemoryLinking.MEMBER;
import static io.nowbridge.ticket.TicketFixtures.CONNECTION;
import static io.nowbridge.ticket.TicketFixtures.MANAGER;
import static io.nowbridge.ticket.TicketFixtures.NOW;
import static io.nowbridge.ticket.TicketFixtures.linkId;
import static io.nowbridge.ticket.TicketFixtures.ticket;
import static org.assertj.core.api.Assertions.assertThat;

import io.nowbridge.access.InMemoryDatastoreAccess;
import io.nowbridge.access.Requester;
import io.nowbridge.access.Sights;
import io.nowbridge.access.TeamRight;
import io.nowbridge.anomaly.Anomaly;
import io.nowbridge.anomaly.Anomaly.Datastore;
import io.nowbridge.anomaly.AnomalyFilter;
import io.nowbridge.anomaly.AnomalyFixtures;
import io.nowbridge.anomaly.AnomalyId;
import io.nowbridge.anomaly.FakeAnomalyPlatform;
import io.nowbridge.anomaly.Status;
import io.nowbridge.paging.Page;
import io.nowbridge.ticket.ListAnomalies.Outcome;
import io.nowbridge.ticket.ListAnomalies.Wish;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ListAnomaliesTest {

    private final FakeAnomalyPlatform platform = new FakeAnomalyPlatform();
    private final InMemoryDatastoreAccess access = new InMemoryDatastoreAccess();
    private final InMemoryTicketLinks links = new InMemoryTicketLinks();
    private final ListAnomalies listAnomalies =
            new ListAnomalies(platform, new Sights(access), new TicketCounts(links));

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3, 4, 100})
    void pagesOfAnySizeShowEachAnomalyOnceTheNewestFirst(int size) {
        IntStream.rangeClosed(1, 8).forEach(number -> found(number, "1", Status.ACTIVE));

        assertThat(allIn(MANAGER, AnomalyFilter.OPEN, size)).containsExactly("8", "7", "6", "5", "4", "3", "2", "1");
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 100})
    void aMemberSeesThoseOfTheTeamsDatastores(int size) {
        access.grant("1", "data-eng", TeamRight.REPORTER)
                .grant("2", "ops", TeamRight.EDITOR)
                .grant("3", "data-eng", TeamRight.AUTHOR);
        IntStream.rangeClosed(1, 9).forEach(number -> found(number, Integer.toString(number % 3 + 1), Status.ACTIVE));

        assertThat(allIn(MEMBER, AnomalyFilter.OPEN, size)).containsExactly("9", "8", "6", "5", "3", "2");
    }

    @Test
    void whoSeesFewOfManyGetsAShortPageAndANextOne() {
        access.grant("1", "data-eng", TeamRight.REPORTER).grant("3", "data-eng", TeamRight.REPORTER);
        found(1, "1", Status.ACTIVE);
        IntStream.rangeClosed(2, 40).forEach(number -> found(number, "2", Status.ACTIVE));

        var page = page(MEMBER, AnomalyFilter.OPEN, 10, AnomalyPlace.BEGINNING);

        assertThat(page.items()).isEmpty();
        assertThat(page.next()).isPresent();
        assertThat(platform.excerpts()).isEqualTo(5);
        assertThat(allIn(MEMBER, AnomalyFilter.OPEN, 10)).containsExactly("1");
    }

    @Test
    void ofOneDatastoreThePlatformItselfIsAskedForThoseAlone() {
        access.grant("1", "data-eng", TeamRight.REPORTER);
        found(1, "1", Status.ACTIVE);
        IntStream.rangeClosed(2, 40).forEach(number -> found(number, "2", Status.ACTIVE));

        assertThat(ids(page(MEMBER, AnomalyFilter.OPEN, 10, AnomalyPlace.BEGINNING)))
                .containsExactly("1");
        assertThat(platform.excerpts()).isEqualTo(1);
    }

    @Test
    void aMemberWithoutARightIsNotToldOfAnyAndThePlatformNotAsked() {
        found(1, "1", Status.ACTIVE);

        assertThat(page(MEMBER, AnomalyFilter.OPEN, 10, AnomalyPlace.BEGINNING))
                .isEqualTo(new Page<>(List.of(), Optional.empty()));
        assertThat(platform.excerpts()).isZero();
    }

    @Test
    void anotherDatastoreThanTheTeamsIsEmptyToAMember() {
        access.grant("1", "data-eng", TeamRight.REPORTER);
        found(1, "2", Status.ACTIVE);

        assertThat(allIn(MEMBER, AnomalyFilter.OPEN.of("2"), 10)).isEmpty();
        assertThat(allIn(MANAGER, AnomalyFilter.OPEN.of("2"), 10)).containsExactly("1");
    }

    @Test
    void openAndArchivedOnesAreListedApart() {
        found(1, "1", Status.ACTIVE);
        found(2, "1", Status.ACKNOWLEDGED);
        found(3, "1", Status.RESOLVED);
        found(4, "1", Status.INVALID);

        assertThat(allIn(MANAGER, AnomalyFilter.OPEN, 10)).containsExactly("2", "1");
        assertThat(allIn(MANAGER, AnomalyFilter.ARCHIVED, 10)).containsExactly("4", "3");
        assertThat(allIn(MANAGER, AnomalyFilter.in(Status.ACKNOWLEDGED), 10)).containsExactly("2");
        assertThat(allIn(MANAGER, AnomalyFilter.in(Status.INVALID), 10)).containsExactly("4");
    }

    @Test
    void ticketsAreCountedUpToTen() {
        IntStream.rangeClosed(1, 3).forEach(number -> found(number, "1", Status.ACTIVE));
        linked(2, 1);
        linked(3, 11);

        assertThat(page(MANAGER, AnomalyFilter.OPEN, 10, AnomalyPlace.BEGINNING).items())
                .extracting(ListedAnomaly::tickets)
                .containsExactly(10, 1, 0);
    }

    @Test
    void withoutAPlatformThereIsNoList() {
        platform.disconnect();

        var outcome = listAnomalies
                .run(new Wish(MANAGER, "default", AnomalyFilter.OPEN, 10, AnomalyPlace.BEGINNING))
                .await()
                .indefinitely();

        assertThat(outcome).isEqualTo(new Outcome.NoPlatform("default"));
    }

    private void found(int number, String datastore, Status status) {
        var anomaly = AnomalyFixtures.full(Integer.toString(number))
                .in(Optional.of(new Datastore(datastore, Optional.empty())))
                .in(status);
        platform.has(at(anomaly, number));
    }

    private static Anomaly at(Anomaly anomaly, int minute) {
        return new Anomaly(
                anomaly.id(),
                anomaly.uuid(),
                anomaly.type(),
                anomaly.status(),
                anomaly.weight(),
                anomaly.fingerprint(),
                anomaly.description(),
                anomaly.datastore(),
                anomaly.container(),
                anomaly.fields(),
                anomaly.tags(),
                anomaly.failedChecks(),
                Optional.of(NOW.plus(Duration.ofMinutes(minute))),
                anomaly.link());
    }

    private void linked(int number, int tickets) {
        IntStream.rangeClosed(1, tickets).forEach(count -> {
            var anomaly = AnomalyId.ofDefaultSource(Integer.toString(number));
            links.link(new Link(linkId(number * 100 + count), anomaly, CONNECTION, "maria", NOW), ticket("INC" + count))
                    .await()
                    .indefinitely();
        });
    }

    private List<String> allIn(Requester requester, AnomalyFilter filter, int size) {
        var all = new ArrayList<String>();
        var place = Optional.of(AnomalyPlace.BEGINNING);
        while (place.isPresent()) {
            var page = page(requester, filter, size, place.get());
            assertThat(page.items()).hasSizeLessThanOrEqualTo(size);
            all.addAll(ids(page));
            place = page.next().map(AnomalyPlace::read);
        }
        return all;
    }

    private Page<ListedAnomaly> page(Requester requester, AnomalyFilter filter, int size, AnomalyPlace from) {
        var outcome = listAnomalies
                .run(new Wish(requester, "default", filter, size, from))
                .await()
                .indefinitely();
        return ((Outcome.Listed) outcome).page();
    }

    private static List<String> ids(Page<ListedAnomaly> page) {
        return page.items().stream().map(listed -> listed.anomaly().id().id()).toList();
    }
}
