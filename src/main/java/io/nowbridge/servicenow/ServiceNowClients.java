package io.nowbridge.servicenow;

import io.nowbridge.http.Dialer;
import io.nowbridge.http.RetryAfter;
import io.nowbridge.http.Wire;
import io.nowbridge.servicenow.Credentials.RefreshToken;
import io.smallrye.mutiny.Uni;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpClient;
import jakarta.inject.Singleton;
import java.net.URI;
import java.time.InstantSource;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.random.RandomGenerator;

/** Makes clients of ServiceNow instances. */
@Singleton
public final class ServiceNowClients {

    private final ServiceNowConfig config;
    private final InstantSource clock;
    private final RandomGenerator chance;
    private final Answers answers;
    private final Dialer dialer;
    private final HttpClient http;

    ServiceNowClients(
            ServiceNowConfig config, InstantSource clock, RandomGenerator chance, Dialer dialer, Vertx vertx) {
        this.config = config;
        this.clock = clock;
        this.chance = chance;
        this.answers = new Answers(new Failures(new RetryAfter(clock)));
        this.dialer = dialer;
        // While its credentials are renewed, an instance has two clients.
        this.http = vertx.createHttpClient(Wire.options(config.connectTimeout(), 2 * config.concurrency()));
    }

    /** Makes the client of one instance with credentials that do not change; see {@link #connect(URI, Supplier, Function)}. */
    public ServiceNow connect(URI instance, Credentials credentials) {
        return connect(instance, () -> Uni.createFrom().item(credentials));
    }

    /**
     * Makes the client of one instance. What replaces a refresh token is not kept; see {@link #connect(URI, Supplier,
     * Function)}.
     */
    public ServiceNow connect(URI instance, Supplier<Uni<Credentials>> credentials) {
        return connect(instance, credentials, replacement -> Uni.createFrom().voidItem());
    }

    /**
     * Makes the client of one instance, without talking to it yet. Keep it: the connections, the token and the limit on
     * concurrency belong to the client.
     *
     * @param credentials asked when they are first needed, and again where they were refused: should they differ then, the
     *     request is sent once more
     * @param keep given the credentials with the refresh token that the instance has replaced theirs by; the call that
     *     needed the token waits for it, and fails where it does
     */
    public ServiceNow connect(
            URI instance, Supplier<Uni<Credentials>> credentials, Function<RefreshToken, Uni<Void>> keep) {
        if (!isAddress(instance)) {
            throw new IllegalArgumentException("An instance's address is like https://example.service-now.com");
        }
        var line = new Line(new Wire(http, dialer, instance, config.callTimeout()));
        var signIn = new Rotation(credentials, new Admission(line, answers, clock, chance, keep));
        var limits = new Limits(config, clock, chance);
        var tables = new Instance(line, signIn, answers, limits, config.pageSize());
        // A batch takes longer, and its turn among the other calls all the same.
        var patient = new Line(new Wire(http, dialer, instance, config.batchTimeout()));
        var batches = new Instance(patient, signIn, answers, limits, config.pageSize());
        return new Tables(
                table -> new TableTasks(tables, instance, table),
                new TableUsers(tables),
                new TableGroups(tables),
                new TableChoices(tables),
                new TablePriorities(tables),
                new TableRecords(tables),
                new TableCounts(tables),
                new TableDictionary(tables),
                new TableSelf(tables),
                new TableTaskViews(tables, instance),
                new TableJournals(tables),
                new TableBatches(batches, answers),
                new TableImportSets(batches),
                new RestSupplierApi(batches));
    }

    private record Tables(
            Function<TaskTable, Tasks> tasksOf,
            Users users,
            Groups groups,
            Choices choices,
            Priorities priorities,
            Records records,
            Counts counts,
            Dictionary dictionary,
            Self self,
            TaskViews taskViews,
            Journals journals,
            Batches batches,
            ImportSets importSets,
            SupplierApi supplierApi)
            implements ServiceNow {

        @Override
        public Tasks tasks(TaskTable table) {
            return tasksOf.apply(table);
        }
    }

    private static boolean isAddress(URI uri) {
        return ("https".equals(uri.getScheme()) || "http".equals(uri.getScheme()))
                && uri.getHost() != null
                && uri.getUserInfo() == null
                && (uri.getPath().isEmpty() || uri.getPath().equals("/"))
                && uri.getQuery() == null
                && uri.getFragment() == null;
    }
}
