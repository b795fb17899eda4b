package io.nowbridge.local.servicenow;

import static io.nowbridge.local.servicenow.Incoming.failure;
import static io.nowbridge.local.servicenow.Planted.INCIDENT;
import static io.nowbridge.local.servicenow.Planted.NETWORK_SHARES;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Credentials, headers, methods and bodies, whatever a request is about. */
class TransportTest {

    @RegisterExtension
    static final RunningInstance INSTANCE = new RunningInstance();

    @ParameterizedTest
    @CsvSource({"svc_nowbridge, wrong", "nobody, nowbridge", "carla.humble, ''"})
    void withoutGoodCredentialsTheCallerIsNotAuthenticated(String user, String password) {
        var answer = INSTANCE.call("GET", INCIDENT).as(user, password).send();

        assertThat(answer.status()).isEqualTo(401);
        assertThat(answer.body())
                .isEqualTo(failure("User Not Authenticated", "\"Required to provide Auth information\""));
        assertThat(answer.header("WWW-Authenticate")).hasValue("BASIC realm=\"Service-now\"");
    }

    @ParameterizedTest
    @CsvSource({"text/html, 406", "application/json, 200", "'text/html, */*;q=0.8', 200"})
    void whatTheInstanceCannotAnswerIsNotAcceptable(String accept, int status) {
        assertThat(INSTANCE.call("GET", INCIDENT)
                        .header("Accept", accept)
                        .send()
                        .status())
                .isEqualTo(status);
    }

    @Test
    void aCallThatSaysNotWhatItAcceptsIsBad() {
        var answer = INSTANCE.anonymous("GET", INCIDENT)
                .as("svc_nowbridge", "nowbridge")
                .send();

        assertThat(answer.status()).isEqualTo(400);
    }

    @Test
    void headIsGetWithoutABody() {
        var answer = INSTANCE.call("HEAD", INCIDENT).send();

        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.header("X-Total-Count")).hasValue("5");
        assertThat(answer.bytes()).isEmpty();
    }

    @Test
    void answersCarryTheHeadersAndCookiesOfTheRealInstance() {
        var answer = INSTANCE.get(INCIDENT);

        assertThat(answer.header("Server")).hasValue("ServiceNow");
        assertThat(answer.header("X-Is-Logged-In")).hasValue("true");
        assertThat(answer.header("Cache-Control")).hasValue("no-cache,no-store,must-revalidate,max-age=-1");
        assertThat(answer.headers("Set-Cookie"))
                .anyMatch(cookie -> cookie.startsWith("JSESSIONID="))
                .anyMatch(cookie -> cookie.startsWith("glide_user_route=glide."));
    }

    @Test
    void answersAreCompressedForThoseWhoAsk() {
        var answer =
                INSTANCE.call("GET", INCIDENT).header("Accept-Encoding", "gzip").send();

        assertThat(answer.header("Content-Encoding")).hasValue("gzip");
        assertThat(answer.bytes()).startsWith(0x1f, 0x8b);
    }

    @ParameterizedTest
    @CsvSource({"text/plain, 415", "application/json;charset=UTF-8, 201"})
    void aRecordMustComeAsJson(String contentType, int status) {
        assertThat(INSTANCE.call("POST", INCIDENT)
                        .header("Content-Type", contentType)
                        .body("{}")
                        .send()
                        .status())
                .isEqualTo(status);
    }

    @Test
    void aRecordWithoutContentTypeIsBad() {
        var answer = INSTANCE.anonymous("POST", INCIDENT)
                .as("svc_nowbridge", "nowbridge")
                .header("Accept", "application/json")
                .body("{}")
                .send();

        assertThat(answer.status()).isEqualTo(400);
    }

    @ParameterizedTest
    @ValueSource(strings = {"{\"short_description\":", "nonsense", "[1,2]", "\"text\""})
    void whatIsNotJsonIsAnExceptionWhileReading(String body) {
        var answer = INSTANCE.post(INCIDENT, body);

        assertThat(answer.status()).isEqualTo(400);
        assertThat(answer.message()).isEqualTo("Exception while reading request");
    }

    @Test
    void aTooLargeBodyIsRejected() {
        var answer = INSTANCE.post(INCIDENT, "{\"description\":\"" + "x".repeat(11_000_000) + "\"}");

        assertThat(answer.status()).isEqualTo(400);
        assertThat(answer.detail())
                .isEqualTo("Rejected large REST payload with content-length = 11000018 bytes. "
                        + "Max allowed: 10485760 bytes.");
    }

    @Test
    void aDeleteNeedsNoContentType() {
        var answer = INSTANCE.anonymous("DELETE", NETWORK_SHARES)
                .as("svc_nowbridge", "nowbridge")
                .header("Accept", "application/json")
                .send();

        assertThat(answer.status()).isEqualTo(204);
    }

    @ParameterizedTest
    @CsvSource({"POST, 201", "PATCH, 204"})
    void theBodyOfAWriteCanBeSuppressed(String method, int status) {
        var answer = INSTANCE.call(method, method.equals("POST") ? INCIDENT : NETWORK_SHARES)
                .header("X-no-response-body", "true")
                .body("{\"short_description\":\"quiet\"}")
                .send();

        assertThat(answer.status()).isEqualTo(status);
        assertThat(answer.bytes()).isEmpty();
    }

    @Test
    void theMethodCanBeOverridden() {
        var answer = INSTANCE.call("POST", NETWORK_SHARES)
                .header("X-HTTP-Method-Override", "PATCH")
                .body("{\"short_description\":\"overridden\"}")
                .send();

        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.result().getString("short_description")).isEqualTo("overridden");
    }

    @ParameterizedTest
    @CsvSource({"PATCH, " + INCIDENT, "DELETE, " + INCIDENT, "POST, " + INCIDENT + "/x"})
    void aMethodThatMeansNothingHereIsNotAllowed(String method, String path) {
        assertThat(INSTANCE.call(method, path).body("{}").send().status()).isEqualTo(405);
    }
}
