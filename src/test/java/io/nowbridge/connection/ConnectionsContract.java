package io.nowbridge.connection;

import static io.nowbridge.connection.ConnectionFixtures.CREDENTIALS;
import static io.nowbridge.connection.ConnectionFixtures.NOW;
import static io.nowbridge.connection.ConnectionFixtures.OTHER_CREDENTIALS;
import static io.nowbridge.connection.ConnectionFixtures.changed;
import static io.nowbridge.connection.ConnectionFixtures.connection;
import static io.nowbridge.connection.ConnectionFixtures.disabled;
import static io.nowbridge.connection.ConnectionFixtures.disconnected;
import static io.nowbridge.connection.ConnectionFixtures.renamed;
import static io.nowbridge.connection.ConnectionFixtures.rotated;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.nowbridge.paging.Page;
import io.nowbridge.paging.PageRequest;
import io.smallrye.mutiny.Uni;
import io.smallrye.mutiny.infrastructure.Infrastructure;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The rules of {@link Connections}, for every store that keeps them. */
public abstract class ConnectionsContract {

    private static final ConnectionId PROD = new ConnectionId("prod");
    private static final Connection FIRST = connection("prod");

    protected Connections connections;

    /** A store without connections. */
    protected abstract Connections emptyStore();

    @BeforeEach
    void startEmpty() {
        connections = emptyStore();
    }

    @Test
    void pagesRunThroughAllInTheOrderOfTheirIds() {
        Stream.of("d", "B", "g", "a", "f", "10", "9").forEach(this::add);

        var pages = pages(3);

        assertThat(pages).allSatisfy(page -> assertThat(page.items()).hasSizeLessThanOrEqualTo(3));
        assertThat(ids(pages)).containsExactly("10", "9", "B", "a", "d", "f", "g");
    }

    @Test
    void aPageIsNeitherRepeatedNorSkippedBecauseOfWhatIsAddedMeanwhile() {
        Stream.of("b", "d", "f").forEach(this::add);
        var first = await(connections.page(new PageRequest(2, Optional.empty())));
        Stream.of("a", "c", "e").forEach(this::add);

        var second = await(connections.page(new PageRequest(2, first.next())));

        assertThat(ids(List.of(first, second))).containsExactly("b", "d", "e", "f");
    }

    @Test
    void aPageGoesOnBehindAConnectionThatIsNoMore() {
        Stream.of("a", "b", "c").forEach(this::add);
        var first = await(connections.page(new PageRequest(2, Optional.empty())));
        await(connections.remove(connection("b")));

        var second = await(connections.page(new PageRequest(2, first.next())));

        assertThat(ids(List.of(second))).containsExactly("c");
    }

    static Stream<Connection> connections() {
        return Stream.of(
                FIRST,
                disabled(FIRST),
                FIRST.found(new Health.Unproven("Nobody has tried")),
                FIRST.found(new Health.Failing(NOW, "It is hibernating")),
                connection("prod", SystemType.TDSYNNEX));
    }

    @ParameterizedTest
    @MethodSource("connections")
    void whatIsKeptIsFoundAsItWas(Connection connection) {
        await(connections.add(connection, CREDENTIALS));

        assertThat(find()).contains(connection);
        assertThat(credentials()).contains(CREDENTIALS);
    }

    @Test
    void whatNobodyAddedIsNotFound() {
        assertThat(find()).isEmpty();
        assertThat(credentials()).isEmpty();
    }

    @Test
    void anIdIsGivenOnce() {
        add("prod");

        assertThatThrownBy(() -> await(connections.add(renamed(FIRST, "Another"), OTHER_CREDENTIALS)))
                .isInstanceOf(IllegalStateException.class);

        assertThat(find()).contains(FIRST);
        assertThat(credentials()).contains(CREDENTIALS);
    }

    @Test
    void aChangeLeavesTheCredentials() {
        add("prod");

        var done = await(connections.change(renamed(FIRST, "Production")));

        assertThat(done).isTrue();
        assertThat(find()).contains(renamed(FIRST, "Production"));
        assertThat(credentials()).contains(CREDENTIALS);
    }

    @Test
    void whoeverReadAnEarlierRevisionChangesNothing() {
        add("prod");
        await(connections.change(renamed(FIRST, "Production")));

        assertThat(await(connections.change(renamed(FIRST, "Late")))).isFalse();
        assertThat(await(connections.rotate(rotated(FIRST), OTHER_CREDENTIALS))).isFalse();
        assertThat(await(connections.disconnect(disconnected(FIRST)))).isFalse();
        assertThat(await(connections.remove(FIRST))).isFalse();

        assertThat(find()).contains(renamed(FIRST, "Production"));
        assertThat(credentials()).contains(CREDENTIALS);
    }

    @Test
    void whatIsNotThereCannotBeChanged() {
        assertThat(await(connections.change(changed(FIRST)))).isFalse();
        assertThat(await(connections.rotate(rotated(FIRST), OTHER_CREDENTIALS))).isFalse();
        assertThat(await(connections.remove(FIRST))).isFalse();

        assertThat(find()).isEmpty();
        assertThat(credentials()).isEmpty();
    }

    @Test
    void ofEightThatChangeAtOnceOneWins() {
        add("prod");

        var done = atOnce(number -> connections.change(renamed(FIRST, "Number " + number)));

        assertThat(done).filteredOn(won -> won).hasSize(1);
        assertThat(find()).contains(renamed(FIRST, "Number " + done.indexOf(true)));
    }

    @Test
    void ofEightThatRotateAtOnceOneWinsWithItsCredentials() {
        add("prod");

        var done = atOnce(number -> connections.rotate(rotated(FIRST), secret(number)));

        assertThat(done).filteredOn(won -> won).hasSize(1);
        assertThat(credentials()).contains(secret(done.indexOf(true)));
    }

    @Test
    void rotatingReplacesTheCredentials() {
        add("prod");

        await(connections.rotate(rotated(FIRST), OTHER_CREDENTIALS));

        assertThat(find()).contains(rotated(FIRST));
        assertThat(credentials()).contains(OTHER_CREDENTIALS);
    }

    @Test
    void disconnectingDestroysTheCredentialsAndKeepsTheConnection() {
        add("prod");

        await(connections.disconnect(disconnected(FIRST)));

        assertThat(find()).contains(disconnected(FIRST));
        assertThat(credentials()).isEmpty();
    }

    @Test
    void whatWasDisconnectedCanBeGivenCredentialsAgain() {
        add("prod");
        await(connections.disconnect(disconnected(FIRST)));

        var done = await(connections.rotate(rotated(disconnected(FIRST)), OTHER_CREDENTIALS));

        assertThat(done).isTrue();
        assertThat(credentials()).contains(OTHER_CREDENTIALS);
    }

    @Test
    void removingForgetsTheConnectionAndItsCredentials() {
        add("prod");
        add("test");

        var done = await(connections.remove(FIRST));

        assertThat(done).isTrue();
        assertThat(find()).isEmpty();
        assertThat(credentials()).isEmpty();
        assertThat(ids(pages(10))).containsExactly("test");
    }

    @Test
    void whatATestFoundIsNotedWithoutANewRevision() {
        add("prod");
        var health = new Health.Failing(NOW.plusSeconds(5), "It is hibernating");

        await(connections.note(FIRST, health));

        assertThat(find()).contains(FIRST.found(health));
        assertThat(credentials()).contains(CREDENTIALS);
    }

    @Test
    void whatATestFoundIsNotedThoughTheConnectionWasRenamedMeanwhile() {
        add("prod");
        await(connections.change(renamed(FIRST, "Production")));
        var health = new Health.Failing(NOW.plusSeconds(5), "It is hibernating");

        await(connections.note(FIRST, health));

        assertThat(find()).contains(renamed(FIRST, "Production").found(health));
    }

    @Test
    void whatATestOfReplacedCredentialsFoundIsNotNoted() {
        add("prod");
        await(connections.rotate(rotated(FIRST), OTHER_CREDENTIALS));

        await(connections.note(FIRST, new Health.Failing(NOW, "The password is wrong")));

        assertThat(find()).contains(rotated(FIRST));
    }

    @Test
    void whatATestOfDestroyedCredentialsFoundIsNotNoted() {
        add("prod");
        await(connections.disconnect(disconnected(FIRST)));

        await(connections.note(FIRST, new Health.Well(NOW)));
        await(connections.note(disconnected(FIRST), new Health.Well(NOW)));

        assertThat(find()).contains(disconnected(FIRST));
    }

    @Test
    void aTestBringsNothingBackThatWasRemoved() {
        await(connections.note(FIRST, new Health.Well(NOW)));

        assertThat(find()).isEmpty();
    }

    @Test
    void whatTheSystemGaveUsForTheCredentialsReplacesThemWithoutANewRevision() {
        add("prod");

        var done = await(connections.refresh(FIRST, secret(2)));

        assertThat(done).isTrue();
        assertThat(find()).contains(FIRST);
        assertThat(credentials()).contains(secret(2));
    }

    @Test
    void whatTheSystemGaveUsForReplacedOrDestroyedCredentialsIsDropped() {
        add("prod");
        await(connections.rotate(rotated(FIRST), OTHER_CREDENTIALS));
        var late = await(connections.refresh(FIRST, secret(2)));
        var kept = credentials();
        await(connections.disconnect(disconnected(rotated(FIRST))));
        var later = await(connections.refresh(rotated(FIRST), secret(2)));

        assertThat(late).isFalse();
        assertThat(kept).contains(OTHER_CREDENTIALS);
        assertThat(later).isFalse();
        assertThat(credentials()).isEmpty();
    }

    @Test
    void whereThereAreNoCredentialsNoneAreRewrapped() {
        assertThat(await(connections.rewrap(FIRST))).isFalse();
    }

    @Test
    void whoeverChangesAConnectionDoesNotTakeBackWhatATestHasFoundMeanwhile() {
        await(connections.add(FIRST, CREDENTIALS));
        var failing = new Health.Failing(FIRST.created().at().plusSeconds(5), "401");
        await(connections.note(FIRST, failing));

        await(connections.change(changed(FIRST)));

        assertThat(find().orElseThrow().health()).isEqualTo(failing);
    }

    @Test
    void nobodyHasSetDefaultsAtFirst() {
        assertThat(await(connections.defaults())).isEqualTo(Defaults.NONE);
    }

    @Test
    void defaultsAreKeptWithTheirRevision() {
        var first = new Defaults(Map.of(Purpose.TICKETS, PROD), Map.of("sales db", PROD), 1);
        var second = new Defaults(Map.of(), Map.of(), 2);

        assertThat(await(connections.change(first))).isTrue();
        assertThat(await(connections.defaults())).isEqualTo(first);
        assertThat(await(connections.change(first))).isFalse();
        assertThat(await(connections.change(second))).isTrue();
        assertThat(await(connections.defaults())).isEqualTo(second);
    }

    @Test
    void ofEightThatSetTheDefaultsAtOnceOneWins() {
        var done = atOnce(number -> connections.change(defaults(number)));

        assertThat(done).filteredOn(won -> won).hasSize(1);
        assertThat(await(connections.defaults())).isEqualTo(defaults(done.indexOf(true)));
    }

    private static Defaults defaults(int number) {
        return new Defaults(Map.of(Purpose.TICKETS, new ConnectionId("number-" + number)), Map.of(), 1);
    }

    private static Authentication secret(int number) {
        return Authentication.of("basic", Map.of("username", "u", "password", "secret " + number));
    }

    private void add(String id) {
        await(connections.add(connection(id), CREDENTIALS));
    }

    private Optional<Connection> find() {
        return await(connections.find(PROD));
    }

    private Optional<Authentication> credentials() {
        return await(connections.credentials(FIRST));
    }

    private List<Page<Connection>> pages(int size) {
        var pages = new ArrayList<Page<Connection>>();
        var next = Optional.<String>empty();
        do {
            var page = await(connections.page(new PageRequest(size, next)));
            pages.add(page);
            next = page.next();
        } while (next.isPresent());
        return pages;
    }

    private static List<String> ids(List<Page<Connection>> pages) {
        return pages.stream()
                .flatMap(page -> page.items().stream())
                .map(connection -> connection.id().value())
                .toList();
    }

    private static List<Boolean> atOnce(Function<Integer, Uni<Boolean>> change) {
        return await(Uni.join()
                .all(IntStream.range(0, 8)
                        .mapToObj(number -> Uni.createFrom()
                                .deferred(() -> change.apply(number))
                                .runSubscriptionOn(Infrastructure.getDefaultWorkerPool()))
                        .toList())
                .andFailFast());
    }

    private static <T> T await(Uni<T> uni) {
        return uni.await().indefinitely();
    }
}
