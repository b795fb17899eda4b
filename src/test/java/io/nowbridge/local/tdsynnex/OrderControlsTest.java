package io.nowbridge.local.tdsynnex;

import static io.nowbridge.local.tdsynnex.OrderDocuments.item;
import static io.nowbridge.local.tdsynnex.OrderDocuments.order;
import static org.assertj.core.api.Assertions.assertThat;

import io.nowbridge.local.tdsynnex.OrderDocuments.Product;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class OrderControlsTest {

    @RegisterExtension
    final RunningDistributor distributor = new RunningDistributor();

    @Test
    void theSameThingsHappenToTheSameNumber() {
        place(distributor, "PO1");
        advanceToTheEnd();
        var first = distributor.order("PO1");
        distributor.call("POST", "/__reset", "");

        place(distributor, "PO1");
        advanceToTheEnd();

        assertThat(distributor.order("PO1")).isEqualTo(first);
        assertThat(first.getInteger("happened")).isPositive();
    }

    @Test
    void allOrdersGoOnTogether() {
        place(distributor, "PO1");
        place(distributor, "PO2");

        distributor.call("POST", "/__orders/advance", "");

        assertThat(distributor.order("PO1").getInteger("happened")).isEqualTo(1);
        assertThat(distributor.order("PO2").getInteger("happened")).isEqualTo(1);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{'ship': {'line': 1, 'quantity': 4}}",
                "{'ship': {'line': 1, 'quantity': 0}}",
                "{'ship': {'line': 2, 'quantity': 1}}",
                "{'ship': {'line': 1}}",
                "{'ship': null}",
                "{'ship': {'line': 1, 'quantity': 1, 'colour': 'red'}}",
                "{'cancel': {'line': 1, 'quantity': 4}}",
                "{'backorder': {'line': 1, 'quantity': 1, 'eta': 'soon'}}",
                "{'invoice': {}}",
                "{'lose': {}}",
                "{}",
                "not JSON"
            })
    void whatCannotHappenIsRefusedAndChangesNothing(String event) {
        place(distributor, "PO1");
        var before = distributor.order("PO1");

        var answer = distributor.call("POST", "/__orders/PO1", event.replace('\'', '"'));

        assertThat(answer.status()).isEqualTo(400);
        assertThat(answer.json().getString("error")).isNotBlank();
        assertThat(distributor.order("PO1")).isEqualTo(before);
    }

    @ParameterizedTest
    @ValueSource(strings = {"{'service': 'fax'}", "{'colour': 'red'}"})
    void anErrorThatCannotBeMeantIsRefused(String error) {
        assertThat(distributor
                        .call("POST", "/__orders/errors", error.replace('\'', '"'))
                        .status())
                .isEqualTo(400);
    }

    @Test
    void aResetForgetsOrdersAndRules() {
        place(distributor, "PO1");
        distributor.rules("{'duplicateCheck': false, 'statusLagMillis': 5}");

        distributor.call("POST", "/__reset", "");

        assertThat(distributor.orders().getJsonArray("orders")).isEmpty();
        assertThat(distributor.orders().getJsonObject("received")).isEmpty();
        assertThat(distributor.orders().getJsonObject("rules").getBoolean("duplicateCheck"))
                .isTrue();
    }

    @Test
    void thePageShowsOrdersAndLetsThemGoOn() {
        place(distributor, "PO<1>");

        var before = distributor.call("GET", "/orders", "").text();
        distributor.call("POST", "/orders/PO%3C1%3E/advance", "");
        distributor.call("POST", "/orders/advance", "");

        assertThat(before).contains("PO&lt;1&gt;: accepted", "/orders/PO%3C1%3E/advance", "Fredericksburg");
        assertThat(distributor.order("PO%3C1%3E").getInteger("happened")).isEqualTo(2);
    }

    @Test
    void ordersSurviveARestart(@TempDir Path directory) {
        var file = Optional.of(directory.resolve("tdsynnex.json"));
        String before;
        try (var first = new RunningDistributor(file)) {
            place(first, "PO1");
            first.happen("PO1", "{'ship': {'line': 1, 'quantity': 1}}");
            first.happen("PO1", "{'invoice': {}}");
            before = first.orders().encode();
        }

        try (var second = new RunningDistributor(file)) {
            assertThat(second.orders().encode()).isEqualTo(before);
        }
    }

    @Test
    void whereTheStateIsKeptAParcelLeavesWithinFiveMinutes(@TempDir Path directory) {
        var now = new AtomicReference<Instant>(RunningDistributor.NOW);
        try (var kept = new RunningDistributor(Optional.of(directory.resolve("tdsynnex.json")), now::get)) {
            place(kept, "PO1");
            var atOnce = kept.order("PO1");

            now.updateAndGet(before -> before.plus(Duration.ofMinutes(5)));

            assertThat(atOnce.getJsonArray("parcels")).isEmpty();
            assertThat(kept.order("PO1").getJsonArray("parcels")).isNotEmpty();
        }
    }

    private void advanceToTheEnd() {
        int before;
        do {
            before = distributor.order("PO1").getInteger("happened");
        } while (distributor.advance("PO1").getInteger("happened") > before);
    }

    private static void place(RunningDistributor distributor, String number) {
        var product = Product.stocked(distributor, 10);
        distributor.call("POST", "/SynnexXML/PO", order(number.replace("<", "&lt;"), item(1, product, 3)));
    }
}
