package io.nowbridge.servicenow;

import static io.nowbridge.servicenow.Drafts.SYS_ID;
import static io.nowbridge.servicenow.Outcomes.failureOf;
import static io.nowbridge.servicenow.Outcomes.itemOf;
import static io.nowbridge.servicenow.RecordedInstance.RECORD;
import static io.nowbridge.servicenow.RecordedInstance.TABLE;
import static io.nowbridge.servicenow.Reply.hangUp;
import static io.nowbridge.servicenow.Reply.json;
import static io.nowbridge.servicenow.Reply.text;
import static org.assertj.core.api.Assertions.assertThat;

import io.nowbridge.servicenow.ServiceNowException.Forbidden;
import io.nowbridge.servicenow.ServiceNowException.Rejected;
import io.nowbridge.servicenow.ServiceNowException.Unintelligible;
import io.nowbridge.servicenow.TaskViews.Changed;
import io.nowbridge.servicenow.TaskViews.RollCall;
import io.quarkus.test.junit.QuarkusTest;
import java.net.URI;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Tasks as people see them, against recorded answers. */
@QuarkusTest
class TableTaskViewsTest {

    private static final Instant NINE = Instant.parse("2026-01-05T09:00:00Z");
    private static final SysId OTHER = new SysId("62826bf03710200044e0bfc8bcbe5df1");

    @RegisterExtension
    final RecordedInstance instance = new RecordedInstance();

    private final TaskViews tasks = instance.client().taskViews();

    @Test
    void aTaskIsReadAsPeopleSeeIt() {
        instance.on(TABLE, Reply.json("{\"result\":[" + seen(SYS_ID, "INC0010001") + "]}"));

        var found = itemOf(tasks.find("incident", new Mention(Optional.empty(), "INC0010001")));

        assertThat(found)
                .containsExactly(new TaskView(
                        SYS_ID,
                        "incident",
                        "INC0010001",
                        "Totals are off",
                        "3 rows",
                        "Awaiting vendor",
                        "27",
                        "3 - Moderate",
                        "Beth Anglin",
                        "",
                        "",
                        Optional.of(NINE),
                        URI.create(instance.address() + "/nav_to.do?uri=incident.do%3Fsys_id%3D" + SYS_ID)));
        assertThat(instance.received(TABLE))
                .singleElement()
                .returns("all", request -> request.query("sysparm_display_value"))
                .returns("number=INC0010001", request -> request.query("sysparm_query"));
    }

    @Test
    void rowsThatWereNotAskedForAreNotTaken() {
        instance.on(TABLE, Reply.json("{\"result\":[" + seen(OTHER, "INC0010002") + "]}"));

        assertThat(itemOf(tasks.find("incident", new Mention(Optional.empty(), "INC0010001"))))
                .isEmpty();
        assertThat(itemOf(tasks.find("incident", new Mention(Optional.empty(), SYS_ID.value()))))
                .isEmpty();
    }

    @Test
    void wordsAndStatesAreSearchedAsTheyStand() {
        instance.on(TABLE, Reply.json("{\"result\":[]}"));

        itemOf(tasks.find("incident", Optional.of(" a^ORactive=true,b "), Set.of("2", "-5"), 7));

        assertThat(instance.received(TABLE)).singleElement().satisfies(request -> {
            assertThat(request.query("sysparm_query"))
                    .isEqualTo("numberLIKEa^^ORactive=true,b^ORshort_descriptionLIKEa^^ORactive=true,b"
                            + "^stateIN-5,2^ORDERBYDESCsys_updated_on^ORDERBYsys_id");
            assertThat(request.query("sysparm_limit")).isEqualTo("7");
        });
    }

    @ParameterizedTest
    @ValueSource(strings = {"javascript:gs.getUserID()", "\n", "\u00a0javascript:1"})
    void whatNoQueryCanCarryIsFoundNowhere(String text) {
        assertThat(itemOf(tasks.find("incident", Optional.of(text), Set.of(), 7)))
                .isEmpty();
        assertThat(itemOf(tasks.find("incident", Optional.empty(), Set.of(text), 7)))
                .isEmpty();
        assertThat(instance.received(TABLE)).isEmpty();
    }

    @Test
    void twoHundredTasksAreTwoCalls() {
        var all = IntStream.range(0, 200).mapToObj(TableTaskViewsTest::id).toList();
        instance.on(TABLE, list(200, all));

        var call = itemOf(tasks.call("incident", all));

        assertThat(call.there()).containsOnlyKeys(all);
        assertThat(instance.received(TABLE)).hasSize(2);
    }

    @Test
    void aTaskThatIsMissingAmongOthersIsGone() {
        instance.on(TABLE, list(1, List.of(SYS_ID)));

        var call = itemOf(tasks.call("incident", List.of(SYS_ID, OTHER)));

        assertThat(call.there()).containsOnlyKeys(SYS_ID);
        assertThat(call.gone()).containsExactly(OTHER);
        assertThat(instance.received(TABLE)).hasSize(1);
    }

    @Test
    void aTaskThatIsCountedAndNotShownIsHidden() {
        instance.on(TABLE, list(2, List.of(SYS_ID)));

        var call = itemOf(tasks.call("incident", List.of(SYS_ID, OTHER)));

        assertThat(call.hidden()).containsExactly(OTHER);
        assertThat(call.gone()).isEmpty();
    }

    @Test
    void whereTheTableShowsNothingATaskIsHidden() {
        instance.on(TABLE, list(0, List.of()), list(7, List.of()));

        assertThat(itemOf(tasks.call("incident", List.of(SYS_ID))))
                .isEqualTo(new RollCall(Map.of(), Set.of(), Set.of(SYS_ID)));
    }

    @Test
    void whereTheTableShowsOthersATaskIsGone() {
        instance.on(TABLE, list(0, List.of()), list(7, List.of(OTHER)));

        assertThat(itemOf(tasks.call("incident", List.of(SYS_ID))))
                .isEqualTo(new RollCall(Map.of(), Set.of(SYS_ID), Set.of()));
    }

    @Test
    void aRollWithoutTasksIsNotCalled() {
        assertThat(itemOf(tasks.call("incident", List.of()))).isEqualTo(new RollCall(Map.of(), Set.of(), Set.of()));
    }

    @Test
    void changesGoByTheirTimeAndWithinASecondByTheirSysId() {
        instance.on(TABLE, changes(3, "09:00:00", 1, 2), changes(1, "09:00:00", 3));

        var found = itemOf(tasks.changedSince("incident", NINE).collect().asList());

        assertThat(found).extracting(Changed::sysId).containsExactly(id(1), id(2), id(3));
        assertThat(found).extracting(Changed::at).containsOnly(NINE);
        assertThat(instance.received(TABLE))
                .extracting(request -> request.query("sysparm_query"))
                .containsExactly(
                        "sys_updated_on>=2026-01-05 09:00:00^ORDERBYsys_updated_on^ORDERBYsys_id",
                        "sys_updated_on=2026-01-05 09:00:00^sys_id>" + id(2)
                                + "^NQsys_updated_on>2026-01-05 09:00:00^ORDERBYsys_updated_on^ORDERBYsys_id");
    }

    @Test
    void aPageThatIsHiddenIsPassedOver() {
        instance.on(TABLE, changes(5, "09:00:00", 1), changes(4, "09:00:00"), changes(4, "09:00:01", 5));

        var found = itemOf(tasks.changedSince("incident", NINE).collect().asList());

        assertThat(found).extracting(Changed::sysId).startsWith(id(1), id(5));
        assertThat(instance.received(TABLE))
                .extracting(request -> request.query("sysparm_offset"))
                .startsWith("0", "0", "2");
    }

    @Test
    void anInstanceThatIgnoresTheKeyIsNotAskedForEver() {
        instance.on(TABLE, changes(9, "09:00:00", 1, 2));

        var failure = failureOf(tasks.changedSince("incident", NINE).collect().asList());

        assertThat(failure).isInstanceOf(Unintelligible.class);
        assertThat(instance.received(TABLE)).hasSize(2);
    }

    @Test
    void aChangeIsReadBackInTheSameCall() {
        instance.on(RECORD, Reply.json("{\"result\":" + seen(SYS_ID, "INC0010001") + "}"));

        var written = itemOf(tasks.change("incident", SYS_ID, Map.of("state", "6", "work_notes", "Seen")));

        assertThat(written).isPresent();
        assertThat(written.get().record().state()).isEqualTo("Awaiting vendor");
        assertThat(written.get().differences()).containsExactly(new Difference("state", "6", "27"));
        assertThat(instance.received(RECORD)).singleElement().returns("PATCH", request -> request.method());
    }

    @Test
    void aTaskThatIsNotThereIsSoOnlyInServiceNowsOwnWords() {
        instance.on(RECORD, json(404, "no-record.json")).on(TABLE, list(1, List.of(OTHER)));

        assertThat(itemOf(tasks.change("incident", SYS_ID, Map.of("work_notes", "Seen"))))
                .isEmpty();
    }

    @Test
    void whoeverSeesNothingOfTheTableHasLostARightAndNotATask() {
        instance.on(RECORD, json(404, "no-record.json")).on(TABLE, list(7, List.of()));

        var failure = failureOf(tasks.change("incident", SYS_ID, Map.of("work_notes", "Seen")));

        assertThat(failure).isInstanceOf(Forbidden.class).returns(true, ServiceNowException::nothingHappened);
    }

    @Test
    void aPageOfSomebodyInBetweenIsNoAbsence() {
        instance.on(RECORD, text(404, "text/html", "<html>Not found</html>"));

        var failure = failureOf(tasks.change("incident", SYS_ID, Map.of("work_notes", "Seen")));

        assertThat(failure).isInstanceOf(Unintelligible.class).returns(false, ServiceNowException::nothingHappened);
    }

    @ParameterizedTest
    @ValueSource(strings = {"{\"error\":\"no route\"}", "{\"error\":{\"message\":\"Unknown API\"}}"})
    void another404IsNoAbsence(String body) {
        instance.on(RECORD, text(404, "application/json", body));

        assertThat(failureOf(tasks.change("incident", SYS_ID, Map.of("work_notes", "Seen"))))
                .isInstanceOf(Rejected.class);
    }

    @Test
    void aChangeWithoutAnAnswerIsNotRepeatedAndMayHaveHappened() {
        instance.on(RECORD, hangUp());

        var failure = failureOf(tasks.change("incident", SYS_ID, Map.of("work_notes", "Seen")));

        assertThat(failure.answered()).isFalse();
        assertThat(failure.nothingHappened()).isFalse();
        assertThat(instance.received(RECORD)).hasSize(1);
    }

    @Test
    void aNameThatCannotBeOneIsRejectedBeforeAnythingIsSent() {
        var calls = Stream.of(
                tasks.find("../sys_user", new Mention(Optional.empty(), "1")),
                tasks.find("a b", Optional.empty(), Set.of(), 1),
                tasks.call("incident/..", List.of(SYS_ID)),
                tasks.changedSince("incident?", NINE).collect().asList(),
                tasks.change("incident", SYS_ID, Map.of("a,b", "c")));

        assertThat(calls).allSatisfy(call -> assertThat(failureOf(call)).isInstanceOf(Rejected.class));
    }

    private static SysId id(int number) {
        return new SysId("%032d".formatted(number));
    }

    private static Reply list(int total, List<SysId> ids) {
        return Reply.json(ids.stream()
                        .map(id -> seen(id, "INC" + id))
                        .collect(Collectors.joining(",", "{\"result\":[", "]}")))
                .with("X-Total-Count", String.valueOf(total));
    }

    private static Reply changes(int total, String time, int... numbers) {
        return Reply.json(IntStream.of(numbers)
                        .mapToObj(number -> "{\"sys_id\":\"" + id(number)
                                + "\",\"sys_class_name\":\"incident\",\"sys_updated_on\":\"2026-01-05 " + time + "\"}")
                        .collect(Collectors.joining(",", "{\"result\":[", "]}")))
                .with("X-Total-Count", String.valueOf(total));
    }

    private static String seen(SysId id, String number) {
        return """
                {"sys_id":{"display_value":"%1$s","value":"%1$s"},
                 "sys_class_name":{"display_value":"Incident","value":"incident"},
                 "number":{"display_value":"%2$s","value":"%2$s"},
                 "short_description":{"display_value":"Totals are off","value":"Totals are off"},
                 "description":{"display_value":"3 rows","value":"3 rows"},
                 "state":{"display_value":"Awaiting vendor","value":"27"},
                 "priority":{"display_value":"3 - Moderate","value":"3"},
                 "assigned_to":{"display_value":"Beth Anglin","value":"46d44a23a9fe19810012d100cca80666"},
                 "assignment_group":{"display_value":"","value":""},
                 "sys_updated_on":{"display_value":"2026-01-05 01:00:00","value":"2026-01-05 09:00:00"}}""".formatted(id, number);
    }
}
