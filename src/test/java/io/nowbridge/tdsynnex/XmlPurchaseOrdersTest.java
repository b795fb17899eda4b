package io.nowbridge.tdsynnex;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.nowbridge.tdsynnex.AnsweringServer.Answer;
import io.nowbridge.tdsynnex.PurchaseOrders.Item;
import io.nowbridge.tdsynnex.PurchaseOrders.Order;
import io.nowbridge.tdsynnex.PurchaseOrders.Receipt;
import io.nowbridge.tdsynnex.PurchaseOrders.Receipt.Row;
import io.nowbridge.tdsynnex.PurchaseOrders.Recipient;
import io.smallrye.mutiny.Uni;
import java.io.IOException;
import java.math.BigDecimal;
import java.net.ServerSocket;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.function.Function;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class XmlPurchaseOrdersTest {

    private static final Account ACCOUNT = new Account("100042", "buyer@example.com", "s3cret&<pass>");
    private static final Duration SHORT = Duration.ofMillis(500);

    private static final Recipient RECIPIENT = new Recipient(
            "Acme & Sons", "", "1 Main Street", "", "Reno", "NV", "89501", "US", "Ann", "", "ann@example.com");
    private static final Recipient NO_CONTACT =
            new Recipient("Acme", "", "1 Main Street", "", "Reno", "NV", "89501", "US", "", "", "");

    private AnsweringServer server = new AnsweringServer(order -> Answer.of(accepted("")));

    @AfterEach
    void stop() {
        server.close();
    }

    @Test
    void anOrderIsSentInTheFieldsOfTheSpecification() {
        submit(order(RECIPIENT, "FX", "6", ""));

        assertThat(server.received())
                .singleElement()
                .asString()
                .startsWith("POST /SynnexXML/PO\n")
                .contains(
                        "<Credential><UserID>buyer@example.com</UserID><Password>s3cret&amp;&lt;pass&gt;</Password></Credential>",
                        "<CustomerNumber>100042</CustomerNumber><PONumber>PO0010001</PONumber><DropShipFlag>N</DropShipFlag>",
                        "<BackOrderFlag>Y</BackOrderFlag><ShipComplete>N</ShipComplete>",
                        "<Shipment><ShipFromWarehouse>6</ShipFromWarehouse><ShipTo><AddressName1>Acme &amp; Sons</AddressName1>",
                        "<City>Reno</City><State>NV</State><ZipCode>89501</ZipCode><Country>US</Country></ShipTo>",
                        "<ShipToContact><ContactName>Ann</ContactName><EmailAddress>ann@example.com</EmailAddress></ShipToContact>",
                        "<ShipMethod><Code>FX</Code></ShipMethod></Shipment>",
                        "<Payment><BillTo code=\"100042\"></BillTo></Payment>",
                        "<Item lineNumber=\"1\"><SKU>108725</SKU><UnitPrice>7.47</UnitPrice><OrderQuantity>3</OrderQuantity></Item>",
                        "<Item lineNumber=\"2\"><SKU>108726</SKU><UnitPrice>0.00000001</UnitPrice>");
    }

    @Test
    void whatIsNotWantedIsNotMentioned() {
        submit(order(NO_CONTACT, "", "", ""));

        assertThat(server.received())
                .singleElement()
                .asString()
                .doesNotContain("ShipFromWarehouse", "ShipMethod", "ShipToContact", "Comment", "AddressName2");
    }

    @Test
    void aLongCommentIsSentInPiecesOfSixtyCharacters() {
        submit(order(RECIPIENT, "", "", "x".repeat(60) + "rest"));

        assertThat(server.received())
                .singleElement()
                .asString()
                .contains("<Comment>" + "x".repeat(60) + "</Comment><Comment>rest</Comment>");
    }

    @Test
    void whatNoDocumentMayHaveIsLeftOut() {
        submit(order(new Recipient("A\u0007cme\uFFFF", "", "1", "", "Reno", "NV", "1", "US", "", "", ""), "", "", ""));

        assertThat(server.received()).singleElement().asString().contains("<AddressName1>A cme </AddressName1>");
    }

    @Test
    void anAcceptedOrderNamesTheQueueAndTheNumberOfEachLine() {
        serve(order -> Answer.of(response(
                "accepted",
                item(1, "accepted", "<OrderNumber>16351210</OrderNumber><OrderType>SO</OrderType>")
                        + item(2, "ACCEPTED", "<OrderNumber>16351211</OrderNumber><OrderType>BO</OrderType>"))));

        assertThat(submit())
                .isEqualTo(new Receipt(
                        OrderCode.ACCEPTED,
                        false,
                        "",
                        List.of(
                                new Row(1, OrderCode.ACCEPTED, OrderType.SALES_ORDER, "16351210", ""),
                                new Row(2, OrderCode.ACCEPTED, OrderType.BACK_ORDER, "16351211", ""))));
    }

    @Test
    void anOrderThatAPersonHasToReleaseIsAQuotation() {
        serve(order -> Answer.of(accepted("<OrderType>99</OrderType>"
                + "<SynnexInternalReference>POLINEQC,A-SALESPND---PRICEVAR,A-SALESPND</SynnexInternalReference>")));

        assertThat(submit().rows()).extracting(Row::type).containsOnly(OrderType.QUOTATION);
    }

    @Test
    void anAcceptedOrderCanHaveARejectedLine() {
        serve(order -> Answer.of(
                response("accepted", item(1, "accepted", "") + item(2, "rejected", "<Reason>Invalid SKU</Reason>"))));

        assertThat(submit().rows()).contains(new Row(2, OrderCode.REJECTED, OrderType.OTHER, "", "Invalid SKU"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "<SynnexInternalReference>DUPREJECT,R-PODUPE---DUPPOKILL,R-PODUPE</SynnexInternalReference>",
                "<Reason>This PO# already exists in our system for your account.</Reason>",
                "<Reason>DUPPLICATED INSERT.. </Reason>"
            })
    void aNumberThatTdSynnexHasIsADuplicate(String said) {
        serve(order -> Answer.of(response("rejected", item(1, "rejected", said))));

        assertThat(submit().duplicate()).isTrue();
    }

    @Test
    void anOrderThatIsRejectedAsAWholeNeedsNoLines() {
        serve(order -> Answer.of(response("rejected", "", "<Reason>Account on hold</Reason>")));

        assertThat(submit()).isEqualTo(new Receipt(OrderCode.REJECTED, false, "Account on hold", List.of()));
    }

    @ParameterizedTest
    @CsvSource({
        "IP Address Invalid, UnknownAddress, true, true",
        "IP Address has not been Validated, UnknownAddress, true, true",
        "Client.IncompleteXML, Rejected, true, true",
        "XML Content is Incomplete, Rejected, true, true",
        "user login failed, Unauthorized, true, true",
        "Not authorized for this service, Forbidden, true, true",
        "Server.Timeout, Unavailable, false, false",
        "Server.DatabaseIssue, Unavailable, false, true",
        "Server.APIFault, Unavailable, false, true",
        "SYNNEX XML Server is not Available, Unavailable, false, true",
        "Something that nobody has described, Rejected, false, true"
    })
    void aRefusalUnderStatus200SaysWhoCanPutItRightAndWhetherTheOrderMayBeThere(
            String words, String kind, boolean nothingHappened, boolean answered) {
        serve(order -> Answer.of(refused(words, "")));

        assertThat(failure())
                .returns(kind, failure -> failure.getClass().getSimpleName())
                .returns(words, TdSynnexException::reason)
                .returns(nothingHappened, TdSynnexException::nothingHappened)
                .returns(answered, TdSynnexException::answered);
        assertThat(server.received()).hasSize(1);
    }

    @Test
    void aMissingPasswordIsAnIncompleteDocumentAndNoReasonToRenewIt() {
        serve(order -> Answer.of(
                refused("Client.IncompleteXML", "(1)Credential/Password: String value required (2)OrderRequest/City")));

        assertThat(failure()).isInstanceOf(TdSynnexException.Rejected.class);
    }

    @ParameterizedTest
    @CsvSource({
        "400, Rejected, true",
        "401, Unauthorized, true",
        "403, Forbidden, true",
        "404, Unintelligible, true",
        "429, Unavailable, true",
        "302, Unintelligible, false",
        "408, Unavailable, false",
        "500, Unavailable, false",
        "502, Unavailable, false",
        "503, Unavailable, false",
        "504, Unavailable, false"
    })
    void anotherStatusSaysItToo(int status, String kind, boolean nothingHappened) {
        serve(order -> new Answer(status, ""));

        assertThat(failure())
                .returns(kind, failure -> failure.getClass().getSimpleName())
                .returns(nothingHappened, TdSynnexException::nothingHappened);
        assertThat(server.received()).hasSize(1);
    }

    @Test
    void anOrderWhoseConnectionIsCutMayBeThereAndIsNotSentAgain() {
        serve(order -> Answer.CUT);

        assertMayBeThere();
    }

    @Test
    void anOrderThatIsNotAnsweredInTimeMayBeThereAndIsNotSentAgain() {
        serve(order -> Answer.SILENCE);

        assertMayBeThere();
    }

    private void assertMayBeThere() {
        assertThat(failure())
                .isInstanceOf(TdSynnexException.Unavailable.class)
                .returns(false, TdSynnexException::nothingHappened)
                .returns(false, TdSynnexException::answered);
        assertThat(server.received()).hasSize(1);
    }

    @Test
    void anOrderThatFindsNobodyListeningHasNotLeft() throws IOException {
        try (var taken = new ServerSocket(0)) {
            var nobody = URI.create("http://localhost:" + taken.getLocalPort());
            taken.close();

            var failure = catchThrowableOfType(TdSynnexException.class, () -> submit(nobody, order()));

            assertThat(failure)
                    .isInstanceOf(TdSynnexException.Unavailable.class)
                    .returns(true, TdSynnexException::nothingHappened);
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "<html><body>Sign in</body></html>",
                "<SynnexB2B>",
                "<SynnexB2B/>",
                "<SynnexB2B><OrderResponse/></SynnexB2B>",
                "<SynnexB2B><OrderResponse><Code>perhaps</Code></OrderResponse></SynnexB2B>",
                "<SynnexB2B><OrderResponse><Code>accepted</Code></OrderResponse></SynnexB2B>",
                "<SynnexB2B><OrderResponse><PONumber>PO2</PONumber><Code>rejected</Code></OrderResponse></SynnexB2B>",
                "<SynnexB2B><OrderResponse><Code>accepted</Code><Items><Item lineNumber='1'><Code>accepted</Code></Item></Items>"
                        + "</OrderResponse></SynnexB2B>",
                "<SynnexB2B><OrderResponse><Code>rejected</Code><Items><Item lineNumber='1'><Code>accepted</Code></Item></Items>"
                        + "</OrderResponse></SynnexB2B>",
                "<SynnexB2B><OrderResponse><Code>accepted</Code><Items><Item lineNumber='x'/></Items></OrderResponse></SynnexB2B>",
                "<!DOCTYPE a [<!ENTITY b 'x'>]><SynnexB2B><OrderResponse><Code>&b;</Code></OrderResponse></SynnexB2B>"
            })
    void anythingElseIsNoAnswerAndTheOrderMayBeThere(String body) {
        serve(order -> Answer.of(body));

        assertThat(failure())
                .isInstanceOf(TdSynnexException.Unintelligible.class)
                .returns(false, TdSynnexException::nothingHappened);
        assertThat(server.received()).hasSize(1);
    }

    @Test
    void nothingOfTheAccountIsInAnyMessage() {
        serve(order -> Answer.of(response(
                "rejected", "", "<Reason>100042: s3cret&amp;&lt;pass&gt; of buyer@example.com\nis wrong</Reason>")));

        assertThat(submit().reason()).isEqualTo("***: *** of *** is wrong");
    }

    private static Order order() {
        return order(RECIPIENT, "", "", "");
    }

    private static Order order(Recipient recipient, String method, String warehouse, String comment) {
        return new Order(
                "PO0010001",
                recipient,
                true,
                false,
                method,
                warehouse,
                comment,
                List.of(
                        new Item(1, "108725", new BigDecimal("7.47"), 3),
                        new Item(2, "108726", new BigDecimal("1E-8"), 1)));
    }

    private static String accepted(String more) {
        return response("accepted", item(1, "accepted", more) + item(2, "accepted", more));
    }

    private static String response(String code, String items) {
        return response(code, items, "<Reason/>");
    }

    private static String response(String code, String items, String reason) {
        return """
                <?xml version="1.0" encoding="UTF-8"?>
                <SynnexB2B>
                  <OrderResponse>
                    <CustomerNumber>100042</CustomerNumber><PONumber>PO0010001</PONumber><Code>%s</Code>%s
                    <ResponseDateTime>2026-01-05T15:01:08</ResponseDateTime>
                    <Items>%s</Items>
                  </OrderResponse>
                </SynnexB2B>""".formatted(code, reason, items);
    }

    private static String item(int line, String code, String more) {
        return "<Item lineNumber=\"%d\"><SKU>1</SKU><Code>%s</Code>%s<ShipFromWarehouse/></Item>"
                .formatted(line, code, more);
    }

    private static String refused(String message, String detail) {
        return "<SynnexB2B><OrderResponse><ErrorMessage>%s</ErrorMessage><ErrorDetail>%s</ErrorDetail></OrderResponse></SynnexB2B>"
                .formatted(message, detail);
    }

    private void serve(Function<String, Answer> answers) {
        server.close();
        server = new AnsweringServer(answers);
    }

    private TdSynnexException failure() {
        return catchThrowableOfType(TdSynnexException.class, this::submit);
    }

    private Receipt submit() {
        return submit(order());
    }

    private Receipt submit(Order order) {
        return submit(server.uri(), order);
    }

    private Receipt submit(URI instance, Order order) {
        return TestTdSynnex.local(server.vertx(), InstantSource.fixed(Instant.EPOCH), SHORT)
                .connect(instance, () -> Uni.createFrom().item(ACCOUNT))
                .purchaseOrders()
                .submit(order)
                .await()
                .atMost(Duration.ofSeconds(30));
    }
}
