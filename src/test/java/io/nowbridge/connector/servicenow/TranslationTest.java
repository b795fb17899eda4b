package io.nowbridge.connector.servicenow;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.nowbridge.activity.WhoCanFix;
import io.nowbridge.connection.ConnectedSystemException;
import io.nowbridge.servicenow.Credentials.Basic;
import io.nowbridge.servicenow.ServiceNow;
import io.nowbridge.servicenow.TestClients;
import io.quarkus.test.junit.QuarkusTest;
import io.smallrye.mutiny.Uni;
import io.vertx.core.Vertx;
import java.net.URI;
import java.time.Instant;
import java.time.InstantSource;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
class TranslationTest {

    private final Vertx vertx = Vertx.vertx();

    @AfterEach
    void close() {
        vertx.close().toCompletionStage().toCompletableFuture().join();
    }

    @Test
    void anAddressThatMayNotBeCalledIsNoMatterOfRoles() {
        var refusal = new SecurityException("desk.example.com resolves to 10.0.0.1, which is private");

        var call = client(refusal).self().account().onFailure().transform(Translation::of);
        var failure = catchThrowableOfType(
                ConnectedSystemException.class, () -> call.await().indefinitely());

        assertThat(failure).hasMessageEndingWith("was not sent: " + refusal.getMessage());
        assertThat(failure.nothingHappened()).isTrue();
        assertThat(failure.remedy())
                .contains("public address", "whoever runs Nowbridge")
                .doesNotContain("itil");
        assertThat(WhoCanFix.of(failure)).isEqualTo(WhoCanFix.ADMINISTRATOR);
    }

    private ServiceNow client(SecurityException refusal) {
        return TestClients.dialling(
                        vertx,
                        InstantSource.fixed(Instant.EPOCH),
                        instance -> Uni.createFrom().failure(refusal))
                .connect(URI.create("https://desk.example.com"), new Basic("u", "p"));
    }
}
