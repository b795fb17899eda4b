package io.nowbridge.tdsynnex;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.nowbridge.tdsynnex.AnsweringServer.Answer;
import io.nowbridge.tdsynnex.Prices.Price;
import io.nowbridge.tdsynnex.Prices.State;
import io.smallrye.mutiny.Uni;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class XmlPricesTest {

    private static final Account ACCOUNT = new Account("100042", "feed@example.com", "s3cret&<pass>");
    private static final Pattern SKU = Pattern.compile("<synnexSKU>(\\d+)</synnexSKU>");

    private AnsweringServer server = answering(XmlPricesTest::priced);

    @AfterEach
    void stop() {
        server.close();
    }

    @Test
    void aProductIsAnsweredWithItsPriceAndStock() {
        answers("""
                <?xml version="1.0" encoding="UTF-8"?>
                <priceResponse>
                  <customerNo>100042</customerNo>
                  <PriceAvailabilityList>
                    <synnexSKU>1031808</synnexSKU><mfgPN>52107201</mfgPN><status>Active</status>
                    <price>27.12</price><totalQuantity>2</totalQuantity>
                    <AvailabilityByWarehouse><warehouseInfo><number>6</number></warehouseInfo><qty>0</qty></AvailabilityByWarehouse>
                    <lineNumber>1</lineNumber>
                  </PriceAvailabilityList>
                </priceResponse>""");

        var prices = ask(List.of("1031808"));

        assertThat(prices).containsExactly(new Price("1031808", State.ACTIVE, Optional.of(new BigDecimal("27.12")), 2));
    }

    @Test
    void theRequestNamesTheAccountAndEachProductInALineOfItsOwn() {
        ask(List.of("7", "8"));

        assertThat(server.received())
                .singleElement()
                .asString()
                .startsWith("POST /SynnexXML/PriceAvailability\n")
                .contains(
                        "<customerNo>100042</customerNo><userName>feed@example.com</userName>",
                        "<password>s3cret&amp;&lt;pass&gt;</password>",
                        "<skuList><synnexSKU>7</synnexSKU><lineNumber>1</lineNumber></skuList>",
                        "<skuList><synnexSKU>8</synnexSKU><lineNumber>2</lineNumber></skuList>");
    }

    @ParameterizedTest
    @CsvSource({
        "Active, ACTIVE",
        "DISCONTINUED, DISCONTINUED",
        "Not found, NOT_FOUND",
        "Not authorized, NOT_AUTHORIZED",
        "On the moon, OTHER"
    })
    void eachProductHasAStatusOfItsOwn(String written, State state) {
        answers("<priceResponse><PriceAvailabilityList><synnexSKU>1</synnexSKU><status>" + written
                + "</status></PriceAvailabilityList></priceResponse>");

        assertThat(ask(List.of("1"))).containsExactly(new Price("1", state, Optional.empty(), 0));
    }

    @Test
    void fiftyAreAskedForAtATimeAndNoMoreThanThreeTimesAtOnce() {
        var skus = IntStream.rangeClosed(1, 420).mapToObj(Integer::toString).toList();

        var prices = ask(skus);

        assertThat(prices).extracting(Price::sku).containsExactlyInAnyOrderElementsOf(skus);
        assertThat(server.received())
                .hasSize(9)
                .allMatch(request -> SKU.matcher(request).results().count() <= 50);
        assertThat(server.mostAtOnce()).isEqualTo(3);
    }

    @Test
    void answersForProductsThatNobodyAskedForAreLeftOut() {
        answers("""
                <priceResponse>
                  <PriceAvailabilityList><synnexSKU>1</synnexSKU><price>1</price></PriceAvailabilityList>
                  <PriceAvailabilityList><synnexSKU>99</synnexSKU><price>99</price></PriceAvailabilityList>
                  <PriceAvailabilityList><synnexSKU>1</synnexSKU><price>2</price></PriceAvailabilityList>
                </priceResponse>""");

        assertThat(ask(List.of("1"))).extracting(Price::price).containsExactly(Optional.of(BigDecimal.ONE));
    }

    @ParameterizedTest
    @CsvSource({
        "user login failed, Unauthorized",
        "IP Address Invalid, UnknownAddress",
        "IP Address has not been Validated, UnknownAddress",
        "User is Not Authorized for this service, Forbidden",
        "Server.Timeout, Unavailable",
        "SYNNEX XML Server is not Available, Unavailable",
        "Client.IncompleteXML, Rejected"
    })
    void aRefusalUnderStatus200SaysWhoCanPutItRight(String words, String kind) {
        answers("<priceResponse><errorMessage>" + words
                + "</errorMessage><errorDetail>(1)why</errorDetail></priceResponse>");

        var failure = failure();

        assertThat(failure.getClass().getSimpleName()).isEqualTo(kind);
        assertThat(failure.reason()).isEqualTo(words + ": (1)why");
    }

    @ParameterizedTest
    @CsvSource({"401, Unauthorized", "403, Forbidden", "400, Rejected", "404, Unintelligible", "503, Unavailable"})
    void anotherStatusSaysItToo(int status, String kind) {
        serve(request -> new Answer(status, ""));

        assertThat(failure().getClass().getSimpleName()).isEqualTo(kind);
    }

    @Test
    void nothingOfTheAccountIsInAnyMessage() {
        answers(
                "<x><errorMessage>login of feed@example.com (100042) with s3cret&amp;&lt;pass&gt; failed</errorMessage></x>");

        var failure = failure();

        assertThat(failure.reason()).isEqualTo("login of *** (***) with *** failed");
        assertThat(failure.getMessage() + ACCOUNT).doesNotContain("feed@example.com", "100042", "s3cret");
    }

    @Test
    void whatPassesIsAskedForAgain() {
        var calls = new AtomicInteger();
        serve(request -> calls.incrementAndGet() < 3 ? new Answer(503, "") : priced(request));

        assertThat(ask(List.of("1"))).hasSize(1);
        assertThat(calls).hasValue(3);
    }

    @Test
    void aLoginThatIsRefusedIsNotTriedAgain() {
        answers("<x><errorMessage>user login failed</errorMessage></x>");

        failure();

        assertThat(server.received()).hasSize(1);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "<html><body>Sign in</body></html>",
                "{}",
                "<priceResponse>",
                "<priceResponse><PriceAvailabilityList><synnexSKU>1</synnexSKU><price>much</price></PriceAvailabilityList></priceResponse>",
                "<!DOCTYPE a [<!ENTITY b SYSTEM 'file:///etc/passwd'>]><priceResponse>&b;</priceResponse>",
                "<!DOCTYPE priceResponse SYSTEM 'http://localhost/x.dtd'><priceResponse/>",
                "<!DOCTYPE a [<!ENTITY b 'x'><!ENTITY c '&b;&b;'>]><priceResponse>&c;</priceResponse>",
                "<priceResponse>&b;</priceResponse>"
            })
    void anythingElseIsNoAnswer(String body) {
        answers(body);

        assertThat(failure()).isInstanceOf(TdSynnexException.Unintelligible.class);
    }

    @ParameterizedTest
    @ValueSource(strings = {"1E999999999", "9e9", "123456789012345678901"})
    void aPriceOfABillionDigitsIsNoAnswer(String price) {
        answers("<priceResponse><PriceAvailabilityList><synnexSKU>1</synnexSKU><price>" + price
                + "</price></PriceAvailabilityList></priceResponse>");

        assertThat(failure()).isInstanceOf(TdSynnexException.Unintelligible.class);
    }

    @Test
    void aRefusalIsToldInOneLine() {
        answers("<x><errorMessage>login\r\n2026-01-05 INFO all is well&#10;failed</errorMessage></x>");

        assertThat(failure().reason()).isEqualTo("login 2026-01-05 INFO all is well failed");
    }

    @Test
    void elementsInElementsWithoutEndAreNoAnswer() {
        answers("<a>".repeat(100_000));

        assertThat(failure()).isInstanceOf(TdSynnexException.Unintelligible.class);
    }

    @Test
    void anAccountThatIsGoneIsTheAdministratorsBusiness() {
        var client = TestTdSynnex.local(server.vertx(), InstantSource.fixed(Instant.EPOCH))
                .connect(
                        server.uri(),
                        () -> Uni.createFrom().failure(new IllegalArgumentException("it has been disconnected")));

        assertThatExceptionOfType(TdSynnexException.Unauthorized.class)
                .isThrownBy(() -> client.prices().of(List.of("1")).await().atMost(Duration.ofSeconds(30)))
                .withMessage("The account cannot be used: it has been disconnected");
        assertThat(server.received()).isEmpty();
    }

    private void answers(String body) {
        serve(request -> new Answer(200, body));
    }

    private void serve(Function<String, Answer> answers) {
        server.close();
        server = answering(answers);
    }

    private static AnsweringServer answering(Function<String, Answer> answers) {
        return new AnsweringServer(answers);
    }

    private static Answer priced(String request) {
        var products = SKU.matcher(request)
                .results()
                .map(sku -> "<PriceAvailabilityList><synnexSKU>" + sku.group(1)
                        + "</synnexSKU><status>Active</status><price>1</price></PriceAvailabilityList>")
                .collect(Collectors.joining());
        return new Answer(200, "<priceResponse>" + products + "</priceResponse>");
    }

    private TdSynnexException failure() {
        return catchThrowableOfType(TdSynnexException.class, () -> ask(List.of("1")));
    }

    private List<Price> ask(List<String> skus) {
        return TestTdSynnex.local(server.vertx(), InstantSource.fixed(Instant.EPOCH))
                .connect(server.uri(), () -> Uni.createFrom().item(ACCOUNT))
                .prices()
                .of(skus)
                .await()
                .atMost(Duration.ofSeconds(30));
    }
}
