package io.nowbridge.setup;

import static io.nowbridge.connection.ConnectionFixtures.NOW;

import io.nowbridge.access.Requester;
import io.nowbridge.access.Role;
import io.nowbridge.activity.Activity;
import io.nowbridge.activity.InMemoryActivity;
import io.nowbridge.connection.ConnectionId;
import io.nowbridge.connection.InMemoryConnections;
import io.smallrye.mutiny.Uni;
import java.net.URI;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.atomic.AtomicInteger;

/** All that can be done with connections, with everything behind it in memory. */
public final class InMemorySetup {

    public static final Requester MANAGER = new Requester("otto", Set.of(Role.MANAGER), Set.of());

    /** When it is: an hour after the fixtures' connections were made. */
    public static final Instant LATER = NOW.plusSeconds(3_600);

    static final Need NEED = new Need("ticket form", "incident", Need.Access.WRITE, new TreeSet<>(Set.of("impact")));

    public final InMemoryConnections connections = new InMemoryConnections();
    public final FakeProbe probe = new FakeProbe();
    public final FakeFlows flows = new FakeFlows();
    public final FakeHistory history = new FakeHistory();

    private final InMemoryActivity log = new InMemoryActivity();
    private final AtomicInteger connectionIds = new AtomicInteger();
    private final AtomicInteger entryIds = new AtomicInteger();
    private final Administration administration = Administration.of(new Administration.Parts(
            connections,
            () -> new ConnectionId("new-" + connectionIds.incrementAndGet()),
            InMemorySetup::accept,
            template -> template.endsWith("}") ? Optional.empty() : Optional.of("is no template"),
            probe,
            connection -> Uni.createFrom().item(List.of(NEED)),
            flows,
            history,
            new ChangeLog(log, () -> LATER, () -> "entry-" + entryIds.incrementAndGet()),
            () -> LATER));

    public Administration administration() {
        return administration;
    }

    public List<Activity> logged() {
        return log.entries();
    }

    static Map<String, String> basic(String username, String password) {
        return Map.of("type", "basic", "username", username, "password", password);
    }

    static <T> T await(Uni<T> uni) {
        return uni.await().indefinitely();
    }

    private static URI accept(String url) {
        var uri = URI.create(url);
        if (!"https".equals(uri.getScheme()) || uri.getHost() == null) {
            throw new IllegalArgumentException("is no HTTPS address");
        }
        return URI.create("https://" + uri.getHost());
    }
}
