package io.nowbridge.lambda;

import com.amazonaws.services.lambda.runtime.events.APIGatewayV2HTTPEvent;
import io.nowbridge.delivery.ReplayTicketUpdates.Order;
import io.quarkus.runtime.annotations.RegisterForReflection;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Reads which updates are to be tried again: {@code {"ids": ["..."]}} or {@code {"all": true}}, by a Manager or Admin. */
@Singleton
public final class ReplayParser {

    private static final int MOST = 100;
    private static final Pattern ID = Pattern.compile("\\d{13}-[0-9a-f]{32}");

    private final JsonBody json;

    ReplayParser(JsonBody json) {
        this.json = json;
    }

    @RegisterForReflection
    record Body(
            @Nullable List<@Nullable String> ids, @Nullable Boolean all) {}

    Order order(APIGatewayV2HTTPEvent event) {
        var by = Requesters.manager(event);
        var fields = new Fields();
        var body = json.read(event, Body.class, fields);
        var all = Boolean.TRUE.equals(body.all);
        if (all == (body.ids != null)) {
            fields.refuse("ids", "is given, or all is true: one of the two");
        }
        var ids = Optional.ofNullable(body.ids).map(some -> ids(some, fields));
        fields.check();
        return new Order(by, ids);
    }

    private static List<String> ids(List<@Nullable String> some, Fields fields) {
        if (some.isEmpty() || some.size() > MOST) {
            fields.refuse("ids", "has from 1 to " + MOST + " ids");
        }
        return some.stream()
                .map(Optional::ofNullable)
                .map(id -> id.filter(text -> ID.matcher(text).matches()).orElseGet(() -> {
                    fields.refuse("ids", "has something that is no id of a list of these");
                    return "";
                }))
                .toList();
    }
}
