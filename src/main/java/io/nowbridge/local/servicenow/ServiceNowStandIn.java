package io.nowbridge.local.servicenow;

import io.nowbridge.local.standin.Faults;
import io.nowbridge.local.standin.StandIn;
import io.nowbridge.local.standin.StateFile;
import io.vertx.core.Vertx;
import java.net.URI;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Executor;
import java.util.concurrent.atomic.AtomicReference;
import java.util.random.RandomGenerator;

/**
 * A running ServiceNow instance, with its demo data.
 *
 * <p>Users are {@code svc_nowbridge} with password {@code nowbridge} and {@code admin} with {@code admin}; the OAuth
 * clients are in {@code records.json}. Beside the shared controls of {@link StandIn}, {@code GET} and {@code PUT
 * /__settings} show and replace rights, rate limits and properties (see {@link Settings}); with the properties {@value
 * Webhook#URL} and {@value Webhook#SECRET} it tells of every ticket that changes.
 */
public final class ServiceNowStandIn implements AutoCloseable {

    private final StandIn standIn;
    private final Runnable end;

    private ServiceNowStandIn(StandIn standIn, Runnable end) {
        this.standIn = standIn;
        this.end = end;
    }

    /** Starts on {@code port}, 0 for a free one; with a state file, records survive a restart. */
    public static ServiceNowStandIn start(Vertx vertx, int port, Optional<Path> stateFile) {
        return start(vertx, port, stateFile, List.of(), Clock.systemUTC(), new SecureRandom());
    }

    /** Starts with further seed files, which may add tables, columns, choices and records. */
    public static ServiceNowStandIn start(
            Vertx vertx,
            int port,
            Optional<Path> stateFile,
            List<Path> seedFiles,
            InstantSource clock,
            RandomGenerator random) {
        var seed = Seed.read(seedFiles);
        // Nothing is written before the server runs: until then this thread owns the records.
        var changed = new AtomicReference<Runnable>(() -> {});
        var records = new Records(seed.schema(), () -> changed.get().run());
        var sysIds = new SysIds(random);
        var instance = Instance.of(seed.schema(), records, sysIds);
        stateFile
                .flatMap(StateFile::read)
                .ifPresentOrElse(kept -> SavedRecords.restore(kept, records), () -> seed.plant(instance));
        var file =
                stateFile.map(path -> new StateFile<>(vertx, path, () -> SavedRecords.of(records), SavedRecords::json));
        file.ifPresent(state -> changed.set(state::changed));
        Runnable reset = () -> {
            instance.currentSettings().set(Settings.DEFAULT);
            seed.plant(instance);
        };
        // On the event loop that calls it: the one that owns the records.
        Executor later = task -> vertx.runOnContext(loop -> task.run());
        var faults = new Faults();
        var webhook = new Webhook(instance, vertx, clock);
        var standIn = StandIn.start(
                vertx, port, clock, reset, faults, frontDoor(vertx, instance, webhook, clock, later, faults));
        instance.address().set(standIn.uri());
        return new ServiceNowStandIn(standIn, () -> {
            webhook.close();
            file.ifPresent(StateFile::close);
        });
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

    private static FrontDoor frontDoor(
            Vertx vertx, Instance instance, Webhook webhook, InstantSource clock, Executor later, Faults faults) {
        var tokens = new OAuthTokens(instance);
        var callers = new Callers(instance, tokens);
        var writer = new RecordWriter(instance, webhook);
        var tinyUrls = new TinyUrls(instance.sysIds());
        var queries = new ListQueries(instance);
        Map<String, Api> apis = Map.of(
                "table", new XmlApi(new TableApi(instance, writer, queries)),
                "stats", new AggregateApi(instance, queries),
                "import", new ImportSetApi(instance, writer, later),
                "attachment", new AttachmentApi(instance, queries),
                "tinyurl", tinyUrls,
                "ui", new MetaApi(instance),
                "doc", new MetaApi(instance));
        var rest = new RestApis(apis, tinyUrls, callers, instance.access(), new RateLimits(instance));
        rest.add(SpendIntegrationApi.NAME, new SpendIntegrationApi(instance, writer));
        rest.add("batch", new BatchApi(rest, instance, faults, clock));
        return new FrontDoor(
                rest,
                new OAuthServer(instance, tokens, callers),
                new SettingsPage(instance),
                new RecordPages(instance),
                instance.sysIds(),
                clock,
                new Turns(vertx, instance::settings));
    }
}
