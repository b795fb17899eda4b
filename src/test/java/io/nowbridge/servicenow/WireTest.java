package io.nowbridge.servicenow;

import static io.nowbridge.servicenow.Outcomes.failureOf;
import static io.nowbridge.servicenow.Outcomes.itemOf;
import static io.nowbridge.servicenow.Reply.json;
import static io.nowbridge.servicenow.Reply.silence;
import static io.nowbridge.servicenow.Reply.text;
import static java.util.concurrent.TimeUnit.SECONDS;
import static org.assertj.core.api.Assertions.assertThat;

import io.nowbridge.http.Dialer;
import io.nowbridge.http.Request;
import io.nowbridge.http.Wire;
import io.nowbridge.servicenow.ServiceNowException.Barred;
import io.nowbridge.servicenow.ServiceNowException.Unavailable;
import io.nowbridge.servicenow.ServiceNowException.Unintelligible;
import io.smallrye.mutiny.Uni;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpServerRequest;
import java.net.URI;
import java.net.UnknownHostException;
import java.util.ArrayDeque;
import java.util.List;
import java.util.Map;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Where a request goes, and what becomes of its connection. */
class WireTest {

    private static final String PATH = "/path";
    private static final int CONNECTIONS = 8;
    private static final Attempt WRITE = Attempt.write("Writing");
    private static final Request REQUEST = Request.get(PATH, Map.of("a b", "c&d=é"));

    @RegisterExtension
    final RecordedInstance instance = new RecordedInstance();

    private final Vertx vertx = Vertx.vertx();

    @AfterEach
    void close() {
        vertx.close().toCompletionStage().toCompletableFuture().join();
    }

    @Test
    void aRequestGoesToTheAddressThatWasDialledUnderTheNameOfTheInstance() {
        instance.on(PATH, json("{}"));

        var response = itemOf(wire(instance::dial).send(WRITE, REQUEST));

        assertThat(response.status()).isEqualTo(200);
        assertThat(instance.received(PATH))
                .singleElement()
                .returns("desk.example:8443", request -> request.header("Host"))
                .returns("Nowbridge", request -> request.header("User-Agent"))
                .returns("c&d=é", request -> request.query("a b"));
    }

    @Test
    void theAddressIsJudgedAnewForEachRequest() {
        try (var other = new RecordedInstance()) {
            instance.on(PATH, json("{}"));
            other.on(PATH, json("{}"));
            var dialled = new ArrayDeque<>(List.of(instance, other, instance));
            var wire = wire(uri -> dialled.remove().dial(uri));

            itemOf(wire.send(WRITE, REQUEST));
            itemOf(wire.send(WRITE, REQUEST));
            itemOf(wire.send(WRITE, REQUEST));

            assertThat(instance.received(PATH)).hasSize(2);
            assertThat(other.received(PATH)).hasSize(1);
        }
    }

    @Test
    void anAddressThatMayNotBeCalledIsNot() {
        Dialer strict = uri -> Uni.createFrom().failure(new SecurityException("10.0.0.1 is a private address"));

        var failure = failureOf(wire(strict).send(WRITE, REQUEST));

        assertThat(failure)
                .hasMessage("Writing was not sent")
                .returns(true, ServiceNowException::nothingHappened)
                .isInstanceOfSatisfying(
                        Barred.class, barred -> assertThat(barred.reason()).isEqualTo("10.0.0.1 is a private address"));
    }

    @Test
    void aNameThatLeadsNowhereIsUnavailableAndNothingHappened() {
        Dialer lost = uri -> Uni.createFrom().failure(new UnknownHostException(uri.getHost()));

        var failure = failureOf(wire(lost).send(WRITE, REQUEST));

        assertThat(failure)
                .isInstanceOf(Unavailable.class)
                .hasMessage("Writing found nobody listening")
                .returns(true, ServiceNowException::nothingHappened);
    }

    @Test
    void whereNoAddressIsFoundForAnyOtherReasonNothingHappenedEither() {
        Dialer broken = uri -> Uni.createFrom().failure(new IllegalStateException("down"));

        var failure = failureOf(wire(broken).send(WRITE, REQUEST));

        assertThat(failure).isInstanceOf(Unavailable.class).returns(true, ServiceNowException::nothingHappened);
    }

    @Test
    void anAnswerLeavesItsConnectionToTheNextRequest() {
        instance.on(PATH, text(500, "text/html", "<html>"), json("{}"));
        var wire = wire(instance::dial);

        itemOf(wire.send(WRITE, REQUEST).flatMap(first -> wire.send(WRITE, REQUEST)));

        assertThat(instance.received(PATH)).hasSize(2);
        assertThat(instance.connections()).isEqualTo(1);
    }

    @Test
    void aWriteThatMeetsADyingConnectionIsNotSentAgain() {
        instance.on(PATH, json("{}"), Reply.hangUp(), json("{}"));
        var wire = wire(instance::dial);

        var failure = failureOf(wire.send(WRITE, REQUEST).flatMap(first -> wire.send(WRITE, REQUEST)));

        assertThat(failure).isInstanceOf(Unavailable.class).returns(false, ServiceNowException::nothingHappened);
        assertThat(instance.received(PATH)).hasSize(2);
        assertThat(instance.connections()).isEqualTo(1);
    }

    @Test
    void aCallThatIsGivenUpGivesUpItsConnection() throws Exception {
        instance.on(PATH, silence());
        var call = wire(instance::dial).send(WRITE, REQUEST).subscribeAsCompletionStage();
        instance.arrival().get(10, SECONDS);

        call.cancel(true);

        assertThat(instance.gaveUp().get(10, SECONDS)).isNull();
    }

    @Test
    void aCallThatIsGivenUpBeforeItHasAConnectionIsNotSent() throws Exception {
        var held = new LinkedBlockingQueue<HttpServerRequest>();
        instance.on("/held", held::add).on("/last", json("{}"));
        var wire = wire(instance::dial);
        var holders = Stream.generate(
                        () -> wire.send(WRITE, Request.get("/held", Map.of())).subscribeAsCompletionStage())
                .limit(CONNECTIONS)
                .toList();
        for (var place = 0; place < CONNECTIONS; place++) {
            held.take();
        }
        wire.send(WRITE, REQUEST).subscribeAsCompletionStage().cancel(true);

        holders.forEach(holder -> holder.cancel(true));
        itemOf(wire.send(WRITE, Request.get("/last", Map.of())));

        assertThat(instance.received(PATH)).isEmpty();
    }

    @Test
    void anAnswerWithoutEndIsNotReadToTheEnd() throws Exception {
        instance.on(PATH, Reply.flood());

        var failure = failureOf(wire(instance::dial).send(WRITE, REQUEST));

        assertThat(failure)
                .isInstanceOf(Unintelligible.class)
                .hasMessage("Writing answered with more than 32 MiB")
                .returns(false, ServiceNowException::nothingHappened);
        assertThat(instance.gaveUp().get(10, SECONDS)).isNull();
    }

    private Line wire(Dialer dialer) {
        var http = vertx.createHttpClient(Wire.options(Hurried.SHORT.connectTimeout(), CONNECTIONS));
        return new Line(new Wire(http, dialer, URI.create("http://desk.example:8443"), Hurried.SHORT.callTimeout()));
    }
}
