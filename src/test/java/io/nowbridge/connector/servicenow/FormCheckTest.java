package io.nowbridge.connector.servicenow;

import static org.assertj.core.api.Assertions.assertThat;

import io.nowbridge.servicenow.Batches;
import io.nowbridge.servicenow.Choice;
import io.nowbridge.servicenow.Choices;
import io.nowbridge.servicenow.Column;
import io.nowbridge.servicenow.Counts;
import io.nowbridge.servicenow.Dictionary;
import io.nowbridge.servicenow.Group;
import io.nowbridge.servicenow.Groups;
import io.nowbridge.servicenow.ImportSets;
import io.nowbridge.servicenow.Journals;
import io.nowbridge.servicenow.Priorities;
import io.nowbridge.servicenow.Records;
import io.nowbridge.servicenow.Self;
import io.nowbridge.servicenow.ServiceNow;
import io.nowbridge.servicenow.SupplierApi;
import io.nowbridge.servicenow.SysId;
import io.nowbridge.servicenow.TaskTable;
import io.nowbridge.servicenow.TaskViews;
import io.nowbridge.servicenow.Tasks;
import io.nowbridge.servicenow.User;
import io.nowbridge.servicenow.Users;
import io.nowbridge.ticket.Misfit;
import io.nowbridge.ticket.TicketDesk.Check;
import io.nowbridge.ticket.TicketForm;
import io.nowbridge.ticket.Warning;
import io.smallrye.mutiny.Uni;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FormCheckTest {

    private static final SysId ABEL = new SysId("62826bf03710200044e0bfc8bcbe5df1");
    private static final SysId BETH = new SysId("46d44a23a9fe19810012d100cca80666");
    private static final SysId NETWORK = new SysId("287ebd7da9fe198100f92cc8d1d2154e");

    private Map<String, List<Choice>> choices = Map.of(
            "category",
            List.of(new Choice("database", "Database", ""), new Choice("inquiry", "Inquiry / Help", "")),
            "subcategory",
            List.of(new Choice("oracle", "Oracle", "database"), new Choice("email", "Email", "inquiry")),
            "impact",
            List.of(new Choice("1", "1 - High", ""), new Choice("2", "2 - Medium", "")),
            "urgency",
            List.of(new Choice("1", "1 - High", ""), new Choice("2", "2 - Medium", "")));
    private Map<String, Column> columns = Map.of();
    private List<User> users = List.of(new User(ABEL, "abel.tuter", "Abel Tuter", "abel@example.com", true));
    private List<Group> groups = List.of(new Group(NETWORK, "Network", "", true));

    @Test
    void namesBecomeTheIdsThatServiceNowStores() {
        var fit = (Check.Fit) check(form("database", "oracle", "2", "Network", "abel.tuter"));

        assertThat(fit.form().assignmentGroup()).contains(NETWORK.value());
        assertThat(fit.form().caller()).contains(ABEL.value());
        assertThat(fit.warnings()).isEmpty();
    }

    @Test
    void aLabelIsAsGoodAsAValue() {
        var fit = (Check.Fit) check(form("Inquiry / Help", "Email", "2 - Medium", "Network", "abel.tuter"));

        assertThat(fit.form().category()).contains("inquiry");
        assertThat(fit.form().subcategory()).contains("email");
        assertThat(fit.form().impact()).contains("2");
    }

    @Test
    void anUnknownChoiceIsUnfitAndTheValidOnesAreListed() {
        assertThat(check(form("Databse", "", "2", "Network", "abel.tuter")))
                .isEqualTo(unfit("category", "is not one of: database (Database), inquiry (Inquiry / Help)"));
    }

    @Test
    void choicesAreCaseSensitiveAsServiceNowsAre() {
        assertThat(check(form("DATABASE", "", "2", "Network", "abel.tuter"))).isInstanceOf(Check.Unfit.class);
    }

    @Test
    void aSubcategoryOfAnotherCategoryIsUnfit() {
        assertThat(check(form("database", "email", "2", "Network", "abel.tuter")))
                .isEqualTo(unfit("subcategory", "is not one of: oracle (Oracle)"));
    }

    @Test
    void choicesThatCannotBeReadAreTakenAsTheyAreWithAWarning() {
        choices = Map.of();

        var fit = (Check.Fit) check(form("database", "", "2 - Medium", "Network", "abel.tuter"));

        assertThat(fit.form().category()).contains("database");
        assertThat(fit.form().impact()).contains("2");
        assertThat(fit.warnings()).extracting(Warning::field).containsExactly("category", "impact");
    }

    @Test
    void whatServiceNowKeepsOfARecordIsNobodysToSet() {
        var form = form("database", "", "2", "Network", "abel.tuter").withDefaults(Map.of("fields.sys_domain", "x"));

        assertThat(check(form)).isEqualTo(unfit("fields.sys_domain", "is set by ServiceNow"));
    }

    @Test
    void anUnknownGroupIsUnfit() {
        groups = List.of();

        assertThat(check(form("database", "", "2", "Netwrok", "abel.tuter")))
                .isEqualTo(unfit("assignmentGroup", "No active group has the sys_id or name Netwrok"));
    }

    @Test
    void anInactiveUserIsNobody() {
        users = List.of(new User(ABEL, "abel.tuter", "Abel Tuter", "abel@example.com", false));

        assertThat(check(form("database", "", "2", "Network", "abel.tuter"))).isInstanceOf(Check.Unfit.class);
    }

    @Test
    void oneActiveUserAmongInactiveOnesIsMeant() {
        users = List.of(
                new User(ABEL, "abel.tuter", "Abel Tuter", "abel@example.com", false),
                new User(BETH, "abel.tuter2", "Abel Tuter", "abel@example.com", true));

        var fit = (Check.Fit) check(form("database", "", "2", "Network", "abel@example.com"));

        assertThat(fit.form().caller()).contains(BETH.value());
    }

    @Test
    void twoUsersWithOneAddressAreAmbiguous() {
        users = List.of(
                new User(ABEL, "abel.tuter", "Abel Tuter", "team@example.com", true),
                new User(BETH, "beth.anglin", "Beth Anglin", "team@example.com", true));

        assertThat(check(form("database", "", "2", "Network", "team@example.com")))
                .isEqualTo(unfit(
                        "caller",
                        "More than one active user has the sys_id, user name or e-mail address team@example.com:"
                                + " give the sys_id"));
    }

    @Test
    void allMisfitsAreNamedAtOnce() {
        users = List.of();
        groups = List.of();

        var unfit = (Check.Unfit) check(form("nonsense", "", "9", "nobody", "nobody"));

        assertThat(unfit.misfits())
                .extracting(Misfit::field)
                .containsExactly("category", "impact", "assignmentGroup", "caller");
    }

    @ParameterizedTest
    @CsvSource({
        "assignment_group, is the form's own field assignmentGroup",
        "caller_id, is the form's own field caller",
        "impact, is the form's own field impact",
        "correlation_id, is set by Nowbridge"
    })
    void aFurtherFieldCannotPassByWhatIsChecked(String column, String objection) {
        var sly = in("incident", Map.of(column, "anything"), form("database", "", "2", "Network", "abel.tuter"));

        assertThat(check(sly)).isEqualTo(unfit("fields." + column, objection));
    }

    @Test
    void aTableThatHoldsNoTicketsIsUnfitAndThoseThatDoAreNamed() {
        assertThat(check(bare("kb_knowledge")))
                .isEqualTo(unfit("table", "is not one of: incident, problem, change_request, sc_task"));
    }

    @ParameterizedTest
    @CsvSource({"incident", "problem", "change_request", "sc_task"})
    void aFormWithoutNamesFitsEveryTableOfTickets(String table) {
        assertThat(check(bare(table))).isEqualTo(new Check.Fit(bare(table), List.of()));
    }

    @Test
    void aFieldThatTheTableLacksIsLeftOutWithAWarningAndNotLookedUp() {
        users = List.of();
        var task = in("sc_task", Map.of(), form("nonsense", "nonsense", "2", "Network", "nobody"));

        var fit = (Check.Fit) check(task);

        assertThat(fit.form().category()).isEmpty();
        assertThat(fit.form().impact()).contains("2");
        assertThat(fit.warnings())
                .containsExactly(
                        new Warning("caller", "It was left out: the table sc_task has no such field."),
                        new Warning("category", "It was left out: the table sc_task has no such field."),
                        new Warning("subcategory", "It was left out: the table sc_task has no such field."));
    }

    @Test
    void aMandatoryColumnThatTheFormLeavesEmptyIsUnfit() {
        columns = Map.of("u_cost", column("u_cost", "string", ""), "caller_id", column("caller_id", "reference", ""));

        var unfit = (Check.Unfit) check(bare("incident"));

        assertThat(unfit.misfits())
                .containsExactly(
                        new Misfit("caller", "is mandatory in ServiceNow's table incident"),
                        new Misfit("fields.u_cost", "is mandatory in ServiceNow's table incident"));
    }

    @Test
    void aMandatoryColumnThatSomebodyFillsIsNotMissed() {
        columns = Map.of(
                "u_cost", column("u_cost", "string", ""),
                "u_stage", column("u_stage", "string", "new"),
                "u_audited", column("u_audited", "boolean", ""),
                "short_description", column("short_description", "string", ""));
        var form = in("incident", Map.of("u_cost", "42"), bare("incident"));

        assertThat(check(form)).isEqualTo(new Check.Fit(form, List.of()));
    }

    @Test
    void whereTheDictionaryMayNotBeReadNothingIsDemanded() {
        columns = Map.of();

        assertThat(check(bare("incident"))).isInstanceOf(Check.Fit.class);
    }

    private Check check(TicketForm form) {
        var serviceNow = new FakeServiceNow();
        return new FormCheck(serviceNow, new KnownColumns(serviceNow.dictionary()))
                .check(form)
                .await()
                .indefinitely();
    }

    private static Column column(String name, String type, String defaultValue) {
        return new Column(name, name, type, 100, "", false, true, false, defaultValue);
    }

    private static TicketForm bare(String table) {
        return TicketForm.of(table, "Totals are off", "3 rows of orders");
    }

    private static TicketForm in(String table, Map<String, String> fields, TicketForm form) {
        return new TicketForm(
                table,
                form.shortDescription(),
                form.description(),
                form.category(),
                form.subcategory(),
                form.impact(),
                form.urgency(),
                form.assignmentGroup(),
                form.assignedTo(),
                form.caller(),
                new TreeMap<>(fields));
    }

    private static Check unfit(String field, String message) {
        return new Check.Unfit(List.of(new Misfit(field, message)));
    }

    private static TicketForm form(String category, String subcategory, String impact, String group, String caller) {
        return new TicketForm(
                "incident",
                "Totals are off",
                "",
                Optional.of(category),
                Optional.of(subcategory).filter(text -> !text.isEmpty()),
                Optional.of(impact),
                Optional.empty(),
                Optional.of(group),
                Optional.empty(),
                Optional.of(caller),
                new TreeMap<>());
    }

    /** Answers every look-up with what the test holds. */
    private final class FakeServiceNow implements ServiceNow {

        @Override
        public Tasks tasks(TaskTable table) {
            throw new UnsupportedOperationException();
        }

        @Override
        public Users users() {
            return new Users() {
                @Override
                public Uni<List<User>> find(String text) {
                    return Uni.createFrom().item(users);
                }

                @Override
                public Uni<List<User>> beginningWith(String text, int most) {
                    throw new UnsupportedOperationException();
                }
            };
        }

        @Override
        public Groups groups() {
            return new Groups() {
                @Override
                public Uni<List<Group>> find(String text) {
                    return Uni.createFrom().item(groups);
                }

                @Override
                public Uni<List<Group>> containing(String text, int most) {
                    throw new UnsupportedOperationException();
                }
            };
        }

        @Override
        public Choices choices() {
            return (table, columns) -> Uni.createFrom().item(choices);
        }

        @Override
        public Counts counts() {
            throw new UnsupportedOperationException();
        }

        @Override
        public Priorities priorities() {
            throw new UnsupportedOperationException();
        }

        @Override
        public Records records() {
            throw new UnsupportedOperationException();
        }

        @Override
        public Dictionary dictionary() {
            return table -> Uni.createFrom().item(columns);
        }

        @Override
        public Self self() {
            throw new UnsupportedOperationException();
        }

        @Override
        public TaskViews taskViews() {
            throw new UnsupportedOperationException();
        }

        @Override
        public Batches batches() {
            throw new UnsupportedOperationException();
        }

        @Override
        public ImportSets importSets() {
            throw new UnsupportedOperationException();
        }

        @Override
        public SupplierApi supplierApi() {
            throw new UnsupportedOperationException();
        }

        @Override
        public Journals journals() {
            throw new UnsupportedOperationException();
        }
    }
}
