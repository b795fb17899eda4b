package io.nowbridge.order;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.nowbridge.local.LocalNowbridge;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Orders from the purchase order to the last parcel, as people at both ends and in the middle see them. */
class OrdersIT {

    private static final Map<String, String> SCALED = Map.of(
            "nowbridge.orders.settling", "PT1S",
            "nowbridge.orders.longest-pause", "PT1S",
            "nowbridge.orders.follow.soonest", "PT1S");

    private static LocalNowbridge nowbridge;
    private static OrderShop shop;

    @BeforeAll
    static void start() {
        nowbridge = new LocalNowbridge(SCALED);
        shop = new OrderShop(nowbridge, "{\"seed\": 9, \"skus\": 300}");
    }

    @AfterAll
    static void stop() {
        shop.close();
        nowbridge.close();
    }

    @Test
    void aPurchaseOrderThatIsReadyIsPlacedAndShown() {
        var number = shop.send(1, 2);

        shop.look();
        var order = awaitShown(number, "placed");

        assertThat(order.path("lines")).hasSize(2);
        assertThat(order.path("outstanding").asLong()).isEqualTo(2);
        assertThat(order.at("/total/currency").asText()).isEqualTo("USD");
        assertThat(shop.truth().get(number).path("accepted").asInt()).isEqualTo(1);
        assertThat(shop.purchaseOrders().get(number).path("u_tds_cpo_id").asText())
                .isNotEmpty();
    }

    @Test
    void whatIsShippedIsSeenAtBothEnds() {
        var number = shop.send(1, 1);
        shop.look();
        awaitShown(number, "placed");

        nowbridge.tdSynnex(
                "POST",
                "/__orders/" + number,
                "{\"ship\": {\"line\": 1, \"quantity\": 1, \"tracking\": \"1Z999AA10123456784\"}}");
        LocalNowbridge.await("the parcel", () -> {
            nowbridge.call("POST", "/orders/" + shop.order(number).path("id").asText() + "/ask", "");
            shop.tick();
            return !shop.order(number).path("parcels").isEmpty();
        });

        assertThat(shop.order(number).at("/parcels/0/tracking").asText()).isEqualTo("1Z999AA10123456784");
        LocalNowbridge.await("the parcel's record", () -> {
            shop.tick();
            return nowbridge
                            .records("u_tds_shipment", "u_tracking=1Z999AA10123456784")
                            .size()
                    == 1;
        });
    }

    @Test
    void aProductThatNobodySellsIsSaidToBeInvalid() {
        var number = shop.send("NOSUCHSKU");

        shop.look();
        var order = awaitShown(number, "invalid");

        assertThat(order.at("/reasons/0/cause").asText())
                .contains("Invalid SKU")
                .contains("NOSUCHSKU");
        assertThat(shop.truth()).doesNotContainKey(number);
    }

    @Test
    void whatAPersonHasHandledIsLeftAlone() {
        var number = shop.send("NOSUCHEITHER");
        shop.look();
        var id = awaitShown(number, "invalid").path("id").asText();

        var answer = nowbridge.call("POST", "/orders/" + id + "/handle", "{\"reason\": \"Bought elsewhere\"}");

        assertThat(answer.status()).isEqualTo(202);
        assertThat(answer.text("/stage")).isEqualTo("handled");
        assertThat(nowbridge.call("POST", "/orders/" + id + "/retry", "").status())
                .isEqualTo(409);
    }

    @Test
    void aLookSaysWhatItSawAndWhatKeptTheOthers() {
        shop.look();
        LocalNowbridge.await("a look", () -> lastLook().has("at"));

        assertThat(lastLook().path("enabled").asBoolean()).isTrue();
        assertThat(lastLook().path("passed").findValuesAsText("condition")).isNotEmpty();
    }

    @Test
    void onlyManagersSeeOrders() {
        assertThat(nowbridge
                        .callAs("member", "GET", "/orders?deskId=" + nowbridge.demo(), "")
                        .status())
                .isEqualTo(403);
    }

    private static JsonNode lastLook() {
        return nowbridge
                .call("GET", "/templates/" + shop.template("create-orders") + "/look", "")
                .body();
    }

    private static JsonNode awaitShown(String number, String stage) {
        LocalNowbridge.await(number + " to be " + stage, () -> {
            shop.tick();
            var order = shop.orders().get(number);
            return order != null && order.path("stage").asText().equals(stage) && order.has("shownAt");
        });
        return shop.order(number);
    }
}
