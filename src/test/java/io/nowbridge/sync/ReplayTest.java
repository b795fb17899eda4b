package io.nowbridge.sync;

import static io.nowbridge.anomaly.AnomalyFixtures.full;
import static io.nowbridge.ticket.TicketFixtures.CONNECTION;
import static org.assertj.core.api.Assertions.assertThat;

import io.nowbridge.activity.Activity;
import io.nowbridge.activity.Activity.Counts;
import io.nowbridge.activity.Failure;
import io.nowbridge.activity.Result;
import io.nowbridge.anomaly.Anomaly;
import io.nowbridge.anomaly.AnomalyEvent;
import io.nowbridge.anomaly.AnomalyEvent.What.Created;
import io.nowbridge.anomaly.Status;
import io.nowbridge.connection.ConnectionFixtures;
import io.nowbridge.connection.ConnectionId;
import io.nowbridge.connection.InMemoryConnections;
import io.nowbridge.delivery.DeliveryFixtures;
import io.nowbridge.sync.BeginReplay.Order;
import io.nowbridge.sync.BeginReplay.Outcome;
import io.nowbridge.ticket.Ticket;
import io.nowbridge.ticket.TicketDesks;
import io.nowbridge.ticket.TicketFixtures;
import io.nowbridge.ticket.TicketRef;
import io.smallrye.mutiny.Uni;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Windows of time that are brought again. */
class ReplayTest {

    private static final Ticket TICKET = TicketFixtures.ticket("INC0000007");
    private static final Anomaly ANOMALY = full("456");
    private static final Duration HOUR = Duration.ofHours(1);

    private final InStep step = new InStep();
    private final Instant from = step.tickets.now();
    private final Instant to = from.plus(HOUR);

    @BeforeEach
    void theWindowHasPassed() {
        step.tickets.itIs(to.plus(HOUR));
    }

    @Test
    void theLinkedTicketsThatChangedInTheWindowAreFollowedAgain() {
        var before = linked(1, from.minusSeconds(1));
        var first = linked(2, from);
        var last = linked(3, to.minusSeconds(1));
        var after = linked(4, to);
        step.desk().changes().changed(InStep.ref(TICKET), from);

        replay(CONNECTION);

        assertThat(step.woken).containsExactly(first, last).doesNotContain(before, after);
    }

    @Test
    void itsEntrySaysHowManyAndThatItHasEnded() {
        linked(1, from);
        linked(2, from);

        replay(CONNECTION);

        assertThat(entry())
                .returns(Result.SUCCESS, Activity::result)
                .returns(new Counts(2, 0, 0), Activity::counts)
                .returns(to.toString(), entry -> entry.subjects().get("reached"))
                .returns("maria", Activity::startedBy);
    }

    @Test
    void whatWasFollowedIsNotToldASecondTime() {
        step.settings(Map.of("statusOnState.incident", "6=Resolved", "notesBack", "comment"));
        step.tickets.itIs(from);
        var ticket = linked(1, from);
        step.platform.has(full("a1"));
        step.desk().search().has(InStep.in("6", ticket(1)), "Words");
        step.desk().changes().wrote(ticket, "beth", false, "It was the index", from.plusSeconds(1));
        step.tickets.itIs(to.plus(HOUR));
        step.follow(ticket);
        assertThat(step.platform.comments()).hasSize(1);

        replay(CONNECTION);
        step.woken.forEach(step::follow);

        assertThat(step.woken).containsExactly(ticket);
        assertThat(step.platform.comments()).hasSize(1);
        assertThat(step.platform.changes()).isEqualTo(1);
    }

    @Test
    void thePullsOwnPositionStaysWhereItIs() {
        linked(1, from);
        step.keeping.pullTicketStatus().run().await().indefinitely();
        var mark = step.marks.find("pull#" + CONNECTION + "#incident").await().indefinitely();

        replay(CONNECTION);

        assertThat(mark).isPresent();
        assertThat(step.marks.find("pull#" + CONNECTION + "#incident").await().indefinitely())
                .isEqualTo(mark);
    }

    @Test
    void moreChangesThanOneLookTakesAreTakenStepByStep() {
        var tickets = IntStream.rangeClosed(1, 7)
                .mapToObj(number -> linked(number, from.plusSeconds(number)))
                .toList();

        replay(CONNECTION);

        assertThat(step.woken).containsExactlyElementsOf(tickets);
        assertThat(entry().counts().done()).isEqualTo(7);
    }

    @Test
    void aSecondWithMoreChangesThanOneLookTakesDoesNotHoldItUp() {
        var tickets = IntStream.rangeClosed(1, 7)
                .mapToObj(number -> linked(number, from))
                .toList();
        var last = linked(8, from.plusSeconds(1));

        replay(CONNECTION);

        assertThat(step.woken).containsAll(tickets).contains(last).hasSize(8);
    }

    @Test
    void aStepWhoseNoteWasLostIsDoneAgainAndTheReplayEnds() {
        var ticket = linked(1, from);
        begin(CONNECTION);
        var name = "replay#" + CONNECTION;
        var before = step.marks.find(name).await().indefinitely().orElseThrow();
        goOn();
        step.marks.keep(name, before, Optional.empty()).await().indefinitely();

        goOn();

        assertThat(step.woken).containsExactly(ticket, ticket);
        assertThat(entry()).returns(Result.SUCCESS, Activity::result);
    }

    @Test
    void aConnectionHasOneReplayAtATime() {
        var first = begin(CONNECTION);
        step.tickets.itIs(to.plus(HOUR).plusSeconds(1));

        var second = begin(CONNECTION);

        assertThat(first)
                .isInstanceOfSatisfying(
                        Outcome.Begun.class,
                        begun -> assertThat(second).isEqualTo(new Outcome.OneUnderWay(begun.entry())));
    }

    @Test
    void onceItHasEndedAnotherMayBegin() {
        replay(CONNECTION);
        step.tickets.itIs(to.plus(HOUR).plusSeconds(1));

        assertThat(begin(CONNECTION)).isInstanceOf(Outcome.Begun.class);
    }

    @Test
    void whileTheSystemIsDownItWaitsAndThenGoesOn() {
        var ticket = linked(1, from);
        begin(CONNECTION);
        step.desk().changes().fail(DeliveryFixtures.down());

        assertThat(goOn().failures()).hasSize(1);
        assertThat(entry()).returns(Result.UNDER_WAY, Activity::result);
        assertThat(entry().failures()).extracting(Failure::subject).containsExactly("The demo");
        step.desk().changes().recover();
        goOn();

        assertThat(step.woken).containsExactly(ticket);
        assertThat(entry()).returns(Result.SUCCESS, Activity::result);
    }

    @Test
    void afterADayOfWaitingItIsGivenUp() {
        begin(CONNECTION);
        step.desk().changes().fail(DeliveryFixtures.down());
        step.tickets.itIs(step.tickets.now().plus(Duration.ofDays(1)));

        goOn();

        assertThat(entry()).returns(Result.FAILED, Activity::result).returns(new Counts(0, 1, 0), Activity::counts);
        assertThat(begin(CONNECTION)).isInstanceOf(Outcome.Begun.class);
    }

    @Test
    void aStepThatNeverEndsLeavesItsTimeToTheNextConnection() {
        begin(CONNECTION);
        var replays = new OpenReplays(step.marks);
        var other = new ConnectionId("other");
        replays.open(Replay.begin(other, from, to, "beth", step.tickets.now()))
                .await()
                .indefinitely();

        var report = neverEnding(CONNECTION, other).run().await().indefinitely();

        assertThat(report.brought()).isZero();
        assertThat(step.tickets.log().entries())
                .filteredOn(entry -> entry.function().equals("replayWindows"))
                .extracting(entry -> entry.failures().getFirst().cause())
                .containsExactly("A step took longer than 1 ms", "A step took longer than 1 ms");
    }

    @Test
    void anomaliesThatNobodyToldOfAreBroughtDayByDay() {
        step.connectPlatform();
        var found = ANOMALY.detectedAt().orElseThrow();
        step.platform.has(ANOMALY);
        step.tickets.itIs(found.plus(Duration.ofDays(10)));

        begin(new Order("maria", step.platform.connection(), found.minus(Duration.ofDays(5)), found.plusSeconds(1)));
        goOn();

        assertThat(step.anomalyWakeups.woken()).extracting(AnomalyEvent::what).containsExactly(new Created());
        assertThat(entry()).returns(new Counts(1, 0, 0), Activity::counts);
    }

    @Test
    void ofAnAnomalyThatWasFollowedOnlyAnotherStatusIsTold() {
        step.connectPlatform();
        step.link(1, "456", TICKET);
        var found = ANOMALY.detectedAt().orElseThrow();
        step.platform.has(ANOMALY);
        step.happens(step.event("456", "e1", new Created()));
        var order = new Order("maria", step.platform.connection(), found, found.plusSeconds(1));
        step.tickets.itIs(found.plus(HOUR));
        begin(order);
        goOn();
        assertThat(step.anomalyWakeups.woken()).isEmpty();

        step.platform.has(ANOMALY.in(Status.RESOLVED));
        step.tickets.itIs(found.plus(HOUR).plusSeconds(1));
        begin(order);
        goOn();
        step.anomalyWakeups.woken().forEach(step::follow);

        assertThat(step.notes(InStep.ref(TICKET))).hasSize(1);
    }

    @Test
    void whatIsNotThereIsNotReplayed() {
        assertThat(begin(new ConnectionId("unknown"))).isEqualTo(new Outcome.NoSuchConnection());
    }

    private static Ticket ticket(int number) {
        return TicketFixtures.ticket("INC000010" + number);
    }

    private TicketRef linked(int number, Instant changed) {
        var ref = step.link(number, "a" + number, ticket(number));
        step.desk().changes().changed(ref, changed);
        return ref;
    }

    private void replay(ConnectionId connection) {
        assertThat(begin(connection)).isInstanceOf(Outcome.Begun.class);
        goOn();
    }

    private ContinueReplays neverEnding(ConnectionId... some) {
        var connections = new InMemoryConnections();
        Stream.of(some).forEach(id -> connections.given(ConnectionFixtures.connection(id.value())));
        TicketDesks silent = (connection, datastore) -> Uni.createFrom().nothing();
        var changed = new ChangedTickets(
                step.tickets.links(), wakeups -> Uni.createFrom().voidItem());
        var news = new AnomalyNews(step.anomalies, step.events, step.anomalyWakeups, step.tickets::now);
        return new ContinueReplays(
                connections,
                new OpenReplays(step.marks),
                new ReplayStep(silent, changed, step.platform, news, 3),
                new ReplayLog(step.tickets.log(), step.tickets::now),
                step.tickets::now,
                Duration.ofMillis(1));
    }

    private Outcome begin(ConnectionId connection) {
        return begin(new Order("maria", connection, from, to));
    }

    private Outcome begin(Order order) {
        return step.keeping.beginReplay().run(order).await().indefinitely();
    }

    private ContinueReplays.Report goOn() {
        return step.keeping.continueReplays().run().await().indefinitely();
    }

    private Activity entry() {
        List<Activity> entries = step.tickets.log().entries().stream()
                .filter(entry -> entry.function().equals("replayWindows"))
                .toList();
        return entries.getLast();
    }
}
