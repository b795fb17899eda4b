package io.nowbridge.local.qualytics;

import io.nowbridge.local.standin.StandIn;
import io.nowbridge.local.standin.StateFile;
import io.vertx.core.Vertx;
import io.vertx.core.json.JsonObject;
import io.vertx.ext.web.Router;
import java.net.URI;
import java.nio.file.Path;
import java.time.Clock;
import java.time.InstantSource;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Function;

/**
 * A running Qualytics instance, with its demo data.
 *
 * <p>Tokens are {@code qualytics-local}, and with fewer rights {@code qualytics-author}, {@code qualytics-reporter} and
 * {@code qualytics-outsider}. Beside the shared controls of {@link StandIn} there are
 *
 * <ul>
 *   <li>{@code POST /__flows} with {@code {"url", "secret", "mode": "n8n|n8n-readme|http-action|webhook|signed"}} says where
 *       events go; {@code GET} shows that and what was delivered, {@code DELETE} ends it;
 *   <li>{@code POST /__anomalies} finds another anomaly; the body may say of it what a trouble of the seed says: {@code
 *       datastore, container, type, fields, rule_type, check, message, description, tags, weight, fingerprint}.
 * </ul>
 */
public final class QualyticsStandIn implements AutoCloseable {

    /** A token whose owner may do all that Nowbridge does. */
    public static final String TOKEN = "qualytics-local";

    private final StandIn standIn;
    private final Runnable end;

    private QualyticsStandIn(StandIn standIn, Runnable end) {
        this.standIn = standIn;
        this.end = end;
    }

    /** Starts on {@code port}, 0 for a free one; with a state file, what it knows survives a restart. */
    public static QualyticsStandIn start(Vertx vertx, int port, Optional<Path> stateFile) {
        return start(vertx, port, stateFile, Clock.systemUTC());
    }

    public static QualyticsStandIn start(Vertx vertx, int port, Optional<Path> stateFile, InstantSource clock) {
        var seed = Seed.read();
        // Nothing is written before the server runs: until then this thread owns what the platform knows.
        var changed = new AtomicReference<Runnable>(() -> {});
        var platform = new Platform(() -> changed.get().run());
        // What is kept is there for people, who look for what was found lately; tests know their days.
        var beginning = stateFile.isPresent() ? Seed.weekBefore(clock.instant()) : Seed.BEGINNING;
        stateFile.flatMap(StateFile::read).ifPresentOrElse(platform::restore, () -> seed.plant(platform, beginning));
        var file = stateFile.map(path -> new StateFile<JsonObject>(vertx, path, platform::json, Function.identity()));
        file.ifPresent(state -> changed.set(state::changed));
        var flows = new Flows(platform, vertx, clock);
        Runnable reset = () -> {
            flows.forget();
            seed.plant(platform, beginning);
        };
        var standIn =
                StandIn.start(vertx, port, clock, reset, router(vertx, platform, seed, flows, clock)::handleContext);
        flows.instanceIs(standIn.uri());
        return new QualyticsStandIn(standIn, () -> {
            flows.close();
            file.ifPresent(StateFile::close);
        });
    }

    private static Router router(Vertx vertx, Platform platform, Seed seed, Flows flows, InstantSource clock) {
        var changes = new Changes(platform, seed, flows, clock);
        var router = Router.router(vertx);
        new Controls(platform, changes, flows).mount(router);
        new PeopleActions(platform, changes, new PlatformPage(platform, flows)).mount(router);
        router.route("/api/*").subRouter(new RestApi(platform, changes).router(vertx));
        return router;
    }

    public int port() {
        return standIn.port();
    }

    public URI uri() {
        return standIn.uri();
    }

    @Override
    public void close() {
        standIn.close();
        end.run();
    }
}
