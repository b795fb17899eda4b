package io.nowbridge.local.tdsynnex;

import io.vertx.core.json.JsonObject;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.OptionalInt;
import java.util.UUID;

/** What is sold now, since when its file is there, and how many products one question may be about. */
final class Feed {

    private final InstantSource clock;
    private final Assortment assortment;
    private final Runnable changed;
    private Scenario scenario;
    private Instant arrived;
    private OptionalInt mostSkus = OptionalInt.empty();

    /** Tells {@code changed} of every change. */
    Feed(InstantSource clock, Scenario scenario, Runnable changed) {
        this.clock = clock;
        this.assortment = Assortment.read();
        this.changed = changed;
        this.scenario = scenario;
        this.arrived = now();
    }

    Scenario scenario() {
        return scenario;
    }

    Catalogue catalogue() {
        return new Catalogue(scenario, assortment);
    }

    /** When the file was put there, to the second, as HTTP says it. */
    Instant arrived() {
        return arrived;
    }

    /** Tells apart all files there can be. */
    String version() {
        var text = ScenarioJson.of(scenario).encode();
        return UUID.nameUUIDFromBytes(text.getBytes(StandardCharsets.UTF_8)).toString();
    }

    /** How many products one question to the XML services may be about; empty for any number. */
    OptionalInt mostSkus() {
        return mostSkus;
    }

    void mostSkus(OptionalInt most) {
        mostSkus = most;
        changed.run();
    }

    /** Puts another file in the place of the one that was there. */
    void deliver(Scenario next) {
        if (!next.equals(scenario)) {
            scenario = next;
            arrived = now();
            changed.run();
        }
    }

    void reset(Scenario first) {
        mostSkus(OptionalInt.empty());
        deliver(first);
    }

    JsonObject json() {
        var json = new JsonObject().put("scenario", ScenarioJson.of(scenario)).put("arrived", arrived.toString());
        mostSkus.ifPresent(most -> json.put("mostSkus", most));
        return json;
    }

    void restore(JsonObject kept) {
        scenario = ScenarioJson.read(kept.getJsonObject("scenario"));
        arrived = Instant.parse(kept.getString("arrived"));
        mostSkus = kept.containsKey("mostSkus") ? OptionalInt.of(kept.getInteger("mostSkus")) : OptionalInt.empty();
    }

    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.SECONDS);
    }
}
