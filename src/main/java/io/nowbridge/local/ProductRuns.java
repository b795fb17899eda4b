package io.nowbridge.local;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Consumer;

/** Product synchronisations, started and watched through the API. */
final class ProductRuns {

    private static final long LOOK_EVERY_MILLIS = 200;

    private final ApiCalls api;

    ProductRuns(ApiCalls api) {
        this.api = api;
    }

    /** The template that is meant: the one that is named, or else the only one there is. */
    String template(Optional<String> named) throws IOException, InterruptedException {
        if (named.isPresent()) {
            return named.get();
        }
        var all = new ArrayList<String>();
        for (var template : api.get("/templates?limit=100").path("items")) {
            if (template.path("kind").asText().equals("product-sync")) {
                all.add(template.path("id").asText());
            }
        }
        if (all.size() != 1) {
            throw new IllegalArgumentException("Which template? --template <id>, of: " + String.join(", ", all));
        }
        return all.getFirst();
    }

    /** Has a template's task done, telling {@code watcher} of the run whenever it has changed; the run once it has ended. */
    JsonNode run(String template, String task, Consumer<JsonNode> watcher) throws IOException, InterruptedException {
        var run = api.post("/templates/" + template + "/runs", "{\"task\": \"%s\"}".formatted(task));
        watcher.accept(run);
        while (!run.path("state").asText().equals("ended")) {
            if (run.path("state").asText().equals("held")) {
                var why = run.path("waitingFor");
                throw new IOException("The run is held: " + why.path("cause").asText() + ". "
                        + why.path("resolution").asText());
            }
            LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(LOOK_EVERY_MILLIS));
            var now = api.get("/product-runs/" + run.path("id").asText());
            if (!now.equals(run)) {
                watcher.accept(now);
            }
            run = now;
        }
        return run;
    }

    /** Tells of each product of a run with that outcome. */
    void eachItem(JsonNode run, String outcome, Consumer<JsonNode> told) throws IOException, InterruptedException {
        var items = "/product-runs/%s/items?outcome=%s&limit=100"
                .formatted(run.path("id").asText(), outcome);
        var next = "";
        do {
            var page = api.get(items + (next.isEmpty() ? "" : "&cursor=" + next));
            page.path("items").forEach(told);
            next = page.path("next").asText("");
        } while (!next.isEmpty());
    }

    /** All the outcomes that say that the desk is not as it should be. */
    static List<String> flaws() {
        return List.of("different", "missing", "failed");
    }
}
