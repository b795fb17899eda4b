package io.nowbridge.connector.servicenow;

import static org.assertj.core.api.Assertions.assertThat;

import io.nowbridge.connection.ConnectionId;
import io.nowbridge.connector.servicenow.probe.TestedInstance;
import io.nowbridge.ticket.LinkId;
import io.nowbridge.ticket.Misfit;
import io.nowbridge.ticket.TicketDesk;
import io.nowbridge.ticket.TicketDesk.Check;
import io.nowbridge.ticket.TicketDesk.Sight;
import io.nowbridge.ticket.TicketForm;
import io.quarkus.test.junit.QuarkusTest;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Tickets in each of the stand-in's task tables. */
@QuarkusTest
class TicketTablesTest {

    private static final LinkId LINK = new LinkId(UUID.fromString("5f0c1c7e-9f5e-4c53-8b3e-0d9f6b7a1c2d"));

    @RegisterExtension
    final TestedInstance instance = new TestedInstance();

    @ParameterizedTest
    @ValueSource(strings = {"incident", "problem", "change_request", "sc_task"})
    void aTicketIsStoredAsSentAndFoundAgain(String table) {
        var desk = desk(instance);

        var opened = desk.open(LINK, form(table)).await().indefinitely();

        assertThat(opened.warnings()).isEmpty();
        assertThat(opened.ticket().table()).isEqualTo(table);
        assertThat(look(desk, table)).isEqualTo(new Sight.Found(opened.ticket()));
    }

    @Test
    void aTicketIsLookedForInItsOwnTableOnly() {
        var desk = desk(instance);
        desk.open(LINK, form("problem")).await().indefinitely();

        assertThat(look(desk, "incident")).isEqualTo(new Sight.Absent());
        assertThat(look(desk, "kb_knowledge")).isEqualTo(new Sight.Absent());
    }

    @Test
    void aTableThatIsHiddenIsNotTakenForEmpty() {
        instance.settings("{'unreadableTables':['problem']}");

        assertThat(look(desk(instance), "problem")).isEqualTo(new Sight.Blind());
        assertThat(look(desk(instance), "incident")).isEqualTo(new Sight.Absent());
    }

    @Test
    void aDescriptionIsAsLongAsTheTablesDictionarySays(@TempDir Path directory) throws IOException {
        var seed = Files.writeString(directory.resolve("seed.json"), """
                {"tables": {"problem": {"columns": ["description | Description | string(1000)"]}}}""");
        try (var own = new TestedInstance(seed)) {
            var desk = desk(own);

            assertThat(descriptionLength(desk, "problem")).isEqualTo(1000);
            assertThat(descriptionLength(desk, "incident")).isEqualTo(4000);
        }
    }

    @Test
    void withoutADictionaryADescriptionIsAsLongAsServiceNowShipsIt() {
        instance.settings("{'unreadableTables':['sys_dictionary']}");

        assertThat(descriptionLength(desk(instance), "incident")).isEqualTo(4000);
        assertThat(descriptionLength(desk(instance), "kb_knowledge")).isEqualTo(4000);
    }

    @Test
    void whatTheTableDemandsIsMissedBeforeAnythingIsWritten(@TempDir Path directory) throws IOException {
        var seed = Files.writeString(directory.resolve("seed.json"), """
                {"tables": {"change_request": {"columns": ["u_system | System | string(40) mandatory"]}}}""");
        try (var own = new TestedInstance(seed)) {
            var check = desk(own).check(form("change_request")).await().indefinitely();

            assertThat(check)
                    .isEqualTo(new Check.Unfit(List.of(
                            new Misfit("fields.u_system", "is mandatory in ServiceNow's table change_request"))));
            assertThat(desk(own).check(form("incident")).await().indefinitely()).isInstanceOf(Check.Fit.class);
        }
    }

    private static Sight look(TicketDesk desk, String table) {
        return desk.look(LINK, table).await().indefinitely();
    }

    private static int descriptionLength(TicketDesk desk, String table) {
        return desk.descriptionLength(table).await().indefinitely();
    }

    private static TicketDesk desk(TestedInstance instance) {
        return new ServiceNowTicketDesk(new ConnectionId("demo"), instance.client());
    }

    private static TicketForm form(String table) {
        return new TicketForm(
                table,
                "Totals are off",
                "3 rows of orders",
                Optional.empty(),
                Optional.empty(),
                Optional.of("2"),
                Optional.of("1"),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                new TreeMap<>());
    }
}
