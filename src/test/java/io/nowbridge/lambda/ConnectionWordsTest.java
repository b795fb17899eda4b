package io.nowbridge.lambda;

import static io.nowbridge.connection.ConnectionFixtures.connection;
import static org.assertj.core.api.Assertions.assertThat;

import io.nowbridge.connection.Connection;
import io.nowbridge.setup.FakeProbe;
import io.nowbridge.setup.Findings;
import io.nowbridge.setup.Flaw;
import io.nowbridge.setup.Outcome;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class ConnectionWordsTest {

    private static final Connection PROD = connection("prod");
    private static final Findings WELL = new Findings(List.of(FakeProbe.LET_IN));
    private static final Findings REFUSED = new Findings(List.of(FakeProbe.REFUSED, FakeProbe.UNREADABLE));

    static Stream<Arguments> served() {
        return Stream.of(
                Arguments.of(new Outcome.Created(PROD, WELL), 201, true),
                Arguments.of(new Outcome.Changed(PROD), 200, true),
                Arguments.of(new Outcome.Tested(PROD, REFUSED), 200, true),
                Arguments.of(new Outcome.Reconnected(PROD, WELL), 200, true),
                Arguments.of(new Outcome.Disconnected(PROD, 1), 200, true),
                Arguments.of(new Outcome.Removing(500), 200, false),
                Arguments.of(new Outcome.Removed(7), 200, false));
    }

    static Stream<Arguments> refused() {
        return Stream.of(
                Arguments.of(new Outcome.Unfit(List.of(new Flaw("name", "is odd"))), 400, "invalid-request", "name"),
                Arguments.of(new Outcome.NoSuchConnection(), 404, "not-found", "connection"),
                Arguments.of(new Outcome.ChangedMeanwhile(), 412, "changed-meanwhile", "read before"),
                Arguments.of(new Outcome.NotLetIn(REFUSED), 422, "test-failed", "Signing in answered 401"),
                Arguments.of(new Outcome.KnownInstance(PROD.id()), 409, "conflict", "prod"),
                Arguments.of(new Outcome.NotConnected(), 409, "conflict", "no credentials"),
                Arguments.of(new Outcome.StillConnected(), 409, "conflict", "still connected"),
                Arguments.of(new Outcome.HasTemplates(3), 409, "conflict", "3"),
                Arguments.of(new Outcome.IsDefault(), 409, "conflict", "by default"),
                Arguments.of(new Outcome.Unconfirmed("The prod"), 409, "conflict", "confirmed"));
    }

    @ParameterizedTest
    @MethodSource("served")
    void whatWasDoneIsAnsweredWithTheRevisionThatCanBeChangedNext(Outcome outcome, int status, boolean tagged) {
        var reply = ConnectionWords.of(outcome);

        assertThat(reply.status()).isEqualTo(status);
        assertThat(reply.headers()).containsEntry("content-type", "application/json");
        assertThat(reply.headers().containsKey("etag")).isEqualTo(tagged);
    }

    @ParameterizedTest
    @MethodSource("refused")
    void whatWasNotDoneIsAProblemThatSaysWhyAndWhatToDo(Outcome outcome, int status, String type, String detail) {
        var reply = ConnectionWords.of(outcome);

        assertThat(reply.status()).isEqualTo(status);
        assertThat(reply.headers()).containsEntry("content-type", "application/problem+json");
        assertThat(reply.body()).isInstanceOfSatisfying(Problem.class, problem -> {
            assertThat(problem.type()).isEqualTo("urn:nowbridge:problem:" + type);
            assertThat(problem.detail()).contains(detail);
            assertThat(problem.resolution()).isNotBlank();
        });
    }

    @Test
    void noOutcomeIsWithoutATestHere() {
        assertThat(Stream.concat(served(), refused())
                        .map(arguments -> arguments.get()[0].getClass().getName()))
                .containsExactlyInAnyOrderElementsOf(Stream.of(Outcome.class.getPermittedSubclasses())
                        .map(Class::getName)
                        .toList());
    }

    @Test
    void aRefusedTestNamesAllThatFailedAndEachFixOnce() {
        var problem =
                (Problem) ConnectionWords.of(new Outcome.NotLetIn(REFUSED)).body();

        assertThat(problem.whoCanFix()).isEqualTo("administrator");
        assertThat(problem.resolution()).isEqualTo("Check the password.");
        assertThat(problem.errors())
                .containsExactly(
                        new Problem.FieldError("credentials", "Signing in answered 401"),
                        new Problem.FieldError("read", "Reading incidents answered 403 Grant the role itil."));
    }
}
