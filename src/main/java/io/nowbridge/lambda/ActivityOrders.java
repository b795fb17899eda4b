package io.nowbridge.lambda;

import com.amazonaws.services.lambda.runtime.events.APIGatewayV2HTTPEvent;
import io.nowbridge.activity.IgnoreEntry;
import io.nowbridge.activity.RetryEntry;
import io.nowbridge.delivery.TicketUpdate;
import io.quarkus.runtime.annotations.RegisterForReflection;
import jakarta.inject.Singleton;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Reads what a Manager or Admin has decided about an entry of the log. */
@Singleton
public final class ActivityOrders {

    private final JsonBody json;

    ActivityOrders(JsonBody json) {
        this.json = json;
    }

    @RegisterForReflection
    record RetryBody(@Nullable String note) {}

    @RegisterForReflection
    record IgnoreBody(@Nullable String reason) {}

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

    private static Optional<String> note(RetryBody body, Fields fields) {
        if (body.note != null && body.note.isBlank()) {
            fields.refuse("note", "is blank: leave it out to write what was to be written");
        }
        return fields.optional("note", body.note, TicketUpdate.LONGEST_NOTE);
    }
}
