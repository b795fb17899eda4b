package io.nowbridge.local.servicenow;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SplittableRandom;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class EncodedQueryTest {

    private static final Instant NOW = Instant.parse("2026-01-20T12:00:00Z");

    private static Instance instance;

    @BeforeAll
    static void plant() {
        var seed = Seed.read(List.of());
        var schema = seed.schema();
        instance = Instance.of(schema, new Records(schema, () -> {}), new SysIds(new SplittableRandom(1)));
        seed.plant(instance);
        odd("odd1", "a^b", Map.of("description", "caret"));
        odd("odd2", "a^NQactive=true", Map.of());
        odd("odd3", "comma, quote ' and % sign", Map.of());
    }

    // The incidents of the seed are 1 to 5, those with odd texts odd1 to odd3; the answers are in the order of
    // creation.
    @ParameterizedTest(name = "{0} finds {1}")
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "number=INC0000001 | 1",
                "number=inc0000001 | 1",
                "short_description=CAN'T READ EMAIL | 1",
                "number!=INC0000001^numberSTARTSWITHINC | 2 3 4 5",
                "state=2 | 1 5",
                "state!=2^numberSTARTSWITHINC | 2 3 4",
                "priority<2 | 1",
                "priority<=2 | 1 2 5",
                "priority>3^numberSTARTSWITHINC | 4",
                "priority>=3^numberSTARTSWITHINC | 3 4",
                "numberININC0000001,INC0000003,none | 1 3",
                "numberNOT ININC0000001,INC0000003^numberLIKEINC | 2 4 5",
                "numberNOTININC0000001,INC0000003^numberLIKEINC | 2 4 5",
                "short_descriptionLIKEemail | 1 4",
                "short_descriptionCONTAINSemail | 1 4",
                "short_description*email | 1 4",
                "short_descriptionNOT LIKEemail^numberLIKEINC | 2 3 5",
                "short_descriptionDOES NOT CONTAINemail^numberLIKEINC | 2 3 5",
                "short_description!*email^numberLIKEINC | 2 3 5",
                "short_descriptionSTARTSWITHforgot | 4",
                "short_descriptionENDSWITHissue | 2",
                "short_description%issue | 2",
                "assigned_toISEMPTY^numberLIKEINC | 3",
                "assigned_toISNOTEMPTY | 1 2 4 5",
                "assigned_to=^numberLIKEINC | 3",
                "assigned_to=NULL^numberLIKEINC | 3",
                "assigned_to!=NULL | 1 2 4 5",
                "subcategoryEMPTYSTRING^numberLIKEINC | 2",
                "numberANYTHING^numberLIKEINC | 1 2 3 4 5",
                "priorityBETWEEN2@3^numberLIKEINC | 2 3 5",
                "opened_byDYNAMIC90d1921e5f510100a9ad2572f2b477fe^numberLIKEINC | 5",
                "assignment_groupDYNAMICd6435e965f510100a9ad2572f2b477fe |",
                "impactSAMEASurgency^numberLIKEINC | 1 3 4",
                "impactNSAMEASurgency^numberLIKEINC | 2 5",
                "impactGT_FIELDurgency^numberLIKEINC | 5",
                "impactLT_FIELDurgency^numberLIKEINC | 2",
                "impactGT_OR_EQUALS_FIELDurgency^numberLIKEINC | 1 3 4 5",
                "impactLT_OR_EQUALS_FIELDurgency^numberLIKEINC | 1 2 3 4",
                "sys_class_nameINSTANCEOFtask^numberLIKEINC | 1 2 3 4 5",
                "sys_class_nameINSTANCEOFproblem |",
                // References: by key, by walking, by name only with text operators.
                "caller_id=62826bf03710200044e0bfc8bcbe5df1 | 1 3",
                "caller_id=Abel Tuter |",
                "caller_idLIKEabel | 1 3",
                "caller_id.email=rick.berzle@example.com | 2 4",
                "caller_id.company.stock_symbolISEMPTY^caller_id.nameLIKEabel | 1 3",
                // Booleans: what is not true is false, empty or missing.
                "active=false | 4",
                "active!=true^numberLIKEINC | 4",
                "active=true^numberLIKEINC | 1 2 3 5",
                // Time.
                "opened_at>2026-01-16 00:00:00^numberLIKEINC | 2 3 5",
                "opened_at>2026-01-16^numberLIKEINC | 2 3 5",
                "opened_at<2026-01-15 16:09:51^numberLIKEINC | 4",
                "opened_at>=javascript:gs.daysAgoStart(1)^numberLIKEINC | 3 5",
                "opened_at>javascript:gs.hoursAgo(6)^numberLIKEINC | 5",
                "opened_at>javascript:gs.dateGenerate('2026-01-19','11:02:10')^numberLIKEINC | 3 5",
                "opened_at>javascript:gs.beginningOfLastWeek()^opened_at<javascript:gs.endOfLastWeek()^numberLIKEINC | 1 2",
                "opened_atONToday@javascript:gs.beginningOfToday()@javascript:gs.endOfToday()^numberLIKEINC | 5",
                "opened_atNOTONToday@javascript:gs.beginningOfToday()@javascript:gs.endOfToday()^numberLIKEINC | 1 2 3 4",
                "opened_atBETWEENjavascript:gs.daysAgoStart(1)@javascript:gs.nowDateTime()^numberLIKEINC | 3 5",
                "opened_atRELATIVEGT@hour@ago@6^numberLIKEINC | 5",
                "opened_atRELATIVELT@dayofweek@ago@7^numberLIKEINC | 4",
                "opened_by=javascript:gs.getUserID()^numberLIKEINC | 5",
                // A script that yields nothing asks for what is empty: unescaped input is dangerous.
                "caller_id=javascript:alert('x') | odd1 odd2 odd3",
                // ^OR binds to the condition before it, ^NQ starts anew.
                "priority=1^ORpriority=2^category=network | 1 2",
                "category=network^priority=1^ORpriority=3 | 1 3",
                "number=INC0000001^ORnumber=INC0000002^state=3 | 2",
                "number=INC0000001^state=3^NQnumber=INC0000004 | 4",
                "number=INC0000001^NQnumber=INC0000004 | 1 4",
                "number=INC0000001^EQ | 1",
                // Order.
                "numberLIKEINC^ORDERBYDESCnumber | 5 4 3 2 1",
                "numberLIKEINC^ORDERBYpriority^ORDERBYDESCnumber | 1 5 2 3 4",
                "numberLIKEINC^assigned_toISNOTEMPTY^ORDERBYassigned_to^ORDERBYnumber | 1 2 4 5",
                "ORDERBYDESCopened_at^numberLIKEINC | 5 3 2 1 4",
                // A literal ^ is doubled; a single one ends the value.
                "short_description=a^^b | odd1",
                "short_description=a^^NQactive=true | odd2",
                "short_description=a^NQshort_description=a^^b | odd1",
                "short_descriptionLIKE^^^numberSTARTSWITHodd | odd1 odd2",
                "short_description=comma, quote ' and % sign | odd3",
                // Bad fields and broken parts are ignored.
                "number=INC0000001^corelation_id=x | 1",
                "AAAA=BBBB^AAAA=BBBB^number=INC0000001 | 1",
                "number=INC0000001^ORbogus=1 | 1",
                "number=INC0000001^caller_id.bogus=1 | 1",
                "number=INC0000001^nonsense | 1",
                "number=INC0000001^ORDERBYbogus | 1",
                // Whole-text search and related rows.
                "123TEXTQUERY321=inbox morning | 1",
                "RLQUERYproblem.first_reported_by_task,>0^ENDRLQUERY |",
            })
    void aQueryFinds(String query, String expected) {
        assertThat(found("incident", query)).containsExactlyElementsOf(expectation(expected));
    }

    @Test
    void aMisspeltFieldAloneMatchesTheWholeTable() {
        assertThat(found("incident", "corelation_id=demo-anomaly-17")).hasSize(8);
    }

    @Test
    void aJoinKeepsRowsWithAMatchInTheOtherTable() {
        assertThat(names("sys_user", "JOINsys_user.sys_id=sys_user_group.manager!active=true^ORDERBYname"))
                .containsExactly("Beth Anglin", "David Loo", "Don Goodliffe", "Maria Alvarez");
    }

    @Test
    void relatedRowsAreCounted() {
        assertThat(names("sys_user", "RLQUERYsys_user_grmember.user,>=2^group.nameISNOTEMPTY^ENDRLQUERY"))
                .containsExactly("Beth Anglin");
        assertThat(names("sys_user_group", "RLQUERYsys_user_grmember.group,=0,m2m^ENDRLQUERY^ORDERBYname"))
                .containsExactly("Hardware", "Hardware", "Procurement");
    }

    @Test
    void aDynamicFilterKnowsMyGroups() {
        var beth =
                instance.records().with("sys_user", "user_name", "beth.anglin").getFirst();
        var matcher = matcher(new Caller(beth, ZoneId.of("UTC")));

        var groups = matcher.rows(
                instance.schema().table("sys_user_group"),
                EncodedQuery.parse("sys_idDYNAMICd6435e965f510100a9ad2572f2b477fe^ORDERBYname"));

        assertThat(groups).extracting(row -> row.value("name")).containsExactly("Network", "Service Desk");
    }

    @Test
    void calendarFunctionsFollowTheZoneOfWhoAsks() {
        var admin = instance.records().with("sys_user", "user_name", "admin").getFirst();
        var inLosAngeles = new ScriptedValues(new Caller(admin, ZoneId.of("America/Los_Angeles")), NOW);

        assertThat(inLosAngeles.evaluate("javascript:gs.dateGenerate('2026-01-01','00:00:00')"))
                .isEqualTo("2026-01-01 08:00:00");
        assertThat(inLosAngeles.evaluate("javascript:gs.beginningOfThisMonth()"))
                .isEqualTo("2026-01-01 08:00:00");
        assertThat(inLosAngeles.evaluate("javascript:gs.endOfToday()")).isEqualTo("2026-01-21 07:59:59");
        assertThat(inLosAngeles.evaluate("javascript:gs.endOfLastQuarter()")).isEqualTo("2026-01-01 07:59:59");
        assertThat(inLosAngeles.evaluate("javascript:gs.monthsAgoStart(1)")).isEqualTo("2025-12-01 08:00:00");
        assertThat(inLosAngeles.evaluate("javascript:gs.getUserName()")).isEqualTo("admin");
        assertThat(inLosAngeles.evaluate("javascript:java.lang.Runtime")).isEmpty();
    }

    private static List<String> expectation(String expected) {
        return Optional.ofNullable(expected).stream()
                .flatMap(text -> Arrays.stream(text.split(" ", -1)))
                .map(name -> name.startsWith("odd") ? name : "INC000000" + name)
                .toList();
    }

    private static List<String> found(String table, String query) {
        return rows(table, query).stream().map(row -> row.value("number")).toList();
    }

    private static List<String> names(String table, String query) {
        return rows(table, query).stream().map(row -> row.value("name")).toList();
    }

    private static List<Row> rows(String table, String query) {
        var user = instance.records()
                .with("sys_user", "user_name", "svc_nowbridge")
                .getFirst();
        return matcher(new Caller(user, ZoneId.of("UTC")))
                .rows(instance.schema().table(table), EncodedQuery.parse(query));
    }

    private static QueryMatcher matcher(Caller caller) {
        return new QueryMatcher(instance.schema(), instance.records(), instance.display(), caller, NOW);
    }

    private static void odd(String number, String shortDescription, Map<String, String> more) {
        instance.records()
                .put(new Row(
                                "incident",
                                Map.of("sys_id", number, "number", number, "short_description", shortDescription))
                        .with(more));
    }
}
