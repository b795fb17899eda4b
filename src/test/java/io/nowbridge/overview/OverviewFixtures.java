package io.nowbridge.overview;

import io.nowbridge.activity.Activity;
import io.nowbridge.activity.Operation;
import io.nowbridge.activity.Result;
import io.nowbridge.connection.ConnectionId;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;

/** Entries that the tests of the overview speak of. */
public final class OverviewFixtures {

    private OverviewFixtures() {}

    /** A note to a ticket of the connection {@code demo}, begun at {@code at}. */
    public static Activity note(String id, Instant at, Result result) {
        return new Activity(
                id,
                at,
                Duration.ofSeconds(1),
                Operation.NOTE,
                "deliverTicketUpdate",
                new ConnectionId("demo"),
                "event:" + id,
                result,
                Map.of("ticket", "id-of-INC0000001"),
                List.of());
    }
}
