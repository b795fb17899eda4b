package io.nowbridge.dynamodb;

import static io.nowbridge.dynamodb.Attributes.text;

import io.nowbridge.connection.ConnectionId;
import io.nowbridge.product.ChunkKey;
import io.nowbridge.product.Pairing;
import io.nowbridge.product.Run;
import io.nowbridge.product.RunId;
import io.nowbridge.template.TemplateId;
import java.util.Map;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/**
 * Where everything about products lies.
 *
 * <table>
 * <caption>The products table</caption>
 * <tr><th>entity</th><th>pk</th><th>sk</th><th>ttl</th></tr>
 * <tr><td>run</td><td>{@code run#<id>}</td><td>{@code run}</td><td>{@code expiresAtEpochSeconds}, once it has ended</td></tr>
 * <tr><td>its place among those of its template</td><td>{@code runs#<template>}</td><td>{@code <at>#<id>}</td><td>the
 * same</td></tr>
 * <tr><td>what is open</td><td>{@code open-runs}</td><td>{@code <id>}</td><td>none: it goes with the run's end</td></tr>
 * <tr><td>which run a pairing has under way</td><td>{@code slot#<desk>#<distributor>}</td><td>{@code slot}</td><td>none: it goes
 * with the run's end</td></tr>
 * <tr><td>chunk of a plan: who has it, how it ended</td><td>{@code run#<id>#<attempt>}</td><td>{@code <place>.<part>}</td><td>
 * {@code expiresAtEpochSeconds}</td></tr>
 * <tr><td>a chunk's changes</td><td>{@code run#<id>#<attempt>#<place>.<part>}</td><td>{@code changes#<piece>}</td><td>the
 * same</td></tr>
 * <tr><td>what became of them</td><td>{@code run#<id>#<attempt>#<place>.<part>}</td><td>{@code items#<piece>}</td><td>the
 * same</td></tr>
 * <tr><td>block of products</td><td>{@code kept#<desk>#<distributor>}</td><td>{@code <number>}</td><td>none</td></tr>
 * <tr><td>piece of what a catalogue's newest edition consists of</td><td>{@code assortment#<distributor>}</td><td>
 * {@code <piece>}</td><td>{@code expiresAtEpochSeconds}</td></tr>
 * <tr><td>turns at a connection</td><td>{@code turns#<connection>}</td><td>{@code turns}</td><td>none</td></tr>
 * </table>
 */
final class ProductKeys {

    static final String EXPIRES = "expiresAtEpochSeconds";

    /** The partition of pointers to the runs that have not ended. */
    static final String OPEN_RUNS = "open-runs";

    static final String CHANGES = "changes#";
    static final String ITEMS = "items#";

    private static final String RUN = "run";
    private static final String SLOT = "slot";
    private static final String TURNS = "turns";

    private ProductKeys() {}

    static Map<String, AttributeValue> run(RunId id) {
        return KeyedItems.key("run#" + id, RUN);
    }

    static Map<String, AttributeValue> ofTemplate(Run run) {
        return KeyedItems.key(
                runs(run.template()), "%013d#%s".formatted(run.at().toEpochMilli(), run.id()));
    }

    static String runs(TemplateId template) {
        return "runs#" + template;
    }

    static Map<String, AttributeValue> open(RunId id) {
        return KeyedItems.key(OPEN_RUNS, id.value());
    }

    static Map<String, AttributeValue> slot(Pairing pairing) {
        return KeyedItems.key("slot#" + pairing.desk() + "#" + pairing.distributor(), SLOT);
    }

    static String plan(RunId run, int attempt) {
        return "run#" + run + "#" + attempt;
    }

    static Map<String, AttributeValue> chunk(ChunkKey key) {
        return KeyedItems.key(plan(key.run(), key.attempt()), chunk(key.place(), key.part()));
    }

    /** A chunk among those of its plan. */
    static String chunk(int place, int part) {
        return chunksAt(place) + "%03d".formatted(part);
    }

    /** How the keys of those chunks begin that begin at a place. */
    static String chunksAt(int place) {
        return "%04d.".formatted(place);
    }

    static ChunkKey chunk(RunId run, int attempt, Map<String, AttributeValue> item) {
        var place = text(item, "sk");
        var dot = place.indexOf('.');
        return new ChunkKey(
                run, attempt, Integer.parseInt(place.substring(0, dot)), Integer.parseInt(place.substring(dot + 1)));
    }

    /** The partition of what a chunk is about. */
    static String pieces(ChunkKey key) {
        return plan(key.run(), key.attempt()) + "#" + chunk(key.place(), key.part());
    }

    static String kept(Pairing pairing) {
        return "kept#" + pairing.desk() + "#" + pairing.distributor();
    }

    static String block(int number) {
        return "%04d".formatted(number);
    }

    /** The partition of what a distributor's catalogue consists of; the role of {@code products} names how it begins. */
    static String assortment(ConnectionId distributor) {
        return "assortment#" + distributor;
    }

    static Map<String, AttributeValue> turns(ConnectionId connection) {
        return KeyedItems.key("turns#" + connection, TURNS);
    }
}
