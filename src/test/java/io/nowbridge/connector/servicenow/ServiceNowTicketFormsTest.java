package io.nowbridge.connector.servicenow;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.tuple;

import io.nowbridge.connection.ConnectedSystemException.Unavailable;
import io.nowbridge.connection.ConnectionId;
import io.nowbridge.connector.servicenow.probe.TestedInstance;
import io.nowbridge.servicenow.ServiceNow;
import io.nowbridge.ticket.TicketForms;
import io.nowbridge.ticket.TicketForms.Choice;
import io.nowbridge.ticket.TicketForms.Field;
import io.nowbridge.ticket.TicketForms.Named;
import io.nowbridge.ticket.TicketForms.PriorityRule;
import io.nowbridge.ticket.TicketForms.Spec;
import io.nowbridge.ticket.TicketForms.Table;
import io.nowbridge.ticket.Warning;
import io.quarkus.test.junit.QuarkusTest;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What the stand-in says of its forms. */
@QuarkusTest
class ServiceNowTicketFormsTest {

    @RegisterExtension
    final TestedInstance instance = new TestedInstance();

    @Test
    void ticketsCanBeOpenedInFourTables() {
        assertThat(forms(instance.client()).tables())
                .containsExactly(
                        new Table("incident", "Incident"),
                        new Table("problem", "Problem"),
                        new Table("change_request", "Change Request"),
                        new Table("sc_task", "Catalog Task"));
    }

    @Test
    void anIncidentTakesTheFormsOwnFieldsAndThoseOfTheInstance() {
        var spec = describe("incident");

        assertThat(spec.warnings()).isEmpty();
        assertThat(spec.fields())
                .extracting(Field::name)
                .containsExactly(
                        "shortDescription",
                        "description",
                        "category",
                        "subcategory",
                        "impact",
                        "urgency",
                        "assignmentGroup",
                        "assignedTo",
                        "caller",
                        "fields.u_affected_dataset",
                        "fields.u_external_reference");
    }

    @Test
    void aTextHasTheLengthThatTheDictionaryGivesIt() {
        var spec = describe("incident");

        assertThat(field(spec, "shortDescription"))
                .isEqualTo(new Field(
                        "shortDescription",
                        "short_description",
                        "Short description",
                        TicketForms.Type.TEXT,
                        true,
                        160,
                        List.of(),
                        ""));
        assertThat(field(spec, "fields.u_affected_dataset").length()).isEqualTo(255);
    }

    @Test
    void aSubcategoryIsOfferedForItsCategory() {
        var subcategory = field(describe("incident"), "subcategory");

        assertThat(subcategory.type()).isEqualTo(TicketForms.Type.CHOICE);
        assertThat(subcategory.dependsOn()).isEqualTo("category");
        assertThat(subcategory.choices())
                .contains(new Choice("oracle", "Oracle", "database"), new Choice("email", "Email", "inquiry"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"incident", "problem", "change_request", "sc_task"})
    void choicesThatAreDeclaredForEveryTaskAreOfferedInEachTable(String table) {
        assertThat(field(describe(table), "impact").choices())
                .containsExactly(
                        new Choice("1", "1 - High", ""),
                        new Choice("2", "2 - Medium", ""),
                        new Choice("3", "3 - Low", ""));
    }

    @Test
    void aTableLacksTheFieldsThatItHasNoColumnFor() {
        assertThat(describe("sc_task").fields())
                .extracting(Field::name)
                .doesNotContain("category", "subcategory", "caller")
                .contains("impact", "assignmentGroup");
    }

    @Test
    void customFieldsAreOfferedAsWhatTheyHoldAndMandatoryOnesWhateverTheyHold(@TempDir Path directory)
            throws IOException {
        var seed = Files.writeString(directory.resolve("seed.json"), """
                {"tables": {"incident": {"columns": [
                  "u_steward | A steward | reference(sys_user)",
                  "u_owners | B owners | reference(sys_user_group)",
                  "u_audited | C audited | boolean mandatory",
                  "u_model | D model | reference(cmdb_model)",
                  "u_seen | E seen | glide_date_time",
                  "u_due | F due | glide_date_time mandatory",
                  "u_sum | G sum | string(20) readonly",
                  "business_service | H service | reference(cmdb_ci) mandatory"]}}}""");
        try (var own = new TestedInstance(seed)) {
            var spec = forms(own.client()).describe("incident").await().indefinitely();

            assertThat(spec.fields().subList(9, spec.fields().size()))
                    .filteredOn(field -> !field.column().matches("u_(affected_dataset|external_reference)"))
                    .extracting(Field::column, Field::type, Field::mandatory)
                    .containsExactly(
                            tuple("u_steward", TicketForms.Type.PERSON, false),
                            tuple("u_owners", TicketForms.Type.GROUP, false),
                            tuple("u_audited", TicketForms.Type.FLAG, false),
                            tuple("u_due", TicketForms.Type.TEXT, true),
                            tuple("business_service", TicketForms.Type.TEXT, true));
        }
    }

    @Test
    void withoutTheDictionaryTheFormIsAsServiceNowShipsItAndSaysSo() {
        instance.settings("{'unreadableTables':['sys_dictionary']}");

        var spec = describe("incident");

        assertThat(spec.warnings()).extracting(Warning::field).containsExactly("fields");
        assertThat(field(spec, "description").length()).isEqualTo(4000);
        assertThat(field(spec, "category").choices()).isNotEmpty();
        assertThat(spec.fields()).hasSize(9);
    }

    @Test
    void choicesThatMayNotBeReadLeaveATextAndAWarning() {
        instance.settings("{'unreadableTables':['sys_choice']}");

        var spec = describe("incident");

        assertThat(field(spec, "category").type()).isEqualTo(TicketForms.Type.TEXT);
        assertThat(spec.warnings())
                .extracting(Warning::field)
                .containsExactly("category", "subcategory", "impact", "urgency");
    }

    @Test
    void thePriorityThatWillResultIsByTheInstancesOwnRules(@TempDir Path directory) throws IOException {
        var seed = Files.writeString(directory.resolve("seed.json"), """
                {"records": {"dl_u_priority": [
                  {"order": "10", "impact": "2", "urgency": "1", "priority": "1"},
                  {"order": "20", "impact": "3", "urgency": "3", "priority": "1", "active": "false"},
                  {"order": "30", "impact": "1", "priority": "1"}]}}""");
        try (var own = new TestedInstance(seed)) {
            var spec = forms(own.client()).describe("incident").await().indefinitely();

            assertThat(spec.priorities())
                    .hasSize(9)
                    .contains(
                            new PriorityRule("2", "1", "1", "1 - Critical", false),
                            new PriorityRule("3", "3", "5", "5 - Planning", false))
                    .doesNotContain(new PriorityRule("2", "1", "2", "2 - High", false));
        }
    }

    @ParameterizedTest
    @CsvSource({"dl_u_priority, true", "sys_choice, false"})
    void rulesThatMayNotBeReadAreThoseThatServiceNowShipsAndSaidToBeAssumed(String unreadable, boolean assumed) {
        instance.settings("{'unreadableTables':['" + unreadable + "']}");

        var rules = describe("problem").priorities();

        assertThat(rules)
                .hasSize(9)
                .contains(new PriorityRule("2", "2", "3", "3 - Moderate", assumed))
                .allSatisfy(rule -> assertThat(rule.assumed()).isEqualTo(assumed));
    }

    @ParameterizedTest
    @ValueSource(strings = {"change_request", "sc_task"})
    void whereServiceNowComputesNoPriorityThereAreNoRules(String table) {
        assertThat(describe(table).priorities()).isEmpty();
    }

    @Test
    void theDictionaryIsReadOncePerTable() {
        var desk = desk();

        desk.forms().describe("incident").await().indefinitely();
        desk.forms().describe("incident").await().indefinitely();
        desk.descriptionLength("incident").await().indefinitely();

        assertThat(instance.received())
                .filteredOn("GET /api/now/table/sys_db_object"::equals)
                .hasSize(1);
    }

    @Test
    void aDictionaryThatMightBeReadLaterIsAskedAgain() {
        var desk = desk();
        instance.settings("{'unreadableTables':['sys_dictionary']}");
        desk.forms().describe("incident").await().indefinitely();
        instance.settings("{}");

        var spec = desk.forms().describe("incident").await().indefinitely();

        assertThat(spec.warnings()).isEmpty();
    }

    @Test
    void peopleAreFoundByTheBeginningOfAnyOfTheirNames() {
        assertThat(people("beth")).extracting(Named::name).containsExactly("Beth Anglin");
        assertThat(people("MARIA.ALVAREZ"))
                .extracting(Named::detail)
                .containsExactlyInAnyOrder(
                        "maria.alvarez, maria.alvarez@example.com", "maria.alvarez2, maria.alvarez@example.com");
        assertThat(people("alvarez")).isEmpty();
    }

    @Test
    void whoHasLeftIsNotFound() {
        assertThat(people("carla")).isEmpty();
    }

    @Test
    void groupsAreFoundByAnyPartOfTheirNameAndToldApart() {
        assertThat(groups("ware")).extracting(Named::detail).containsExactlyInAnyOrder("EMEA", "Americas");
        assertThat(groups("data")).extracting(Named::name).containsExactly("Data Engineering", "Database");
    }

    @ParameterizedTest
    @ValueSource(strings = {"nobody^ORactive=true", "nobody^NQactive=true", "javascript:gs.getUserID()", " "})
    void whatIsTypedIsNoQuery(String text) {
        assertThat(people(text)).isEmpty();
        assertThat(groups(text)).isEmpty();
    }

    @Test
    void noMoreAreNamedThanWereAskedFor() {
        assertThat(forms(instance.client()).people("a", 2).await().indefinitely())
                .hasSize(2);
    }

    @Test
    void anOutageIsToldInTheFeaturesWords() {
        instance.fault("{'match':{'path':'/api/now/table/'},'fault':'status','status':503,'times':99}");

        assertThatExceptionOfType(Unavailable.class).isThrownBy(() -> describe("incident"));
        assertThatExceptionOfType(Unavailable.class).isThrownBy(() -> people("beth"));
        assertThatExceptionOfType(Unavailable.class).isThrownBy(() -> groups("data"));
    }

    private ServiceNowTicketDesk desk() {
        return new ServiceNowTicketDesk(new ConnectionId("demo"), instance.client());
    }

    private static TicketForms forms(ServiceNow serviceNow) {
        return new ServiceNowTicketDesk(new ConnectionId("demo"), serviceNow).forms();
    }

    private Spec describe(String table) {
        return forms(instance.client()).describe(table).await().indefinitely();
    }

    private List<Named> people(String text) {
        return forms(instance.client()).people(text, 20).await().indefinitely();
    }

    private List<Named> groups(String text) {
        return forms(instance.client()).groups(text, 20).await().indefinitely();
    }

    private static Field field(Spec spec, String name) {
        return spec.fields().stream()
                .filter(field -> field.name().equals(name))
                .findFirst()
                .orElseThrow();
    }
}
