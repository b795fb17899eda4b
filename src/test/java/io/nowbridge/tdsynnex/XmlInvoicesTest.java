package io.nowbridge.tdsynnex;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.nowbridge.tdsynnex.AnsweringServer.Answer;
import io.nowbridge.tdsynnex.Invoices.Invoice;
import io.nowbridge.tdsynnex.Invoices.Item;
import io.smallrye.mutiny.Uni;
import java.math.BigDecimal;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class XmlInvoicesTest {

    private static final String INVOICE = """
            <Invoice>
              <InvoiceDate>2026-01-20</InvoiceDate><InvoiceNumber>77001</InvoiceNumber><OrderType>1</OrderType>
              <Tracking><TrackNumber>1Z1</TrackNumber></Tracking>
              <Items>
                <Item lineNumber="3"><SKU>1031808</SKU><ShipQuantity>2</ShipQuantity><UnitPrice>27.12</UnitPrice></Item>
                <Item lineNumber="1"><custPoLineNo>2</custPoLineNo><SKU>108725</SKU><ShipQuantity>1</ShipQuantity></Item>
                <Item><SKU>7</SKU></Item>
              </Items>
              <Summary><TotalInvoiceAmount>60.05</TotalInvoiceAmount><Freight>5.81</Freight></Summary>
            </Invoice>""";

    private AnsweringServer server = new AnsweringServer(question -> Answer.of(response(INVOICE)));

    @AfterEach
    void stop() {
        server.close();
    }

    @Test
    void theQuestionNamesTheOrder() {
        ask();

        assertThat(server.received())
                .singleElement()
                .asString()
                .startsWith("POST /webservice/invoice/query\n")
                .contains(
                        "<SynnexB2B version=\"1.0\"><Credential>",
                        "<InvoiceRequest><CustomerNumber>100042</CustomerNumber><PONumber>PO0010001</PONumber>");
    }

    @ParameterizedTest
    @ValueSource(strings = {"%s", "<Invoices>%s</Invoices>"})
    void anInvoiceIsReadWhereverTheListHasIt(String list) {
        answers(response(list.formatted(INVOICE)));

        assertThat(ask())
                .containsExactly(new Invoice(
                        "77001",
                        Optional.of(LocalDate.parse("2026-01-20")),
                        Optional.of(new BigDecimal("60.05")),
                        List.of(
                                new Item(Optional.of(3), "1031808", 2),
                                new Item(Optional.of(2), "108725", 1),
                                new Item(Optional.empty(), "7", 0))));
    }

    @Test
    void namesInAnotherCaseAreTheSameNames() {
        answers(response("<invoice><invoiceNumber>1</invoiceNumber></invoice>"));

        assertThat(ask()).extracting(Invoice::number).containsExactly("1");
    }

    @Test
    void anOrderWithoutInvoicesHasNone() {
        answers(response("<Invoices/>"));

        assertThat(ask()).isEmpty();
    }

    @Test
    void anAccountWithoutTheServiceIsToldSo() {
        answers(
                "<SynnexB2B><InvoiceResponse><ErrorMessage>Not authorized</ErrorMessage></InvoiceResponse></SynnexB2B>");

        assertThatExceptionOfType(TdSynnexException.Forbidden.class).isThrownBy(this::ask);
    }

    @ParameterizedTest
    @CsvSource({
        "https://ec.us.tdsynnex.com, https://ws.us.tdsynnex.com/",
        "https://testec.ca.tdsynnex.com, https://testws.ca.tdsynnex.com/",
        "http://localhost:8092, http://localhost:8092/",
        "https://distributor.example:8443, https://distributor.example:8443/"
    })
    void theServiceHasAHostBesideTheOthers(URI instance, URI service) {
        assertThat(XmlInvoices.beside(instance)).isEqualTo(service);
    }

    private static String response(String invoices) {
        return "<SynnexB2B><InvoiceResponse><CustomerPONumber>PO0010001</CustomerPONumber>" + invoices
                + "</InvoiceResponse></SynnexB2B>";
    }

    private void answers(String body) {
        server.close();
        server = new AnsweringServer(question -> Answer.of(body));
    }

    private List<Invoice> ask() {
        return TestTdSynnex.local(server.vertx(), InstantSource.fixed(Instant.EPOCH))
                .connect(server.uri(), () -> Uni.createFrom().item(new Account("100042", "buyer", "s3cret")))
                .invoices()
                .of("PO0010001")
                .await()
                .atMost(Duration.ofSeconds(30));
    }
}
