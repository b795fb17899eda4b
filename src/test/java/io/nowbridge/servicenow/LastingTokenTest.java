package io.nowbridge.servicenow;

import static io.nowbridge.servicenow.Outcomes.failureOf;
import static io.nowbridge.servicenow.Outcomes.itemOf;
import static org.assertj.core.api.Assertions.assertThat;

import io.nowbridge.servicenow.Credentials.RefreshToken;
import io.nowbridge.servicenow.ServiceNowException.Unavailable;
import io.smallrye.mutiny.Uni;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class LastingTokenTest {

    private static final RefreshToken GIVEN = new RefreshToken("id", "secret", "first");

    private final List<Optional<String>> asked = new ArrayList<>();
    private final List<String> kept = new ArrayList<>();
    private Optional<String> answered = Optional.empty();
    private boolean storeIsDown;

    private final LastingToken tokens = new LastingToken(GIVEN, this::fetch, this::keep);

    @Test
    void aRefreshTokenThatIsNotReplacedIsNotKeptAgain() {
        itemOf(tokens.apply(Optional.empty()));
        answered = Optional.of("first");
        itemOf(tokens.apply(Optional.empty()));

        assertThat(kept).isEmpty();
    }

    @Test
    void aReplacementIsKeptOnceAndUsedFromThenOn() {
        answered = Optional.of("second");

        itemOf(tokens.apply(Optional.empty()));
        itemOf(tokens.apply(Optional.empty()));

        assertThat(kept).containsExactly("second");
        assertThat(asked).containsExactly(Optional.empty(), Optional.of("second"));
    }

    @Test
    void aReplacementThatCouldNotBeKeptIsKeptWithTheNextToken() {
        answered = Optional.of("second");
        storeIsDown = true;
        var failure = failureOf(tokens.apply(Optional.empty()));
        answered = Optional.empty();
        storeIsDown = false;

        itemOf(tokens.apply(Optional.empty()));

        assertThat(failure)
                .isInstanceOf(Unavailable.class)
                .hasMessage("A new refresh token could not be kept")
                .returns(true, ServiceNowException::nothingHappened);
        assertThat(kept).containsExactly("second");
        assertThat(asked).containsExactly(Optional.empty(), Optional.of("second"));
    }

    private Uni<Token> fetch(Optional<String> refresh) {
        asked.add(refresh);
        return Uni.createFrom().item(new Token("Bearer", Instant.MAX, answered));
    }

    private Uni<Void> keep(RefreshToken replacement) {
        if (storeIsDown) {
            return Uni.createFrom().failure(new IllegalStateException("down"));
        }
        assertThat(replacement.clientId()).isEqualTo("id");
        kept.add(replacement.refreshToken());
        return Uni.createFrom().voidItem();
    }
}
