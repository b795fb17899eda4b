package io.nowbridge.connector.tdsynnex;

import static io.nowbridge.connection.ConnectionFixtures.connection;
import static org.assertj.core.api.Assertions.assertThat;

import io.nowbridge.connection.SystemType;
import io.nowbridge.order.Standing;
import io.nowbridge.order.Status;
import io.nowbridge.tdsynnex.Account;
import io.nowbridge.tdsynnex.AnsweringServer;
import io.nowbridge.tdsynnex.AnsweringServer.Answer;
import io.nowbridge.tdsynnex.TestTdSynnex;
import io.smallrye.mutiny.Uni;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class OptionalInvoicesTest {

    private static final Answer BILLED = bills("<Invoice><InvoiceNumber>77001</InvoiceNumber><Items><Item>"
            + "<SKU>11</SKU><ShipQuantity>2</ShipQuantity></Item></Items></Invoice>");
    private static final Answer NOT_FOR_YOU = bills("<ErrorMessage>Not authorized</ErrorMessage>");

    private Answer bills = BILLED;
    private String shipped = "2";
    private Instant now = Instant.parse("2026-01-05T09:00:00Z");

    private final AnsweringServer server =
            new AnsweringServer(asked -> asked.contains("<InvoiceRequest>") ? bills : status());
    private final TdSynnexOrders orders = new TdSynnexOrders(
            connection("supplier", SystemType.TDSYNNEX, server.uri(), Map.of()),
            TestTdSynnex.local(server.vertx(), () -> now)
                    .connect(server.uri(), () -> Uni.createFrom().item(new Account("100042", "buyer", "s3cret"))),
            () -> now);

    @AfterEach
    void stop() {
        server.close();
    }

    @Test
    void anOrderIsToldWithItsInvoices() {
        var standing = standing();

        assertThat(standing.asOf()).isEqualTo(now);
        assertThat(standing.lines()).extracting(Standing.Line::status).containsExactly(Status.INVOICED);
        assertThat(standing.invoices()).extracting(Standing.Invoice::number).containsExactly("77001");
    }

    @Test
    void invoicesForWhatHasNotLeftAreNotAskedFor() {
        shipped = "0";

        standing();

        assertThat(asked()).isZero();
    }

    @ParameterizedTest
    @ValueSource(strings = {"Not authorized", "user login failed", "IP Address Invalid", "Server.Timeout", "Who knows"})
    void anOrderIsToldWithoutInvoicesWhereThereAreNone(String words) {
        bills = bills("<ErrorMessage>" + words + "</ErrorMessage>");

        assertThat(standing().lines()).extracting(Standing.Line::status).containsExactly(Status.SHIPPED);
    }

    @Test
    void anAccountWithoutTheServiceIsNotAskedForHours() {
        bills = NOT_FOR_YOU;

        standing();
        standing();

        assertThat(asked()).isEqualTo(1);
    }

    @Test
    void anAccountThatHasGotTheServiceIsFoundOutInTheEnd() {
        bills = NOT_FOR_YOU;
        standing();

        bills = BILLED;
        now = now.plus(Duration.ofHours(6));

        assertThat(standing().invoices()).hasSize(1);
    }

    @Test
    void whatPassesIsAskedForWithTheNextOrder() {
        bills = new Answer(503, "");
        standing();

        bills = BILLED;

        assertThat(standing().invoices()).hasSize(1);
    }

    private Standing standing() {
        return orders.standing("PO1").await().atMost(Duration.ofSeconds(30)).orElseThrow();
    }

    private long asked() {
        return server.received().stream()
                .filter(document -> document.contains("<InvoiceRequest>"))
                .count();
    }

    private Answer status() {
        return Answer.of("""
                <SynnexB2B><OrderStatusResponse><PONumber>PO1</PONumber><Code>shipped</Code>
                  <Items><Item lineNumber="1"><Code>accepted</Code><SKU>11</SKU><OrderQuantity>2</OrderQuantity>
                    <ShipQuantity>%s</ShipQuantity></Item></Items>
                </OrderStatusResponse></SynnexB2B>""".formatted(shipped));
    }

    private static Answer bills(String content) {
        return Answer.of("<SynnexB2B><InvoiceResponse>" + content + "</InvoiceResponse></SynnexB2B>");
    }
}
