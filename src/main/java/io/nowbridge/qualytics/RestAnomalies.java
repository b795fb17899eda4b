package io.nowbridge.qualytics;

import io.nowbridge.http.Request;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import io.vertx.core.http.HttpMethod;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/** Anomalies by the REST API (Qualytics user guide, "Anomalies API"; its command line's own calls). */
final class RestAnomalies implements Anomalies {

    private static final String ALL = "/api/anomalies";
    private static final String LISTING = "Listing anomalies";

    private final Calls calls;
    private final Pages pages;

    RestAnomalies(Calls calls, Pages pages) {
        this.calls = calls;
        this.pages = pages;
    }

    @Override
    public Uni<Optional<Anomaly>> find(AnomalyKey key) {
        return calls.find("Reading an anomaly", Request.get(path(key), Map.of()), Facts::anomaly);
    }

    @Override
    public Uni<Long> count() {
        return calls.read(LISTING, Request.get(ALL, Map.of("size", "1")), body -> {
            var items = Pages.items(body);
            return body.path("total").asLong(items.size());
        });
    }

    @Override
    public Uni<Part> newest(Wanted wanted, int number) {
        var parameters = new HashMap<>(Map.of("sort_created", "desc"));
        if (wanted.archived()) {
            parameters.put("archived", "only");
        }
        wanted.status().ifPresent(status -> parameters.put("status", status));
        wanted.datastore().ifPresent(datastore -> parameters.put("datastore", datastore));
        return pages.page(LISTING, ALL, parameters, number, Facts::anomaly)
                .map(page -> new Part(page.items(), !page.hasNext()));
    }

    @Override
    public Multi<Anomaly> foundSince(LocalDate day) {
        return found(Map.of("start_date", day.toString()));
    }

    @Override
    public Multi<Anomaly> foundBetween(LocalDate first, LocalDate last) {
        return found(Map.of("start_date", first.toString(), "end_date", last.toString()));
    }

    // Of the values that "archived" takes, only this one is known.
    private Multi<Anomaly> found(Map<String, String> days) {
        var open = and(days, Map.of("sort_created", "asc"));
        var archived = and(open, Map.of("archived", "only"));
        return Multi.createBy()
                .concatenating()
                .streams(
                        pages.all(LISTING, ALL, open, Facts::anomaly),
                        pages.all(LISTING, ALL, archived, Facts::anomaly));
    }

    private static Map<String, String> and(Map<String, String> some, Map<String, String> others) {
        var all = new HashMap<>(some);
        all.putAll(others);
        return Map.copyOf(all);
    }

    @Override
    public Uni<Void> mark(AnomalyKey key, OpenStatus status) {
        var request = Request.json(HttpMethod.PUT, path(key), Map.of(), Map.of("status", status.label()));
        return calls.write("Marking an anomaly", request, body -> body).replaceWithVoid();
    }

    @Override
    public Uni<Void> archive(AnomalyKey key, ArchivedStatus status) {
        return calls.write("Archiving an anomaly", archiving(key, status), body -> body)
                .replaceWithVoid();
    }

    // The only DELETE that this client can send: without "archive=true", the anomaly would be gone for good.
    private static Request archiving(AnomalyKey key, ArchivedStatus status) {
        return Request.delete(path(key), Map.of("archive", "true", "status", status.label()));
    }

    private static String path(AnomalyKey key) {
        return ALL + "/" + key;
    }
}
