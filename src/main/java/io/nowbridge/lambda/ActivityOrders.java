package io.nowbridge.lambda;

import com.amazonaws.services.lambda.runtime.events.APIGatewayV2HTTPEvent;
import io.nowbridge.activity.EntryKey;
import io.nowbridge.activity.IgnoreEntry;
import io.nowbridge.activity.MakeSupportBundle;
import io.nowbridge.activity.RetryEntry;
import io.nowbridge.connection.ConnectionId;
import io.nowbridge.delivery.TicketUpdate;
import io.nowbridge.sync.BeginReplay;
import io.quarkus.runtime.annotations.RegisterForReflection;
import jakarta.inject.Singleton;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Reads what a Manager or Admin has decided about an entry of the log. */
@Singleton
public final class ActivityOrders {

    private static final int LONGEST_REMARK = 2_000;
    private static final int LONGEST_TIME = 64;

    private final JsonBody json;
    private final InstantSource clock;

    ActivityOrders(JsonBody json, InstantSource clock) {
        this.json = json;
        this.clock = clock;
    }

    @RegisterForReflection
    record RetryBody(@Nullable String note) {}

    @RegisterForReflection
    record IgnoreBody(@Nullable String reason) {}

    @RegisterForReflection
    record BundleBody(
            @Nullable List<@Nullable String> entries,
            @Nullable String remark) {}

    @RegisterForReflection
    record ReplayBody(
            @Nullable String connectionId,
            @Nullable String from,
            @Nullable String to) {}

    RetryEntry.Order retry(APIGatewayV2HTTPEvent event) {
        var by = Requesters.manager(event).subject();
        var fields = new Fields();
        var note = json.readAny(event, RetryBody.class, fields).flatMap(body -> note(body, fields));
        fields.check();
        return new RetryEntry.Order(by, EntryIds.path(event), note);
    }

    IgnoreEntry.Order ignore(APIGatewayV2HTTPEvent event) {
        var by = Requesters.manager(event).subject();
        var fields = new Fields();
        var body = json.read(event, IgnoreBody.class, fields);
        var reason = fields.required("reason", body.reason, IgnoreEntry.LONGEST_REASON);
        fields.check();
        return new IgnoreEntry.Order(by, EntryIds.path(event), reason);
    }

    MakeSupportBundle.Order bundle(APIGatewayV2HTTPEvent event) {
        var by = Requesters.manager(event).subject();
        var fields = new Fields();
        var body = json.read(event, BundleBody.class, fields);
        var entries = entries(Objects.requireNonNullElse(body.entries, List.of()), fields);
        var remark = fields.optional("remark", body.remark, LONGEST_REMARK).orElse("");
        fields.check();
        return new MakeSupportBundle.Order(by, entries, remark);
    }

    BeginReplay.Order replay(APIGatewayV2HTTPEvent event) {
        var by = Requesters.manager(event).subject();
        var fields = new Fields();
        var body = json.read(event, ReplayBody.class, fields);
        fields.required("connectionId", body.connectionId, LONGEST_TIME);
        var connection = fields.optional("connectionId", body.connectionId, ConnectionId::new);
        var from = time("from", body.from, fields);
        var to = time("to", body.to, fields);
        fields.check();
        var order = new BeginReplay.Order(by, connection.orElseThrow(), from.orElseThrow(), to.orElseThrow());
        checkWindow(order, fields);
        fields.check();
        return order;
    }

    private void checkWindow(BeginReplay.Order order, Fields fields) {
        if (!order.from().isBefore(order.to())) {
            fields.refuse("from", "is before to");
        } else if (Duration.between(order.from(), order.to()).compareTo(BeginReplay.LONGEST) > 0) {
            fields.refuse("from", "is at most %d days before to".formatted(BeginReplay.LONGEST.toDays()));
        }
        if (order.to().isAfter(clock.instant())) {
            fields.refuse("to", "has passed");
        }
    }

    private static Optional<Instant> time(String field, @Nullable String text, Fields fields) {
        fields.required(field, text, LONGEST_TIME);
        return fields.optional(field, text, ActivityOrders::instant);
    }

    private static Instant instant(String text) {
        try {
            return Instant.parse(text);
        } catch (DateTimeException e) {
            throw new IllegalArgumentException("is a time such as 2026-01-05T09:00:00Z", e);
        }
    }

    private static List<EntryKey> entries(List<@Nullable String> ids, Fields fields) {
        if (ids.isEmpty() || ids.size() > MakeSupportBundle.MOST) {
            fields.refuse("entries", "has from 1 to %d ids".formatted(MakeSupportBundle.MOST));
        }
        var keys = ids.stream()
                .flatMap(Stream::ofNullable)
                .map(EntryIds::read)
                .flatMap(Optional::stream)
                .toList();
        if (keys.size() < ids.size()) {
            fields.refuse("entries", "has something that is no entry's id");
        }
        return keys;
    }

    private static Optional<String> note(RetryBody body, Fields fields) {
        if (body.note != null && body.note.isBlank()) {
            fields.refuse("note", "is blank: leave it out to write what was to be written");
        }
        return fields.optional("note", body.note, TicketUpdate.LONGEST_NOTE);
    }
}
