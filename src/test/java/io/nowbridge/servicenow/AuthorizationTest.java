package io.nowbridge.servicenow;

import static io.nowbridge.servicenow.Drafts.SYS_ID;
import static io.nowbridge.servicenow.Drafts.TOTALS;
import static io.nowbridge.servicenow.Outcomes.failureOf;
import static io.nowbridge.servicenow.Outcomes.itemOf;
import static io.nowbridge.servicenow.RecordedInstance.RECORD;
import static io.nowbridge.servicenow.RecordedInstance.TABLE;
import static io.nowbridge.servicenow.Reply.json;
import static io.nowbridge.servicenow.Reply.text;
import static org.assertj.core.api.Assertions.assertThat;

import io.nowbridge.servicenow.ServiceNowException.Unauthorized;
import io.nowbridge.servicenow.ServiceNowException.Unavailable;
import io.nowbridge.servicenow.ServiceNowException.Unintelligible;
import io.quarkus.test.junit.QuarkusTest;
import io.smallrye.mutiny.Uni;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** How a client is let in, and stays in. */
@QuarkusTest
class AuthorizationTest {

    private static final String TOKEN = "/oauth_token.do";
    private static final Credentials CLIENT =
            new Credentials.ClientCredentials("id", "s&cret", Optional.of("useraccount"));
    private static final Credentials PASSWORD = new Credentials.Password("id", "s&cret", "svc", "p+ss");
    private static final String REFUSED = "{\"error_description\":\"access_denied\",\"error\":\"server_error\"}";

    @RegisterExtension
    final RecordedInstance instance = new RecordedInstance();

    @Test
    void aNameAndPasswordAreSentWithEachRequest() {
        instance.on(RECORD, json(200, "incident.json"));

        itemOf(client(RecordedInstance.BASIC).read(SYS_ID));

        assertThat(instance.received(RECORD))
                .singleElement()
                .returns("Basic c3ZjX25vd2JyaWRnZTpzZWNyZXQ=", request -> request.header("Authorization"));
    }

    @Test
    void twentyCallsAtOnceShareOneToken() {
        instance.on(TOKEN, token("one")).on(RECORD, json(200, "incident.json"));
        var incidents = client(CLIENT);

        var all = itemOf(Uni.join()
                .all(IntStream.range(0, 20)
                        .mapToObj(call -> incidents.read(SYS_ID))
                        .toList())
                .andFailFast());

        assertThat(all).hasSize(20);
        assertThat(instance.received(TOKEN))
                .singleElement()
                .satisfies(request -> assertThat(request.body().split("&"))
                        .containsExactlyInAnyOrder(
                                "grant_type=client_credentials",
                                "client_id=id",
                                "client_secret=s%26cret",
                                "scope=useraccount"));
        assertThat(instance.received(RECORD))
                .extracting(request -> request.header("Authorization"))
                .containsOnly("Bearer one");
    }

    @Test
    void aWriteThatIsRefusedItsTokenIsSentOnceMoreWithANewOne() {
        instance.on(TOKEN, token("one"), token("two"))
                .on(TABLE, json(401, "unauthenticated.json"), json(201, "incident.json"));

        var written = itemOf(client(CLIENT).open(TOTALS));

        assertThat(written.record().number()).isEqualTo("INC0010001");
        assertThat(instance.received(TABLE))
                .extracting(request -> request.header("Authorization"))
                .containsExactly("Bearer one", "Bearer two");
    }

    @Test
    void aSecondRefusalIsFinal() {
        instance.on(TOKEN, token("one")).on(TABLE, json(401, "unauthenticated.json"));

        var failure = failureOf(client(CLIENT).open(TOTALS));

        assertThat(failure).isInstanceOf(Unauthorized.class);
        assertThat(instance.received(TABLE)).hasSize(2);
    }

    @Test
    void aPasswordIsTradedOnceAndTheTokenRefreshedAfterwards() {
        instance.on(TOKEN, refreshable("one"), token("two"), token("three"))
                .on(
                        RECORD,
                        json(200, "incident.json"),
                        json(401, "unauthenticated.json"),
                        json(200, "incident.json"),
                        json(401, "unauthenticated.json"),
                        json(200, "incident.json"));
        var incidents = client(PASSWORD);

        itemOf(incidents.read(SYS_ID));
        itemOf(incidents.read(SYS_ID));
        itemOf(incidents.read(SYS_ID));

        assertThat(grants()).containsExactly("password", "refresh_token", "refresh_token");
    }

    @Test
    void aRefreshThatIsRefusedFallsBackOnThePassword() {
        instance.on(TOKEN, refreshable("one"), text(401, "application/json", REFUSED), token("two"))
                .on(RECORD, json(401, "unauthenticated.json"), json(200, "incident.json"));

        var incident = itemOf(client(PASSWORD).read(SYS_ID));

        assertThat(incident).isPresent();
        assertThat(grants()).containsExactly("password", "refresh_token", "password");
    }

    @Test
    void refusedCredentialsAreTheAdministratorsAndNothingHappened() {
        instance.on(TOKEN, text(401, "application/json", REFUSED));

        var failure = failureOf(client(CLIENT).open(TOTALS));

        assertThat(failure)
                .isInstanceOf(Unauthorized.class)
                .hasMessage("Fetching a token answered 401")
                .returns(true, ServiceNowException::nothingHappened);
        assertThat(instance.received(TABLE)).isEmpty();
    }

    @Test
    void aTokenThatCannotBeFetchedNowLeavesTheWriteUnsent() {
        instance.on(TOKEN, Reply.hangUp());

        var failure = failureOf(client(CLIENT).open(TOTALS));

        assertThat(failure).isInstanceOf(Unavailable.class).returns(true, ServiceNowException::nothingHappened);
    }

    @Test
    void aTokenThatIsNoneIsTheOwnersToLookAt() {
        instance.on(TOKEN, Reply.json("{\"expires_in\":1799}"));

        var failure = failureOf(client(CLIENT).open(TOTALS));

        assertThat(failure).isInstanceOf(Unintelligible.class).hasMessage("Fetching a token answered with no token");
    }

    private Tasks client(Credentials credentials) {
        return instance.client(Hurried.SHORT, credentials).tasks(TaskTable.INCIDENT);
    }

    private List<String> grants() {
        return instance.received(TOKEN).stream()
                .map(request -> request.body().replaceAll(".*grant_type=([a-z_]+).*", "$1"))
                .toList();
    }

    private static Reply token(String value) {
        return Reply.json("{\"access_token\":\"%s\",\"token_type\":\"Bearer\",\"expires_in\":1799}".formatted(value));
    }

    private static Reply refreshable(String value) {
        return Reply.json(
                "{\"access_token\":\"%s\",\"refresh_token\":\"again\",\"token_type\":\"Bearer\",\"expires_in\":1799}"
                        .formatted(value));
    }
}
