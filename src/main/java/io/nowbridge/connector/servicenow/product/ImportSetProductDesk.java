package io.nowbridge.connector.servicenow.product;

import io.nowbridge.activity.Failure;
import io.nowbridge.activity.WhoCanFix;
import io.nowbridge.product.Change;
import io.nowbridge.product.Change.Action;
import io.nowbridge.product.DeskIds;
import io.nowbridge.product.Item;
import io.nowbridge.product.Item.Outcome;
import io.nowbridge.product.Part;
import io.nowbridge.product.ProductDesk;
import io.nowbridge.servicenow.ImportSets;
import io.nowbridge.servicenow.ImportSets.StagedRow;
import io.nowbridge.servicenow.ServiceNow;
import io.nowbridge.servicenow.ServiceNowException;
import io.nowbridge.servicenow.SysId;
import io.smallrye.mutiny.Uni;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * Products written through a staging table, out of which the instance's own transform maps make product models and vendor
 * items. They coalesce on vendor and SKU, so whatever is loaded again is met and not doubled. A column is never emptied in this
 * way, and what is to be deactivated is created if it is not there.
 */
public final class ImportSetProductDesk implements ProductDesk {

    /** The staging table, which has to be set up. */
    public static final String STAGING = "u_nowbridge_product";

    private static final String VENDOR = "u_vendor";
    private static final String SKU = "u_sku";

    private final ImportSets importSets;
    private final Uni<String> vendor;
    private final ProductDesk reading;
    private final Patience patience;

    /** How long to wait for what was loaded, looking every so often. */
    public record Patience(Duration pause, int looks) {

        public static final Patience USUAL = new Patience(Duration.ofSeconds(2), 60);
    }

    /** Compares by {@code reading}; {@code vendor} is the company that the distributor is at the instance. */
    public ImportSetProductDesk(ServiceNow serviceNow, Uni<String> vendor, ProductDesk reading, Patience patience) {
        this.importSets = serviceNow.importSets();
        this.vendor = vendor;
        this.reading = reading;
        this.patience = patience;
    }

    @Override
    public Uni<List<Item>> write(List<Change> changes) {
        if (changes.isEmpty()) {
            return Uni.createFrom().item(List.of());
        }
        return vendor.flatMap(name -> importSets.insertMultiple(
                        STAGING,
                        changes.stream().map(change -> row(change, name)).toList()))
                .flatMap(set -> transformed(set, changes.size(), 1))
                .map(rows -> items(changes, rows))
                .onFailure(ServiceNowException.class)
                .transform(ProductFailures::ofAll);
    }

    @Override
    public Uni<List<Item>> compare(List<Change> changes) {
        return reading.compare(changes);
    }

    private Uni<List<StagedRow>> transformed(SysId set, int expected, int look) {
        return importSets.rows(STAGING, set, SKU).flatMap(rows -> {
            var done = rows.stream().filter(row -> !row.isPending()).count();
            if (done >= expected || look == patience.looks()) {
                return Uni.createFrom().item(rows);
            }
            return Uni.createFrom()
                    .voidItem()
                    .onItem()
                    .delayIt()
                    .by(patience.pause())
                    .chain(() -> transformed(set, expected, look + 1));
        });
    }

    private static Map<String, String> row(Change change, String vendor) {
        var product = change.wanted();
        var row = new TreeMap<String, String>();
        for (var part : Part.values()) {
            product.fields(part).forEach((field, value) -> row.put(column(field), value));
        }
        for (var price : List.of("cost", "listPrice", "modelCost")) {
            product.currency()
                    .ifPresent(code -> row.computeIfPresent(
                            column(price), (column, value) -> value.isEmpty() ? "" : code + ";" + value));
        }
        row.put(VENDOR, vendor);
        row.put(SKU, product.sku().value());
        return row;
    }

    /** The staging table's column for a field: {@code u_list_price}. */
    static String column(String field) {
        return "u_" + field.replaceAll("([A-Z])", "_$1").toLowerCase(Locale.ROOT);
    }

    private static List<Item> items(List<Change> changes, List<StagedRow> rows) {
        var bySku = rows.stream().collect(Collectors.toMap(StagedRow::key, Function.identity(), (one, other) -> other));
        return changes.stream()
                .map(change -> Optional.ofNullable(bySku.get(change.sku().value()))
                        .filter(row -> !row.isPending())
                        .map(row -> item(change, row))
                        .orElseGet(() -> Item.failed(change, waiting(change))))
                .toList();
    }

    private static Item item(Change change, StagedRow row) {
        if (row.failed()) {
            return Item.failed(
                    change,
                    new Failure(
                            change.sku().value(),
                            row.comment().isEmpty() ? "The transform map answered " + row.state() : row.comment(),
                            WhoCanFix.ADMINISTRATOR,
                            "Correct the transform maps of " + STAGING
                                    + ", or what they refer to; the message is ServiceNow's own."));
        }
        return new Item(
                change.sku(),
                change.action(),
                outcome(change.action(), row.state()),
                new DeskIds(Optional.empty(), row.target().map(SysId::value)),
                List.of(),
                Optional.empty());
    }

    private static Outcome outcome(Action action, String state) {
        if (action == Action.DEACTIVATE) {
            return Outcome.DEACTIVATED;
        }
        if (state.equals("inserted")) {
            return Outcome.CREATED;
        }
        return action == Action.CREATE ? Outcome.ADOPTED : Outcome.UPDATED;
    }

    private static Failure waiting(Change change) {
        return new Failure(
                change.sku().value(),
                "It is in the staging table, and was not transformed in time",
                WhoCanFix.NOBODY,
                "The instance works through its import sets one after another; the next run sees to it again.");
    }
}
