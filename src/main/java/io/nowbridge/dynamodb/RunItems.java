package io.nowbridge.dynamodb;

import static io.nowbridge.dynamodb.Attributes.binary;
import static io.nowbridge.dynamodb.Attributes.bytes;
import static io.nowbridge.dynamodb.Attributes.flag;
import static io.nowbridge.dynamodb.Attributes.map;
import static io.nowbridge.dynamodb.Attributes.number;
import static io.nowbridge.dynamodb.Attributes.text;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import io.nowbridge.activity.Result;
import io.nowbridge.connection.ConnectionId;
import io.nowbridge.product.Catalogue.Edition;
import io.nowbridge.product.Item.Outcome;
import io.nowbridge.product.Pairing;
import io.nowbridge.product.Run;
import io.nowbridge.product.Run.Found;
import io.nowbridge.product.Run.Progress;
import io.nowbridge.product.Run.State;
import io.nowbridge.product.Run.Task;
import io.nowbridge.product.RunId;
import io.nowbridge.product.Sku;
import io.nowbridge.template.TemplateId;
import java.time.Instant;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/**
 * Runs as items: what decides about them in attributes of their own, what chunks add in counters, and all the rest in one map,
 * which is written as a whole.
 */
final class RunItems {

    static final String STATE = "state";
    static final String ATTEMPT = "attempt";
    static final String VERSION = "version";
    static final String ABOUT = "about";

    /** How many chunks have ended. */
    static final String ENDED = "ended";

    private static final String ID = "id";
    private static final String COUNT = "count";

    private final Zipped zipped = new Zipped();

    /** Without its key and its counters. */
    Map<String, AttributeValue> item(Run run) {
        var item = new HashMap<String, AttributeValue>();
        item.put(ID, text(run.id().value()));
        item.put(STATE, text(run.state().name()));
        item.put(ATTEMPT, number(run.attempt()));
        item.put(VERSION, number(run.version()));
        item.put(ABOUT, AttributeValue.fromM(about(run)));
        return item;
    }

    /** The counter of products with an outcome. */
    static String count(Outcome outcome) {
        return COUNT + outcome.name();
    }

    // Instants in full: as they were said.
    private Map<String, AttributeValue> about(Run run) {
        var about = new HashMap<String, AttributeValue>();
        about.put("template", text(run.template().value()));
        about.put("desk", text(run.pairing().desk().value()));
        about.put("distributor", text(run.pairing().distributor().value()));
        about.put("task", text(run.task().name()));
        about.put("only", binary(zipped.zip(skus(run.only()))));
        about.put("startedBy", text(run.startedBy()));
        about.put("at", text(run.at().toString()));
        about.put("confirmed", AttributeValue.fromBool(run.confirmed()));
        run.edition().ifPresent(edition -> about.put("edition", AttributeValue.fromM(item(edition))));
        about.put("found", found(run.found()));
        about.put("remarks", binary(zipped.zip(ItemJson.failures(run.remarks()))));
        about.put("chunks", number(run.progress().chunks()));
        run.progress().writingSince().ifPresent(since -> about.put("writingSince", text(since.toString())));
        run.waitingFor().ifPresent(what -> about.put("waitingFor", AttributeValue.fromM(ActivityItems.toItem(what))));
        run.stop().ifPresent(stop -> about.put("stop", AttributeValue.fromM(ActivityItems.toItem(stop))));
        run.result().ifPresent(result -> about.put("result", text(result.name())));
        run.endedAt().ifPresent(end -> about.put("endedAt", text(end.toString())));
        return about;
    }

    Run run(Map<String, AttributeValue> item) {
        var about = map(item, ABOUT);
        return new Run(
                new RunId(text(item, ID)),
                new TemplateId(text(about, "template")),
                new Pairing(new ConnectionId(text(about, "desk")), new ConnectionId(text(about, "distributor"))),
                Task.valueOf(text(about, "task")),
                skus(zipped.unzip(bytes(about, "only"))),
                text(about, "startedBy"),
                Instant.parse(text(about, "at")),
                State.valueOf(text(item, STATE)),
                flag(about, "confirmed"),
                Math.toIntExact(number(item, ATTEMPT)),
                optional(about, "edition").map(edition -> edition(edition.m())),
                found(map(about, "found")),
                ItemJson.failures(zipped.unzip(bytes(about, "remarks"))),
                progress(item, about),
                optional(about, "waitingFor").map(what -> ActivityItems.failure(what.m())),
                optional(about, "stop").map(stop -> ActivityItems.failure(stop.m())),
                optional(about, "result").map(AttributeValue::s).map(Result::valueOf),
                optional(about, "endedAt").map(AttributeValue::s).map(Instant::parse),
                number(item, VERSION));
    }

    private static Progress progress(Map<String, AttributeValue> item, Map<String, AttributeValue> about) {
        return new Progress(
                Math.toIntExact(number(about, "chunks")),
                item.containsKey(ENDED) ? Math.toIntExact(number(item, ENDED)) : 0,
                Arrays.stream(Outcome.values())
                        .filter(outcome -> item.containsKey(count(outcome)))
                        .collect(Collectors.toMap(outcome -> outcome, outcome -> number(item, count(outcome)))),
                optional(about, "writingSince").map(AttributeValue::s).map(Instant::parse));
    }

    private static Map<String, AttributeValue> item(Edition edition) {
        return Map.of(
                "name", text(edition.name()),
                "at", text(edition.at().toString()),
                "bytes", number(edition.bytes()),
                "version", text(edition.version()));
    }

    private static Edition edition(Map<String, AttributeValue> item) {
        return new Edition(
                text(item, "name"), Instant.parse(text(item, "at")), number(item, "bytes"), text(item, "version"));
    }

    private static AttributeValue found(Found found) {
        return AttributeValue.fromM(Map.of(
                "listed", number(found.listed()),
                "selected", number(found.selected()),
                "unchanged", number(found.unchanged()),
                "toCreate", number(found.toCreate()),
                "toUpdate", number(found.toUpdate()),
                "toDeactivate", number(found.toDeactivate()),
                "heldBack", number(found.heldBack()),
                "vanished", number(found.vanished()),
                "malformed", number(found.malformed()),
                "duplicates", number(found.duplicates())));
    }

    private static Found found(Map<String, AttributeValue> item) {
        return new Found(
                number(item, "listed"),
                number(item, "selected"),
                number(item, "unchanged"),
                number(item, "toCreate"),
                number(item, "toUpdate"),
                number(item, "toDeactivate"),
                number(item, "heldBack"),
                number(item, "vanished"),
                number(item, "malformed"),
                number(item, "duplicates"));
    }

    private static JsonNode skus(List<Sku> skus) {
        var array = JsonNodeFactory.instance.arrayNode(skus.size());
        skus.forEach(sku -> array.add(sku.value()));
        return array;
    }

    private static List<Sku> skus(JsonNode array) {
        return array.valueStream().map(JsonNode::asText).map(Sku::new).toList();
    }

    private static Optional<AttributeValue> optional(Map<String, AttributeValue> item, String name) {
        return Optional.ofNullable(item.get(name));
    }
}
