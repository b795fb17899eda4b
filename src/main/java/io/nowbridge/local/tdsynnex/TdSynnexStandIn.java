package io.nowbridge.local.tdsynnex;

import io.nowbridge.local.standin.StandIn;
import io.nowbridge.local.standin.StateFile;
import io.vertx.core.Vertx;
import io.vertx.ext.web.Router;
import java.net.URI;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;

/**
 * A running TD SYNNEX, with a catalogue that is worked out from a number, and that takes orders.
 *
 * <p>The XML services know customer {@link #CUSTOMER_NUMBER} with {@link #USER_NAME} and {@link #PASSWORD}; the file server
 * knows the user {@code u} and the customer number (of a Canadian catalogue: {@code c}) with the same password. Beside the
 * shared controls of {@link StandIn} there are
 *
 * <ul>
 *   <li>{@code PUT /__catalogue} with any of {@code {"seed", "skus", "day", "region": "US|CA", "changedShare",
 *       "malformedShare", "missingShare", "delta", "mostSkus"}} says what is sold, on which day, and what is wrong with that
 *       day's file; {@code GET} shows it. Another {@code seed} or number of {@code skus} begins on day 0; {@code
 *       changedShare} holds from the day after this one; what is wrong with the file is so until the day changes;
 *   <li>{@code POST /__catalogue/next-day} goes on by a day;
 *   <li>{@code GET /__orders} tells the truth about all orders, {@code GET /__orders/{number}} about one: what became of
 *       each line, every parcel and invoice, how often it was {@code received} and {@code accepted};
 *   <li>{@code PUT /__orders} with any of {@code {"statusLagMillis", "addresses": ["203.0.113.7"], "duplicateCheck",
 *       "paceSeconds"}} says how long the status service does not know a new order, from which addresses orders are taken
 *       (none: from all), whether a number is taken once only, and after which time the next thing happens by itself (0:
 *       never; two minutes where the state is kept);
 *   <li>{@code POST /__orders/errors} with {@code {"service": "PO|POStatus|invoice", "error": "Server.Timeout", "after",
 *       "times"}} lets the next calls answer that error, {@code after} having done their work; {@code DELETE} clears them;
 *   <li>{@code POST /__orders/advance} lets the next thing happen to every order, {@code POST /__orders/{number}/advance}
 *       to one: always the same things to the same number;
 *   <li>{@code POST /__orders/{number}} lets something else happen: {@code {"ship": {"line", "quantity", "warehouse",
 *       "tracking", "serials", "apart"}}}, of which line and quantity are required; {@code {"cancel": {"line",
 *       "quantity"}}}; {@code {"backorder": {"line", "quantity", "eta"}}}; {@code {"release": {"line"}}}; {@code
 *       {"invoice": {}}}.
 * </ul>
 */
public final class TdSynnexStandIn implements AutoCloseable {

    public static final String CUSTOMER_NUMBER = Account.LOCAL.customerNumber();
    public static final String USER_NAME = Account.LOCAL.userName();
    public static final String PASSWORD = Account.LOCAL.password();

    /** The path of the folder with the price file. */
    public static final String FILES = "/files/";

    private static final long SEED = 7;
    private static final int SKUS = 2000;

    // Slow enough to be looked at, quick enough for a parcel within five minutes.
    private static final Duration PACE = Duration.ofMinutes(2);

    // What a test's catalogue begins with.
    private static final LocalDate BEGINNING = LocalDate.parse("2026-01-05");

    private final StandIn standIn;
    private final Runnable end;

    private TdSynnexStandIn(StandIn standIn, Runnable end) {
        this.standIn = standIn;
        this.end = end;
    }

    /** Starts on {@code port}, 0 for a free one; with a state file, what it sells survives a restart. */
    public static TdSynnexStandIn start(Vertx vertx, int port, Optional<Path> stateFile) {
        return start(vertx, port, stateFile, Clock.systemUTC());
    }

    public static TdSynnexStandIn start(Vertx vertx, int port, Optional<Path> stateFile, InstantSource clock) {
        // What is kept is there for people, who look at today's prices; tests know their days.
        var since = stateFile.isPresent() ? LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC) : BEGINNING;
        var first = Scenario.of(SEED, SKUS, since);
        var rules = OrderRules.atPace(stateFile.isPresent() ? PACE : Duration.ZERO);
        // Nothing is written before the server runs: until then this thread owns what is sold.
        var changed = new AtomicReference<Runnable>(() -> {});
        var feed = new Feed(clock, first, () -> changed.get().run());
        var book = new OrderBook(feed, clock, rules, () -> changed.get().run());
        stateFile.flatMap(StateFile::read).ifPresent(state -> TdSynnexState.restore(state, feed, book));
        var file = stateFile.map(
                path -> new StateFile<>(vertx, path, () -> TdSynnexState.of(feed, book), TdSynnexState::json));
        file.ifPresent(state -> changed.set(state::changed));
        var kept = new KeptFile();
        var failures = new OrderFailures();
        Runnable reset = () -> {
            feed.reset(first);
            failures.clear();
            book.restore(new OrderBook.Kept(rules, Map.of(), List.of()));
        };
        var router = router(vertx, feed, kept);
        orders(router, book, failures);
        var standIn = StandIn.start(vertx, port, clock, reset, router::handleContext);
        return new TdSynnexStandIn(standIn, () -> {
            file.ifPresent(StateFile::close);
            kept.close();
        });
    }

    private static Router router(Vertx vertx, Feed feed, KeptFile kept) {
        var router = Router.router(vertx);
        var controls = new Controls(feed);
        controls.mount(router);
        new CataloguePage(feed, controls, Account.LOCAL).mount(router);
        new FileServer(vertx, feed, Account.LOCAL, kept).mount(router);
        new XmlServices(feed, Account.LOCAL).mount(router);
        return router;
    }

    private static void orders(Router router, OrderBook book, OrderFailures failures) {
        new OrderControls(book, failures).mount(router);
        new OrdersPage(book).mount(router);
        new OrderServices(book, failures, Account.LOCAL).mount(router);
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
