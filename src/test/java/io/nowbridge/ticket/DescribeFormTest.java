package io.nowbridge.ticket;

import static io.nowbridge.ticket.TicketFixtures.CONNECTION;
import static org.assertj.core.api.Assertions.assertThat;

import io.nowbridge.connection.Connection.State;
import io.nowbridge.connection.ConnectionId;
import io.nowbridge.ticket.DescribeForm.Outcome;
import io.nowbridge.ticket.DescribeForm.Question;
import io.nowbridge.ticket.TicketForms.Named;
import io.nowbridge.ticket.TicketForms.Table;
import io.smallrye.mutiny.Uni;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class DescribeFormTest {

    private static final Table INCIDENT = new Table("incident", "Incident");
    private static final Table PROBLEM = new Table("problem", "Problem");

    private final DescribeForm describeForm = new DescribeForm(new FakeTicketDesk());

    @Test
    void withoutATableTheMostUsualOneIsDescribed() {
        var outcome = run(new Question.Form(CONNECTION, Optional.empty()));

        assertThat(outcome).isInstanceOfSatisfying(Outcome.Described.class, described -> {
            assertThat(described.tables()).containsExactly(INCIDENT, PROBLEM);
            assertThat(described.spec().table()).isEqualTo(INCIDENT);
        });
    }

    @Test
    void theTableThatIsNamedIsDescribed() {
        var outcome = run(new Question.Form(CONNECTION, Optional.of("problem")));

        assertThat(outcome)
                .isInstanceOfSatisfying(
                        Outcome.Described.class,
                        described -> assertThat(described.spec().table()).isEqualTo(PROBLEM));
    }

    @Test
    void aTableThatHoldsNoTicketsIsAnsweredWithThoseThatDo() {
        assertThat(run(new Question.Form(CONNECTION, Optional.of("sys_user"))))
                .isEqualTo(new Outcome.NoSuchTable(List.of(INCIDENT, PROBLEM)));
    }

    @Test
    void peopleAndGroupsAreThoseOfTheDesk() {
        assertThat(run(new Question.People(CONNECTION, "Be")))
                .isEqualTo(new Outcome.Found(List.of(named("Beth Anglin"))));
        assertThat(run(new Question.Groups(CONNECTION, "work")))
                .isEqualTo(new Outcome.Found(List.of(named("Network"))));
    }

    @Test
    void anUnknownConnectionIsAnsweredWithTheDesksThereAre() {
        assertThat(run(new Question.People(new ConnectionId("nowhere"), "Be")))
                .isEqualTo(new Outcome.NoSuchConnection(List.of(CONNECTION)));
    }

    @Test
    void aClosedConnectionIsNotAsked() {
        var closed = new DescribeForm((connection, datastore) ->
                Uni.createFrom().item(new TicketDesks.Choice.Closed(CONNECTION, State.DISABLED)));

        assertThat(closed.run(new Question.Groups(CONNECTION, "a")).await().indefinitely())
                .isEqualTo(new Outcome.ConnectionClosed(CONNECTION, State.DISABLED));
    }

    private Outcome run(Question question) {
        return describeForm.run(question).await().indefinitely();
    }

    private static Named named(String name) {
        return new Named("id of " + name, name, "of the office");
    }
}
