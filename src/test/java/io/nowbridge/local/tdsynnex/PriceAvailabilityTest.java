package io.nowbridge.local.tdsynnex;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PriceAvailabilityTest {

    private static final String WHO =
            "<customerNo>100042</customerNo><userName>feed@example.com</userName><password>tdsynnex-local</password>";

    @RegisterExtension
    final RunningDistributor distributor = new RunningDistributor();

    @Test
    void pricesAndStockAreThoseOfTheFileOfTheDay() {
        distributor.catalogue("{'day': 4}");
        var rows = distributor.rows("u100042").subList(1, 51);

        var answer = distributor.ask(
                request(rows.stream().map(row -> line("synnexSKU", row.get(4))).collect(Collectors.joining())));

        assertThat(all(answer, "synnexSKU"))
                .isEqualTo(rows.stream().map(row -> row.get(4)).toList());
        assertThat(all(answer, "price"))
                .isEqualTo(rows.stream().map(row -> row.get(12)).toList());
        assertThat(all(answer, "totalQuantity"))
                .isEqualTo(rows.stream().map(row -> row.get(9)).toList());
    }

    @Test
    void onePartNumberIsAnsweredForEachOfItsSkus() {
        var rows = distributor.rows("u100042");
        var second = rows.stream()
                .filter(row -> row.size() == 70 && row.get(37).startsWith("Y", 1))
                .findFirst()
                .orElseThrow();
        var skus = rows.stream()
                .filter(row -> row.get(2).equals(second.get(2)))
                .map(row -> row.get(4))
                .toList();

        var answer = distributor.ask(request(line("mfgPN", second.get(2))));

        assertThat(skus).hasSize(2);
        assertThat(all(answer, "synnexSKU")).isEqualTo(skus);
        assertThat(all(answer, "lineNumber")).containsExactly("1", "1");
    }

    @Test
    void whatEndedIsDiscontinuedEvenAfterTheFileHasForgottenIt() {
        distributor.catalogue("{'day': 3}");
        var ended = distributor.rows("u100042").stream()
                .filter(row -> row.size() == 70 && row.get(5).equals("D"))
                .map(row -> row.get(4))
                .findFirst()
                .orElseThrow();

        var listed = distributor.ask(request(line("synnexSKU", ended)));
        distributor.catalogue("{'day': 9}");
        var gone = distributor.ask(request(line("synnexSKU", ended)));

        assertThat(all(listed, "status")).containsExactly("Discontinued");
        assertThat(all(gone, "status")).containsExactly("Discontinued");
        assertThat(distributor.rows("u100042")).noneMatch(row -> row.contains(ended));
    }

    @Test
    void anUnknownSkuAndAPartNumberThatNobodyHasAreNotFound() {
        var answer = distributor.ask(request(line("synnexSKU", "12") + line("mfgPN", "NOPE-1")));

        assertThat(all(answer, "status")).containsExactly("Not found", "Not found");
        assertThat(all(answer, "synnexSKU")).containsExactly("0", "0");
    }

    @Test
    void someProductsAreNotForThisAccount() {
        var answer = distributor.ask(request(line("synnexSKU", "900001")));

        assertThat(all(answer, "status")).containsExactly("Not authorized");
        assertThat(all(answer, "price")).isEmpty();
    }

    @Test
    void onlyTheWarehousesAskedForAreSpokenOf() {
        var sku = distributor.rows("u100042").get(1).get(4);

        var answer = distributor.ask(request("<skuList><synnexSKU>" + sku
                + "</synnexSKU><lineNumber>1</lineNumber><requestWarehouse>3,12</requestWarehouse></skuList>"));

        assertThat(all(answer, "number")).containsExactly("3", "12");
    }

    @Test
    void arrivalsAreSaidFromTheirVersionOn() {
        var soldOut = distributor.rows("u100042").stream()
                .filter(row -> row.size() == 70 && !row.get(38).isEmpty())
                .findFirst()
                .orElseThrow();

        var older = distributor.ask(request(line("synnexSKU", soldOut.get(4))).replace("2.8", "2.1"));
        var newer = distributor.ask(request(line("synnexSKU", soldOut.get(4))));

        assertThat(all(older, "estimatedArrivalDate")).isEmpty();
        assertThat(all(newer, "estimatedArrivalDate")).contains(soldOut.get(38));
        assertThat(all(newer, "onOrderQuantity")).startsWith("50", "0");
    }

    @Test
    void aWrongPasswordIsSaidInTheBodyOfA200() {
        var answer = distributor.call(
                "POST",
                "/SynnexXML/PriceAvailability",
                request(line("synnexSKU", "1")).replace("tdsynnex-local", "guess"));

        assertThat(answer.status()).isEqualTo(200);
        assertThat(all(answer.text(), "errorMessage")).containsExactly("user login failed");
    }

    @Test
    void whatIsMissingIsNumbered() {
        var answer = distributor.ask("<priceRequest><customerNo>100042</customerNo><skuList/></priceRequest>");

        assertThat(all(answer, "errorMessage")).containsExactly("Client.IncompleteXML");
        assertThat(all(answer, "errorDetail")).first().asString().contains("(1)priceRequest/userName", "(3)skuList/");
    }

    @Test
    void aLimitHoldsOnceItIsSet() {
        distributor.catalogue("{'mostSkus': 50}");

        var most = distributor.ask(request(lines(50)));
        var more = distributor.ask(request(lines(51)));

        assertThat(all(most, "status")).hasSize(50);
        assertThat(all(more, "errorMessage")).containsExactly("Client.InvalidRequest");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "<!DOCTYPE a [<!ENTITY x SYSTEM \"file:///etc/passwd\">]><priceRequest><customerNo>&x;</customerNo></priceRequest>",
                "<!DOCTYPE a [<!ENTITY b \"ha\"><!ENTITY c \"&b;&b;&b;&b;\">]><priceRequest>&c;</priceRequest>",
                "<!DOCTYPE priceRequest SYSTEM \"http://127.0.0.1:1/x.dtd\"><priceRequest/>",
                "<priceRequest>&unknown;</priceRequest>",
                "<priceRequest><customerNo>",
                "<priceRequest/><priceRequest/>",
                "not XML at all",
                ""
            })
    void hostileAndBrokenDocumentsAreRefused(String document) {
        var answer = distributor.ask(document);

        assertThat(all(answer, "errorMessage")).containsExactly("Client.IncompleteXML");
        assertThat(all(answer, "errorDetail"))
                .first()
                .asString()
                .startsWith("The XML cannot be read")
                .doesNotContain("root:");
    }

    @Test
    void anEndlessNestIsRefused() {
        var answer = distributor.ask("<a>".repeat(100_000));

        assertThat(all(answer, "errorDetail")).first().asString().contains("levels deep");
    }

    @Test
    void thePasswordIsNotShownAmongTheRequests() {
        distributor.ask(request(line("synnexSKU", "1")));

        var requests = distributor.call("GET", "/__requests", "").text();

        assertThat(requests).contains("feed@example.com").doesNotContain("tdsynnex-local");
    }

    private static String lines(int count) {
        return IntStream.range(0, count).mapToObj(i -> line("synnexSKU", "1")).collect(Collectors.joining());
    }

    private static String line(String by, String value) {
        return "<skuList><%1$s>%2$s</%1$s><lineNumber>1</lineNumber></skuList>".formatted(by, value);
    }

    private static String request(String lines) {
        return "<?xml version=\"1.0\" encoding=\"UTF-8\"?><priceRequest version=\"2.8\">" + WHO + lines
                + "</priceRequest>";
    }

    private static List<String> all(String xml, String element) {
        return Pattern.compile("<%1$s>([^<]*)</%1$s>".formatted(element))
                .matcher(xml)
                .results()
                .map(found -> found.group(1))
                .toList();
    }
}
