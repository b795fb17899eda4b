package io.nowbridge.connector.probe;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import io.nowbridge.activity.WhoCanFix;
import io.nowbridge.connector.probe.Knock.Answered;
import io.nowbridge.connector.probe.Knock.NoConnection;
import io.nowbridge.connector.probe.Knock.NobodyListening;
import io.nowbridge.connector.probe.Knock.Refused;
import io.nowbridge.connector.probe.Knock.Unanswered;
import io.nowbridge.connector.probe.Knock.Unresolved;
import io.nowbridge.connector.probe.Knock.Untrusted;
import io.nowbridge.http.TlsFlaw;
import io.nowbridge.setup.Check;
import io.nowbridge.setup.Check.Verdict;
import io.smallrye.mutiny.Uni;
import java.net.URI;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class NetworkChecksTest {

    private static final URI INSTANCE = URI.create("https://acme.service-now.com");

    @ParameterizedTest
    @MethodSource("barriers")
    void whereTheWayEndsIsToldAndWhatLiesBehindIsSkipped(Knock knock, String name, String cause, String fix) {
        var checks = look(INSTANCE, knock);

        var place = checks.stream().map(Check::name).toList().indexOf(name);
        assertThat(checks.subList(0, place)).allMatch(check -> check.verdict() == Verdict.PASSED);
        assertThat(checks.get(place).verdict()).isEqualTo(Verdict.FAILED);
        assertThat(checks.get(place).cause()).contains(cause);
        assertThat(checks.get(place).fix()).contains(fix);
        assertThat(checks.subList(place + 1, checks.size()))
                .allMatch(check -> check.verdict() == Verdict.SKIPPED)
                .allMatch(check -> check.cause().contains("rests on " + name));
    }

    static Stream<Arguments> barriers() {
        return Stream.of(
                arguments(new Refused("it is private"), "address", "it is private", "https://your-instance"),
                arguments(new Unresolved(), "name-resolution", "acme.service-now.com has no address", "host name"),
                arguments(new NobodyListening(), "connection", "Nobody listens", "the instance is down"),
                arguments(new NoConnection(), "connection", "opens in time", "allow-list"),
                arguments(new Untrusted(TlsFlaw.EXPIRED), "tls", "has expired", "Renew"),
                arguments(new Untrusted(TlsFlaw.UNKNOWN_ISSUER), "tls", "issuer", "public authority"),
                arguments(new Untrusted(TlsFlaw.OTHER_HOST), "tls", "another host name", "host name"),
                arguments(new Unanswered(), "reachable", "no answer", "overloaded"),
                arguments(answer(503), "reachable", "answered 503", "Repeat"),
                arguments(redirect("https://sso.acme.com/login"), "reachable", "sso.acme.com", "single sign-on"));
    }

    @ParameterizedTest
    @EnumSource(TlsFlaw.class)
    void everyFlawOfTlsHasItsOwnWordsAndRemedy(TlsFlaw flaw) {
        var others = Stream.of(TlsFlaw.values()).filter(other -> other != flaw).toList();

        assertThat(others).noneMatch(other -> other.words().equals(flaw.words()));
        assertThat(others).noneMatch(other -> NetworkWords.remedy(other).equals(NetworkWords.remedy(flaw)));
        assertThat(NetworkWords.remedy(flaw).who()).isIn(WhoCanFix.ADMINISTRATOR, WhoCanFix.REMOTE_OWNER);
    }

    @ParameterizedTest
    @ValueSource(ints = {200, 401, 404})
    void anyAnswerShowsThatTheWayIsFree(int status) {
        assertThat(look(INSTANCE, answer(status))).allMatch(check -> check.verdict() == Verdict.PASSED);
    }

    @ParameterizedTest
    @ValueSource(strings = {"/login.do", "https://ACME.service-now.com/login.do"})
    void aRedirectOnTheSameHostIsAnAnswer(String location) {
        assertThat(look(INSTANCE, redirect(location))).allMatch(check -> check.verdict() == Verdict.PASSED);
    }

    @Test
    void aRedirectToNowhereIsNoAnswer() {
        assertThat(look(INSTANCE, redirect("https://[nowhere")))
                .filteredOn(check -> check.verdict() == Verdict.FAILED)
                .extracting(Check::name)
                .containsExactly("reachable");
    }

    @Test
    void plainHttpIsToldAndNoFailure() {
        var checks = look(URI.create("http://localhost:8090"), answer(401));

        assertThat(checks)
                .filteredOn(check -> check.verdict() != Verdict.PASSED)
                .singleElement()
                .returns("tls", Check::name)
                .returns(Verdict.SKIPPED, Check::verdict);
    }

    private static List<Check> look(URI instance, Knock knock) {
        var sheet = new Sheet(NetworkChecks.lines());
        var checks = new NetworkChecks((url, path) -> Uni.createFrom().item(knock));
        checks.look(sheet, instance, "/").await().indefinitely();
        return sheet.checks();
    }

    private static Answered answer(int status) {
        return new Answered(status, Optional.empty(), "application/json", Optional.empty());
    }

    private static Answered redirect(String location) {
        return new Answered(302, Optional.of(location), "", Optional.empty());
    }
}
