package io.nowbridge.product;

import static org.assertj.core.api.Assertions.assertThat;

import io.nowbridge.local.LocalNowbridge;
import io.nowbridge.local.OwnNowbridge;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Synchronises a catalogue through what ships, with a ServiceNow that misbehaves. */
class SyncFaultsIT {

    private static final String BATCH = "\"match\": {\"method\": \"POST\", \"path\": \"/api/now/v1/batch\"}";

    @RegisterExtension
    static final OwnNowbridge NOWBRIDGE = new OwnNowbridge(Map.of(
            "nowbridge.products.margin", "PT1S",
            "nowbridge.products.shift", "PT20S",
            "nowbridge.products.chunk", "PT10S",
            "nowbridge.products.longest-pause", "PT1S",
            "nowbridge.servicenow.batch-timeout", "PT3S"));

    private Shop shop;

    @BeforeEach
    void open() {
        shop = new Shop(NOWBRIDGE.run());
    }

    @AfterEach
    void close() {
        shop.close();
    }

    @Test
    void aStormOfRefusalsOnlyTakesTime() {
        shop.sells("{\"seed\": 11, \"skus\": 1500}");
        NOWBRIDGE
                .run()
                .fault("{" + BATCH + ", \"fault\": \"status\", \"status\": 429, \"headers\": {\"Retry-After\": \"1\"},"
                        + " \"times\": 12}");

        var run = shop.synchronise();

        assertThat(run.path("result").asText()).isEqualTo("success");
        assertThat(shop.twice()).isEmpty();
        assertThat(shop.differences()).isEmpty();
    }

    @Test
    void whatFailsCostsTheOthersNothingAndComesWithTheNextRun() {
        shop.sells("{\"seed\": 12, \"skus\": 1000}");
        NOWBRIDGE.run().fault("""
                {"match": {"method": "POST", "path": "/api/now/table/pc_vendor_cat_item"}, "fault": "status", "status": 403,
                 "body": {"error": {"message": "Insufficient rights", "detail": "ACL"}, "status": "failure"}, "times": 20}""");

        var first = shop.synchronise();
        var second = shop.synchronise();

        assertThat(first.path("result").asText()).isEqualTo("partial-success");
        assertThat(shop.outcomes(first)).containsEntry("failed", 20L);
        assertThat(second.path("result").asText()).isEqualTo("success");
        assertThat(second.at("/progress/done").asInt()).isEqualTo(20);
        assertThat(shop.twice()).isEmpty();
        assertThat(shop.differences()).isEmpty();
    }

    @Test
    void anAnswerThatIsLostAfterTheWriteMakesNothingTwice() {
        shop.sells("{\"seed\": 13, \"skus\": 1000}");
        NOWBRIDGE.run().fault("{" + BATCH + ", \"fault\": \"drop-after-write\", \"times\": 5}");

        var run = shop.synchronise();

        assertThat(run.path("result").asText()).isEqualTo("success");
        assertThat(shop.twice()).isEmpty();
        assertThat(shop.differences()).isEmpty();
    }

    @Test
    void aCallThatHangsIsGivenUpAndMadeUpFor() {
        shop.sells("{\"seed\": 14, \"skus\": 1000}");
        NOWBRIDGE.run().fault("{" + BATCH + ", \"fault\": \"delay-after-write\", \"delayMs\": 6000, \"times\": 3}");

        var run = shop.synchronise();

        assertThat(run.path("result").asText()).isEqualTo("success");
        assertThat(shop.twice()).isEmpty();
        assertThat(shop.differences()).isEmpty();
    }

    @Test
    void anUnchangedCatalogueCostsNoCall() {
        shop.sells("{\"seed\": 15, \"skus\": 500}");
        shop.synchronise();
        var before = NOWBRIDGE.run().received("POST", "/api/now");

        var run = shop.synchronise();

        assertThat(run.at("/found/unchanged").asInt())
                .isEqualTo(run.at("/found/selected").asInt());
        assertThat(NOWBRIDGE.run().received("POST", "/api/now")).isEqualTo(before);
    }

    @Test
    void dayAfterDayTheDeskHasWhatTheCatalogueHas() {
        shop.sells("{\"seed\": 16, \"skus\": 1000}");
        shop.synchronise();

        for (var day = 1; day <= 5; day++) {
            shop.nextDay();
            var run = shop.synchronise();

            assertThat(run.path("result").asText()).isEqualTo("success");
            assertThat(run.at("/found/unchanged").asInt()).isPositive();
            assertThat(shop.twice()).isEmpty();
            assertThat(shop.differences()).isEmpty();
        }
    }

    @Test
    void aFileThatLacksAFifthIsHeldUntilSomebodyLetsItGoOn() {
        shop.sells("{\"seed\": 17, \"skus\": 1000}");
        shop.synchronise();
        shop.sells("{\"missingShare\": 0.2}");

        var id = shop.start("sync");
        LocalNowbridge.await(
                "the run to be held", () -> shop.run(id).path("state").asText().equals("held"));
        var before = shop.run(id);
        shop.confirm(id);
        var run = shop.awaitEnd(id);

        assertThat(before.at("/found/vanished").asInt()).isGreaterThan(50);
        assertThat(shop.outcomes(run).get("deactivated")).isGreaterThan(50);
    }
}
