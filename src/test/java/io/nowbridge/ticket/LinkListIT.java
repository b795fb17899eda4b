package io.nowbridge.ticket;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.nowbridge.local.LocalNowbridge;
import io.nowbridge.local.LocalNowbridge.Answer;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** What it costs at ServiceNow to list the tickets of an anomaly that has very many. */
class LinkListIT {

    @RegisterExtension
    static final SharedNowbridge SHARED = new SharedNowbridge();

    private static final int TICKETS = 200;
    private static final int AT_ONCE = 10;
    private static final int MOST_CALLS = 3;

    @Test
    void twoHundredTicketsAreShownAsTheyAreForThreeCallsAtMost() {
        for (var first = 0; first < TICKETS; first += AT_ONCE) {
            open(first);
        }
        nowbridge().calm();

        var listed = list();

        assertThat(listed).hasSize(TICKETS);
        assertThat(listed.stream().map(item -> item.at("/ticket/number").asText()))
                .doesNotHaveDuplicates();
        assertThat(listed).allSatisfy(item -> {
            assertThat(item.path("current").asBoolean()).isTrue();
            assertThat(item.at("/ticket/state").asText()).isEqualTo("New");
        });
        assertThat(nowbridge().received("GET", "/")).isBetween(1L, (long) MOST_CALLS);
    }

    private static void open(int first) {
        var answers = IntStream.range(first, first + AT_ONCE)
                .mapToObj(number -> nowbridge()
                        .createTicketLater(
                                "many",
                                "{\"shortDescription\": \"Many %d\", \"caller\": \"abel.tuter\"}".formatted(number),
                                Map.of("Idempotency-Key", "many-" + number)))
                .toList();
        assertThat(answers.stream().map(CompletableFuture::join).map(Answer::status))
                .containsOnly(201);
    }

    private static List<JsonNode> list() {
        var all = new ArrayList<JsonNode>();
        var page =
                nowbridge().call("GET", "/anomalies/many/links?limit=100", "").body();
        page.path("items").forEach(all::add);
        while (page.has("next")) {
            page = nowbridge()
                    .call(
                            "GET",
                            "/anomalies/many/links?limit=100&cursor="
                                    + page.path("next").asText(),
                            "")
                    .body();
            page.path("items").forEach(all::add);
        }
        return all;
    }

    private static LocalNowbridge nowbridge() {
        return SHARED.run();
    }
}
