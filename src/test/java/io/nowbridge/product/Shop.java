package io.nowbridge.product;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.nowbridge.http.Exchange;
import io.nowbridge.local.LocalNowbridge;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The distributor and the template that every local run has, as a test of product synchronisations uses them. */
public final class Shop implements AutoCloseable {

    private static final String OFFERS = "pc_vendor_cat_item";
    private static final String BY_NUMBER = "vendor.name=TD SYNNEX^ORDERBYproduct_id";

    private final LocalNowbridge nowbridge;
    private final HttpClient http = HttpClient.newHttpClient();
    private final String template;

    public Shop(LocalNowbridge nowbridge) {
        this.nowbridge = nowbridge;
        nowbridge.keepCatalogue();
        this.template = nowbridge.call("GET", "/templates", "").text("/items/0/id");
    }

    @Override
    public void close() {
        http.close();
    }

    /** Another catalogue, or another file of it: {@code {"seed": 3, "skus": 500}}. */
    public void sells(String catalogue) {
        order("PUT", "/__catalogue", catalogue);
    }

    public void nextDay() {
        order("POST", "/__catalogue/next-day", "{}");
    }

    /** Starts a run and gives its id. */
    public String start(String task) {
        var answer = nowbridge.call("POST", "/templates/" + template + "/runs", "{\"task\": \"" + task + "\"}");
        assertThat(answer.status()).as(answer.body().toString()).isEqualTo(202);
        return answer.text("/id");
    }

    public JsonNode run(String id) {
        return nowbridge.call("GET", "/product-runs/" + id, "").body();
    }

    /** Ticks until a run has ended, and gives it; where it is held, since what an earlier test sold is gone, it goes on. */
    public JsonNode awaitEnd(String id) {
        LocalNowbridge.await("the end of the run " + id, () -> {
            nowbridge.tick("scheduledProductSync");
            var state = run(id).path("state").asText();
            if (state.equals("held")) {
                confirm(id);
            }
            return state.equals("ended");
        });
        return run(id);
    }

    /** Lets a run go on that is held. */
    public void confirm(String id) {
        var answer = nowbridge.call("POST", "/product-runs/" + id + "/confirm", "");
        assertThat(answer.status()).as(answer.body().toString()).isEqualTo(202);
    }

    /** Synchronises, and gives the run once it has ended. */
    public JsonNode synchronise() {
        return awaitEnd(start("sync"));
    }

    /** What became of a run's products, by the word for it. */
    public Map<String, Long> outcomes(JsonNode run) {
        return run.at("/progress/outcomes").properties().stream()
                .collect(Collectors.toMap(
                        Map.Entry::getKey, outcome -> outcome.getValue().asLong()));
    }

    /** What the vendor sells, as ServiceNow has it. */
    public List<JsonNode> offers() {
        return nowbridge.records(OFFERS, BY_NUMBER);
    }

    /** Those of them that appear more than once. */
    public List<String> twice() {
        return offers().stream()
                .map(offer -> offer.path("product_id").asText())
                .collect(Collectors.groupingBy(Function.identity(), Collectors.counting()))
                .entrySet()
                .stream()
                .filter(offer -> offer.getValue() > 1)
                .map(Map.Entry::getKey)
                .toList();
    }

    /** What a comparison of the whole catalogue with the desk finds other than the same, the first hundred. */
    public List<String> differences() {
        var id = start("verify");
        awaitEnd(id);
        return Stream.of("different", "missing", "failed")
                .flatMap(outcome -> nowbridge
                        .call("GET", "/product-runs/" + id + "/items?limit=100&outcome=" + outcome, "")
                        .body()
                        .path("items")
                        .valueStream())
                .map(JsonNode::toString)
                .toList();
    }

    private void order(String method, String path, String body) {
        var request = HttpRequest.newBuilder(nowbridge.tdSynnex().resolve(path))
                .header("Content-Type", "application/json")
                .method(method, BodyPublishers.ofString(body))
                .build();
        var answer = Exchange.of(http, request, BodyHandlers.ofString());
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
    }
}
