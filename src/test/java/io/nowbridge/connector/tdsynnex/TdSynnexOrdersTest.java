package io.nowbridge.connector.tdsynnex;

import static io.nowbridge.connection.ConnectionFixtures.connection;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.nowbridge.activity.WhoCanFix;
import io.nowbridge.connection.ConnectedSystemException;
import io.nowbridge.connection.SystemType;
import io.nowbridge.order.Distributor.Placement;
import io.nowbridge.order.Distributor.Placement.Duplicate;
import io.nowbridge.order.Distributor.Placement.Line;
import io.nowbridge.order.Distributor.Placement.Refused;
import io.nowbridge.order.Distributor.Placement.Taken;
import io.nowbridge.order.Distributor.Request;
import io.nowbridge.order.Distributor.Terms;
import io.nowbridge.order.PurchaseOrder.ShipTo;
import io.nowbridge.order.Status;
import io.nowbridge.tdsynnex.Account;
import io.nowbridge.tdsynnex.AnsweringServer;
import io.nowbridge.tdsynnex.AnsweringServer.Answer;
import io.nowbridge.tdsynnex.TestTdSynnex;
import io.smallrye.mutiny.Uni;
import java.math.BigDecimal;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TdSynnexOrdersTest {

    private static final Duration PATIENCE = Duration.ofSeconds(30);
    private static final Account ACCOUNT = new Account("100042", "buyer", "s3cret");
    private static final Request REQUEST = new Request(
            "NB-PO0010001",
            new ShipTo("Acme", "", "1 Main Street", "", "Reno", "NV", "89501", "US", "Ann", "", ""),
            false,
            true,
            "FX",
            "6",
            "",
            List.of(
                    new Request.Item(1, "11", 3, new BigDecimal("7.47")),
                    new Request.Item(2, "12", 1, new BigDecimal("9.99"))));

    private Answer answer = Answer.CUT;
    private final AnsweringServer server = new AnsweringServer(order -> answer);

    @AfterEach
    void stop() {
        server.close();
    }

    @ParameterizedTest
    @CsvSource({"US, USD, 0.01", "CA, CAD, 0.02"})
    void eachCountryHasTermsOfItsOwn(String region, String currency, BigDecimal tolerance) {
        var terms = orders(region, server.uri()).terms();

        assertThat(terms)
                .returns(region, Terms::country)
                .returns(currency, Terms::currency)
                .returns(tolerance, Terms::tolerance);
        assertThat(terms.lengths()).containsEntry("number", 20).containsEntry("city", 20);
    }

    @Test
    void everyTextOfAnAddressHasALength() {
        var texts = Arrays.stream(ShipTo.class.getRecordComponents())
                .map(component -> component.getName())
                .toList();

        assertThat(orders("US", server.uri()).terms().lengths()).containsKeys(texts.toArray(String[]::new));
    }

    @Test
    void anAccountIsTheSameOverEveryConnectionAndDoesNotGiveItsNumberAway() {
        var account = account("US", URI.create("https://ec.us.tdsynnex.com"), ACCOUNT);

        assertThat(account)
                .isEqualTo(account("US", server.uri(), new Account("100042", "somebody else", "renewed")))
                .doesNotContain("100042");
    }

    @Test
    void accountsOfOtherNumbersCountriesAndSystemsAreOthers() {
        var prod = URI.create("https://ec.us.tdsynnex.com");

        assertThat(List.of(
                        account("US", prod, ACCOUNT),
                        account("US", prod, new Account("100043", "buyer", "s3cret")),
                        account("CA", prod, ACCOUNT),
                        account("US", URI.create("https://testec.us.tdsynnex.com"), ACCOUNT)))
                .doesNotHaveDuplicates();
    }

    @Test
    void anOrderIsSentAsItIsToBe() {
        answer = response("rejected", "");

        place();

        assertThat(server.received())
                .singleElement()
                .asString()
                .contains(
                        "<PONumber>NB-PO0010001</PONumber>",
                        "<BackOrderFlag>N</BackOrderFlag><ShipComplete>Y</ShipComplete>",
                        "<ShipFromWarehouse>6</ShipFromWarehouse>",
                        "<AddressLine1>1 Main Street</AddressLine1>",
                        "<Code>FX</Code>",
                        "<Item lineNumber=\"2\"><SKU>12</SKU><UnitPrice>9.99</UnitPrice><OrderQuantity>1</OrderQuantity>");
    }

    @ParameterizedTest
    @CsvSource({
        "accepted, SO, ACCEPTED",
        "accepted, '', ACCEPTED",
        "accepted, BO, BACKORDERED",
        "accepted, 99, IN_REVIEW",
        "rejected, 99, REJECTED",
        "deleted, SO, DELETED"
    })
    void aLineStandsAsItsCodeAndItsQueueSay(String code, String type, Status status) {
        answer = response("accepted", item(1, code, type, "55", "") + item(2, "accepted", "SO", "56", ""));

        assertThat(place())
                .isInstanceOfSatisfying(
                        Taken.class,
                        taken -> assertThat(taken.lines().getFirst().status()).isEqualTo(status));
    }

    @Test
    void aLineThatWarehousesShareIsToldOnceAndByWhatKeepsIt() {
        answer = response(
                "accepted",
                item(1, "accepted", "SO", "55", "")
                        + item(1, "accepted", "BO", "56", "")
                        + item(2, "rejected", "", "", "Invalid SKU"));

        assertThat(place())
                .isEqualTo(new Taken(List.of(
                        new Line(1, Status.BACKORDERED, "55, 56", ""),
                        new Line(2, Status.REJECTED, "", "Invalid SKU"))));
    }

    @Test
    void anOrderOfWhichNothingIsTakenIsRefusedInAllItsWords() {
        answer = response(
                "accepted", item(1, "rejected", "", "", "Invalid SKU") + item(2, "rejected", "", "", "Not authorized"));

        assertThat(place()).isEqualTo(new Refused("Invalid SKU Not authorized"));
    }

    @Test
    void aNumberThatIsThereIsADuplicate() {
        answer = response("rejected", item(1, "rejected", "99", "19236858", "This PO# already exists in our system"));

        assertThat(place()).isEqualTo(new Duplicate("This PO# already exists in our system"));
    }

    @ParameterizedTest
    @CsvSource({
        "IP Address Invalid, ADMINISTRATOR, Elastic IP",
        "IP Address has not been Validated, ADMINISTRATOR, Elastic IP",
        "user login failed, ADMINISTRATOR, every 3 months",
        "Not authorized, ADMINISTRATOR, enable XML",
        "Client.IncompleteXML, CALLER, TD SYNNEX's own",
        "XML Content is Incomplete, CALLER, TD SYNNEX's own"
    })
    void whatWasRefusedBeforeItWasCarriedOutHasNotHappened(String words, WhoCanFix who, String fix) {
        answer = refused(words);

        assertThat(failure())
                .returns("Submitting an order was refused: " + words, Throwable::getMessage)
                .returns(true, ConnectedSystemException::nothingHappened)
                .returns(who, WhoCanFix::of)
                .satisfies(failure -> assertThat(failure.remedy()).contains(fix));
    }

    @ParameterizedTest
    @CsvSource({
        "Server.Timeout, false",
        "Server.DatabaseIssue, true",
        "Server.APIFault, true",
        "SYNNEX XML Server is not Available, true"
    })
    void whatMayHaveHappenedIsNobodysBusinessBeforeTheStatusWasAsked(String words, boolean answered) {
        answer = refused(words);

        assertThat(failure())
                .returns(false, ConnectedSystemException::nothingHappened)
                .returns(answered, ConnectedSystemException::answered)
                .returns(WhoCanFix.NOBODY, WhoCanFix::of)
                .satisfies(failure -> assertThat(failure.remedy()).contains("not sent again before"));
    }

    @Test
    void anAnswerThatNeverComesMayHaveHappened() {
        answer = Answer.CUT;

        assertThat(failure())
                .isInstanceOf(ConnectedSystemException.Unavailable.class)
                .returns(false, ConnectedSystemException::nothingHappened)
                .returns(false, ConnectedSystemException::answered);
    }

    @Test
    void aStatusThatCannotBeAskedIsToldAsThat() {
        answer = refused("Server.DatabaseIssue");

        assertThat(failure(() -> orders("US", server.uri()).standing("PO1")))
                .isInstanceOf(ConnectedSystemException.Unavailable.class)
                .returns(true, ConnectedSystemException::nothingHappened);
    }

    @Test
    void anAccountThatIsGoneIsTheAdministratorsBusiness() {
        var gone = new TdSynnexOrders(
                connection("supplier", SystemType.TDSYNNEX, server.uri(), Map.of()),
                TestTdSynnex.local(server.vertx(), InstantSource.fixed(Instant.EPOCH))
                        .connect(
                                server.uri(),
                                () -> Uni.createFrom().failure(new IllegalArgumentException("it was disconnected"))),
                InstantSource.fixed(Instant.EPOCH));

        assertThat(failure(gone::account)).isInstanceOf(ConnectedSystemException.Unauthorized.class);
    }

    private static Answer response(String code, String items) {
        return Answer.of("""
                <SynnexB2B><OrderResponse>
                  <PONumber>NB-PO0010001</PONumber><Code>%s</Code><Items>%s</Items>
                </OrderResponse></SynnexB2B>""".formatted(code, items));
    }

    private static String item(int line, String code, String type, String number, String reason) {
        var fields = Map.of("Code", code, "OrderType", type, "OrderNumber", number, "Reason", reason);
        return fields.entrySet().stream()
                .map(field -> "<%1$s>%2$s</%1$s>".formatted(field.getKey(), field.getValue()))
                .collect(Collectors.joining("", "<Item lineNumber=\"" + line + "\">", "</Item>"));
    }

    private static Answer refused(String words) {
        return Answer.of(
                "<SynnexB2B><OrderResponse><ErrorMessage>" + words + "</ErrorMessage></OrderResponse></SynnexB2B>");
    }

    private Placement place() {
        return orders("US", server.uri()).place(REQUEST).await().atMost(PATIENCE);
    }

    private ConnectedSystemException failure() {
        return failure(() -> orders("US", server.uri()).place(REQUEST));
    }

    private static ConnectedSystemException failure(Supplier<Uni<?>> call) {
        return catchThrowableOfType(
                ConnectedSystemException.class, () -> call.get().await().atMost(PATIENCE));
    }

    private String account(String region, URI instance, Account account) {
        return orders(region, instance, account)
                .account()
                .await()
                .atMost(PATIENCE)
                .value();
    }

    private TdSynnexOrders orders(String region, URI instance) {
        return orders(region, instance, ACCOUNT);
    }

    private TdSynnexOrders orders(String region, URI instance, Account account) {
        var clock = InstantSource.fixed(Instant.EPOCH);
        return new TdSynnexOrders(
                connection("supplier", SystemType.TDSYNNEX, instance, Map.of("region", region)),
                TestTdSynnex.local(server.vertx(), clock)
                        .connect(instance, () -> Uni.createFrom().item(account)),
                clock);
    }
}
