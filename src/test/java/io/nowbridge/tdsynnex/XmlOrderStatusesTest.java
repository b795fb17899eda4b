package io.nowbridge.tdsynnex;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.assertj.core.groups.Tuple.tuple;

import io.nowbridge.tdsynnex.AnsweringServer.Answer;
import io.nowbridge.tdsynnex.OrderStatuses.OrderStatus;
import io.nowbridge.tdsynnex.OrderStatuses.Parcel;
import io.nowbridge.tdsynnex.OrderStatuses.Row;
import io.smallrye.mutiny.Uni;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class XmlOrderStatusesTest {

    private static final Account ACCOUNT = new Account("100042", "buyer@example.com", "s3cret");

    private AnsweringServer server = new AnsweringServer(question -> Answer.of(response("notFound", "")));

    @AfterEach
    void stop() {
        server.close();
    }

    @Test
    void theQuestionNamesTheAccountTheOrderAndTheVersion() {
        ask();

        assertThat(server.received())
                .singleElement()
                .asString()
                .startsWith("POST /SynnexXML/POStatus\n")
                .contains(
                        "<SynnexB2B version=\"2.4\"><Credential><UserID>buyer@example.com</UserID>",
                        "<OrderStatusRequest><CustomerNumber>100042</CustomerNumber><PONumber>PO0010001</PONumber>");
    }

    @ParameterizedTest
    @ValueSource(strings = {"notFound", "NOTFOUND", "not found", "NOT_FOUND"})
    void anOrderThatIsNotThereIsNone(String code) {
        serve(question -> Answer.of(response(code, "")));

        assertThat(ask()).isEmpty();
    }

    @Test
    void aShippedLineIsReadWithAllThatIsSaidOfIt() {
        serve(question -> Answer.of(response("shipped", """
                <Item lineNumber="1">
                  <Code>shipped</Code><ShipDatetime>2026-01-18T16:20:16</ShipDatetime>
                  <OrderNumber>99999999</OrderNumber><OrderType>SO</OrderType><OrderQuantity>3</OrderQuantity>
                  <UnitPrice>510.0</UnitPrice><SKU>3396979</SKU><MfgPN>X</MfgPN><ProductName>A printer</ProductName>
                  <ShipQuantity>3</ShipQuantity><ShipFromWarehouse>6</ShipFromWarehouse><ShipFromCity/><ShipFromZip/>
                  <ShipMethod>FP</ShipMethod><ShipMethodDescription>FedEx Priority Overnight</ShipMethodDescription><ETADate/>
                  <Freight>0.00</Freight><vendorOrderNumber>V1</vendorOrderNumber>
                  <Packages>
                    <Package><TrackingNumber>1Z1</TrackingNumber><Weight>26.66</Weight><ShipItemQuantity>2</ShipItemQuantity>
                      <SerialNo>S1</SerialNo><SerialNo>S2</SerialNo><imei>1</imei></Package>
                    <Package><TrackingNumber>1Z2</TrackingNumber><ShipItemQuantity>1</ShipItemQuantity><SerialNo/></Package>
                  </Packages>
                </Item>""")));

        assertThat(ask().map(OrderStatus::rows))
                .contains(List.of(new Row(
                        1,
                        OrderCode.SHIPPED,
                        OrderType.SALES_ORDER,
                        "",
                        "99999999",
                        "3396979",
                        3,
                        3,
                        Optional.of(new BigDecimal("510.0")),
                        "6",
                        "FedEx Priority Overnight",
                        Optional.of(LocalDateTime.parse("2026-01-18T16:20:16")),
                        Optional.empty(),
                        List.of(
                                new Parcel("1Z1", Optional.of(2L), List.of("S1", "S2")),
                                new Parcel("1Z2", Optional.of(1L), List.of())))));
    }

    @Test
    void aLineThatComesFromTwoWarehousesHasTwoRows() {
        serve(question -> Answer.of(response("accepted", row("shipped", "") + row("accepted", ""))));

        assertThat(rows())
                .extracting(Row::lineNumber, Row::code)
                .containsExactly(tuple(1, OrderCode.SHIPPED), tuple(1, OrderCode.ACCEPTED));
    }

    @ParameterizedTest
    @CsvSource({"shipped, 5", "invoiced, 5", "accepted, 0", "deleted, 0"})
    void aRowThatDoesNotSayHowManyHaveLeftIsTakenAtItsWord(String code, long shipped) {
        serve(question -> Answer.of(response(code, row(code, "<OrderQuantity>5</OrderQuantity><ShipQuantity/>"))));

        assertThat(rows()).extracting(Row::shipped).containsExactly(shipped);
    }

    @ParameterizedTest
    @CsvSource({"SO, SALES_ORDER", "bo, BACK_ORDER", "QO, QUOTATION", "99, QUOTATION", "ZZ, OTHER", "'', OTHER"})
    void anOrderTypeIsAQueue(String written, OrderType type) {
        serve(question -> Answer.of(response("accepted", row("accepted", "<OrderType>" + written + "</OrderType>"))));

        assertThat(rows()).extracting(Row::type).containsExactly(type);
    }

    @ParameterizedTest
    @CsvSource({
        "<ETADate>2026-02-03</ETADate>, 2026-02-03",
        "<ETADate/><EstimatedDeliveryDate>2026-02-04T00:00:00</EstimatedDeliveryDate>, 2026-02-04",
        "<EstimatedShipDate>20260205</EstimatedShipDate>, 2026-02-05",
        "<ETADate>soon</ETADate>, ",
        "<ETADate>2026-02-31</ETADate>, ",
        "<ETADate/>, "
    })
    void aDayIsReadWhereThereIsOne(String said, LocalDate day) {
        serve(question -> Answer.of(response("accepted", row("accepted", said))));

        assertThat(rows()).extracting(Row::expected).containsExactly(Optional.ofNullable(day));
    }

    @Test
    void whatIsSaidOfTheOrderGoesForEachLineThatIsNotThere() {
        serve(question -> Answer.of(response(
                "rejected",
                row("rejected", "") + row("deleted", "<Reason>Out of print</Reason>") + row("accepted", ""),
                "<Reason>Account on hold</Reason>")));

        assertThat(rows()).extracting(Row::reason).containsExactly("Account on hold", "Out of print", "");
    }

    @Test
    void whatPassesIsAskedForAgain() {
        var calls = new AtomicInteger();
        serve(question -> switch (calls.incrementAndGet()) {
            case 1 -> Answer.of(refused("Server.Timeout"));
            case 2 -> Answer.CUT;
            default -> Answer.of(response("accepted", row("accepted", "")));
        });

        assertThat(rows()).hasSize(1);
        assertThat(calls).hasValue(3);
    }

    @ParameterizedTest
    @CsvSource({
        "IP Address Invalid, UnknownAddress",
        "user login failed, Unauthorized",
        "User is Not Authorized, Forbidden",
        "Client.IncompleteXML, Rejected",
        "Server.DatabaseIssue, Unavailable",
        "Server.APIFault, Unavailable",
        "Something else, Rejected"
    })
    void aRefusalSaysWhoCanPutItRightAndHasDoneNothing(String words, String kind) {
        serve(question -> Answer.of(refused(words)));

        assertThat(catchThrowableOfType(TdSynnexException.class, this::ask))
                .returns(kind, failure -> failure.getClass().getSimpleName())
                .returns(true, TdSynnexException::nothingHappened);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "<OrderQuantity>-1</OrderQuantity>",
                "<OrderQuantity>1.5</OrderQuantity>",
                "<OrderQuantity>12345678901</OrderQuantity>",
                "<ShipQuantity>many</ShipQuantity>",
                "<UnitPrice>1E9</UnitPrice>"
            })
    void aNumberThatIsNoneIsNoAnswer(String said) {
        serve(question -> Answer.of(response("accepted", row("accepted", said))));

        assertThat(catchThrowableOfType(TdSynnexException.class, this::ask))
                .isInstanceOf(TdSynnexException.Unintelligible.class);
    }

    private static String response(String code, String items) {
        return response(code, items, "<Reason/>");
    }

    private static String response(String code, String items, String reason) {
        return """
                <SynnexB2B version="2.4"><OrderStatusResponse>
                  <CustomerNumber>100042</CustomerNumber><PONumber>PO0010001</PONumber><Code>%s</Code>%s
                  <Items>%s</Items><ResponseElapsedTime>0.198s</ResponseElapsedTime>
                </OrderStatusResponse></SynnexB2B>""".formatted(code, reason, items);
    }

    private static String row(String code, String more) {
        return "<Item lineNumber=\"1\"><Code>%s</Code>%s<Packages/></Item>".formatted(code, more);
    }

    private static String refused(String words) {
        return "<SynnexB2B><OrderStatusResponse><ErrorMessage>" + words
                + "</ErrorMessage><ErrorDetail/></OrderStatusResponse></SynnexB2B>";
    }

    private void serve(Function<String, Answer> answers) {
        server.close();
        server = new AnsweringServer(answers);
    }

    private List<Row> rows() {
        return ask().orElseThrow().rows();
    }

    private Optional<OrderStatus> ask() {
        return TestTdSynnex.local(server.vertx(), InstantSource.fixed(Instant.EPOCH))
                .connect(server.uri(), () -> Uni.createFrom().item(ACCOUNT))
                .orderStatuses()
                .of("PO0010001")
                .await()
                .atMost(Duration.ofSeconds(30));
    }
}
