package io.nowbridge.connector;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.nowbridge.connection.ConnectedSystemException.Effect;
import io.nowbridge.connection.ConnectedSystemException.Report;
import io.nowbridge.connection.ConnectedSystemException.Unauthorized;
import io.nowbridge.ticket.FakeTicketDesk;
import io.nowbridge.ticket.FakeTicketForms;
import io.nowbridge.ticket.TicketForms;
import io.smallrye.mutiny.Uni;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class WatchedFormsTest {

    private static final Unauthorized REFUSED =
            new Unauthorized(new Report("Refused", "Reconnect.", Effect.NONE), new IllegalStateException("401"));

    private final List<Unauthorized> told = new ArrayList<>();
    private final Watch watch = new Watch(
            () -> Uni.createFrom().voidItem(),
            refusal -> Uni.createFrom().voidItem().invoke(() -> told.add(refusal)));

    @Test
    void whatTheDeskSaysOfItsFormsIsPassedOn() {
        var forms = new WatchedDesk(new FakeTicketDesk(), watch).forms();

        assertThat(forms.tables()).isEqualTo(new FakeTicketForms().tables());
        assertThat(forms.describe("problem").await().indefinitely().table().name())
                .isEqualTo("problem");
        assertThat(told).isEmpty();
    }

    @Test
    void refusedCredentialsAreToldWhateverWasAsked() {
        var forms = new WatchedForms(new RefusedForms(), watch);

        assertThatExceptionOfType(Unauthorized.class)
                .isThrownBy(() -> forms.describe("incident").await().indefinitely());
        assertThatExceptionOfType(Unauthorized.class)
                .isThrownBy(() -> forms.people("a", 1).await().indefinitely());
        assertThatExceptionOfType(Unauthorized.class)
                .isThrownBy(() -> forms.groups("a", 1).await().indefinitely());

        assertThat(told).containsExactly(REFUSED, REFUSED, REFUSED);
    }

    /** The forms of a desk that accepts the credentials no longer. */
    private static final class RefusedForms implements TicketForms {

        @Override
        public List<Table> tables() {
            return List.of();
        }

        @Override
        public Uni<Spec> describe(String table) {
            return Uni.createFrom().failure(REFUSED);
        }

        @Override
        public Uni<List<Named>> people(String text, int limit) {
            return Uni.createFrom().failure(REFUSED);
        }

        @Override
        public Uni<List<Named>> groups(String text, int limit) {
            return Uni.createFrom().failure(REFUSED);
        }
    }
}
