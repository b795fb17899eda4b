package io.nowbridge.servicenow;

import static io.nowbridge.servicenow.Drafts.SYS_ID;
import static io.nowbridge.servicenow.Drafts.TOTALS;
import static io.nowbridge.servicenow.Outcomes.failureOf;
import static io.nowbridge.servicenow.Outcomes.itemOf;
import static io.nowbridge.servicenow.RecordedInstance.RECORD;
import static io.nowbridge.servicenow.RecordedInstance.TABLE;
import static io.nowbridge.servicenow.Reply.json;
import static org.assertj.core.api.Assertions.assertThat;

import io.nowbridge.servicenow.Credentials.Basic;
import io.nowbridge.servicenow.Credentials.ClientCredentials;
import io.nowbridge.servicenow.Credentials.RefreshToken;
import io.nowbridge.servicenow.ServiceNowException.Unauthorized;
import io.nowbridge.servicenow.ServiceNowException.Unavailable;
import io.quarkus.test.junit.QuarkusTest;
import io.smallrye.mutiny.Uni;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Credentials that are replaced while they are in use. */
@QuarkusTest
class RotationTest {

    private static final Credentials OLD = new Basic("svc", "old");
    private static final Credentials NEW = new Basic("svc", "new");
    private static final String TOKEN = "/oauth_token.do";

    @RegisterExtension
    final RecordedInstance instance = new RecordedInstance();

    private final AtomicInteger fetches = new AtomicInteger();

    @Test
    void credentialsAreFetchedWhenTheyAreFirstNeededAndThenKept() {
        instance.on(RECORD, json(200, "incident.json"));
        var incidents = client(inTurn(OLD));
        assertThat(fetches).hasValue(0);

        itemOf(incidents.read(SYS_ID));
        itemOf(incidents.read(SYS_ID));

        assertThat(fetches).hasValue(1);
    }

    @Test
    void aWriteThatIsRefusedIsSentOnceMoreWithTheNewOnes() {
        instance.on(TABLE, json(401, "unauthenticated.json"), json(201, "incident.json"));

        itemOf(client(inTurn(OLD, NEW)).open(TOTALS));

        assertThat(passes(TABLE)).containsExactly(shown("old"), shown("new"));
    }

    @Test
    void whatWasRefusedIsNotShownAgain() {
        instance.on(TABLE, json(401, "unauthenticated.json"));

        var failure = failureOf(client(inTurn(OLD, OLD)).open(TOTALS));

        assertThat(failure).isInstanceOf(Unauthorized.class).hasMessage("Opening an incident answered 401");
        assertThat(passes(TABLE)).containsExactly(shown("old"));
    }

    @Test
    void aSecondRefusalIsFinal() {
        instance.on(TABLE, json(401, "unauthenticated.json"));

        var failure = failureOf(client(inTurn(OLD, NEW)).open(TOTALS));

        assertThat(failure).isInstanceOf(Unauthorized.class);
        assertThat(passes(TABLE)).containsExactly(shown("old"), shown("new"));
    }

    @Test
    void aTokenIsAskedForWithTheNewOnesWhereTheOldOnesGetNone() {
        instance.on(TOKEN, json(401, "unauthenticated.json"), Reply.json("{\"access_token\":\"one\"}"))
                .on(TABLE, json(201, "incident.json"));

        itemOf(client(inTurn(client("old"), client("new"))).open(TOTALS));

        assertThat(instance.received(TOKEN))
                .extracting(request -> request.body().contains("client_secret=new"))
                .containsExactly(false, true);
        assertThat(passes(TABLE)).containsExactly("Bearer one");
    }

    @Test
    void whereTheyCannotBeFetchedNothingIsSent() {
        Supplier<Uni<Credentials>> down = () -> Uni.createFrom().failure(new IllegalStateException("down"));

        var failure = failureOf(client(down).open(TOTALS));

        assertThat(failure).isInstanceOf(Unavailable.class).returns(true, ServiceNowException::nothingHappened);
        assertThat(instance.received(TABLE)).isEmpty();
    }

    @Test
    void whereTheyCannotBeUsedTheAdministratorIsToldWhy() {
        Supplier<Uni<Credentials>> damaged = () -> Uni.createFrom()
                .item(() -> new Credentials.JwtBearer("id", "secret", Optional.empty(), "garbage", "user"));

        var failure = failureOf(client(damaged).open(TOTALS));

        assertThat(failure)
                .isInstanceOf(Unauthorized.class)
                .hasMessageStartingWith("The credentials cannot be used: The private key must be PEM");
    }

    @Test
    void aRefreshTokenThatTheInstanceReplacesIsKeptBeforeTheCallGoesOn() {
        instance.on(TOKEN, Reply.json("{\"access_token\":\"one\",\"refresh_token\":\"second\"}"))
                .on(TABLE, json(201, "incident.json"));
        var given = new RefreshToken("id", "secret", "first");
        var kept = new ArrayList<RefreshToken>();
        var incidents = instance.clients(Hurried.SHORT)
                .connect(instance.address(), inTurn(given), replacement -> {
                    assertThat(instance.received(TABLE)).isEmpty();
                    kept.add(replacement);
                    return Uni.createFrom().voidItem();
                })
                .tasks(TaskTable.INCIDENT);

        itemOf(incidents.open(TOTALS));

        assertThat(kept).containsExactly(new RefreshToken("id", "secret", "second"));
        assertThat(passes(TABLE)).containsExactly("Bearer one");
    }

    private Tasks client(Supplier<Uni<Credentials>> credentials) {
        return instance.clients(Hurried.SHORT)
                .connect(instance.address(), credentials)
                .tasks(TaskTable.INCIDENT);
    }

    private Supplier<Uni<Credentials>> inTurn(Credentials... credentials) {
        Deque<Credentials> left = new ArrayDeque<>(List.of(credentials));
        return () -> {
            fetches.incrementAndGet();
            return Uni.createFrom().item(left.remove());
        };
    }

    private List<String> passes(String path) {
        return instance.received(path).stream()
                .map(request -> request.header("Authorization"))
                .toList();
    }

    private static String shown(String password) {
        return Pass.basic("svc", password).value();
    }

    private static Credentials client(String secret) {
        return new ClientCredentials("id", secret, Optional.empty());
    }
}
