package io.nowbridge.connector.servicenow.probe;

import io.nowbridge.connection.ProductSettings;
import io.nowbridge.connection.ProductSettings.Supplier;
import io.nowbridge.connector.probe.Remedy;
import io.nowbridge.connector.probe.Sheet.Line;
import io.nowbridge.connector.servicenow.product.ImportSetProductDesk;
import io.nowbridge.servicenow.Account;
import io.nowbridge.servicenow.Operation;
import io.nowbridge.servicenow.Outcome;
import io.nowbridge.servicenow.Query;
import io.nowbridge.servicenow.Sample;
import io.nowbridge.servicenow.ServiceNow;
import io.nowbridge.servicenow.ServiceNowException;
import io.nowbridge.servicenow.ServiceNowException.Forbidden;
import io.nowbridge.servicenow.ServiceNowException.Rejected;
import io.nowbridge.servicenow.SupplierApi;
import io.nowbridge.servicenow.SupplierApi.Matter;
import io.nowbridge.setup.Check;
import io.smallrye.mutiny.Uni;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** Looks at what the connection's way of writing products rests on, where a template writes any. */
final class ProductChecks {

    private static final String STAGING = ImportSetProductDesk.STAGING;
    private static final String IMPORT_ROLE = "import_transformer";

    private static final Remedy BATCH_RIGHTS = Remedy.ofAdministrator(
            "Let the integration user use the Batch API: a REST_Endpoint access control (ACL) or an API access policy closes it.");
    private static final Remedy COMMIT = Remedy.ofAdministrator(
            "Load the update set of the guide Keep products in ServiceNow,"
                    + " which brings the staging table and its transform maps, or set how products are written to batch.");
    private static final Remedy STAGING_RIGHTS = Remedy.ofAdministrator("Give the integration user the role "
            + IMPORT_ROLE + ", and let it create and read rows of " + STAGING + ".");
    private static final Remedy INSTALL = Remedy.ofAdministrator("Install the Procurement Integration Framework"
            + " (com.glide.sn_spend_intg) of Source-to-Pay, or set how products are written to batch.");
    private static final Remedy SUPPLIER_ROLE =
            Remedy.ofAdministrator("Give the integration user the role sn_spend_intg.procurement_integrator.");
    private static final Remedy AGREE = Remedy.ofAdministrator(
            "Set them on the connection as they are agreed with the procurement of the instance.");

    private final ServiceNow serviceNow;
    private final ProductSettings settings;
    private final Line line;

    ProductChecks(ServiceNow serviceNow, ProductSettings settings) {
        this.serviceNow = serviceNow;
        this.settings = settings;
        this.line = line(settings);
    }

    /** What is looked at: nothing, where no template writes products. */
    static Stream<Line> lines(ProductSettings settings, List<TableNeed> needs) {
        return needs.stream().filter(TableNeed::catalog).limit(1).map(need -> line(settings));
    }

    static Line line(ProductSettings settings) {
        return new Line("product-writing", settings.writing().label());
    }

    /** Looks, without writing anything. */
    Uni<Check> look(Optional<Account> account, TableNeed need) {
        return switch (settings.writing()) {
            case BATCH -> batch(need);
            case IMPORT_SET -> importSet(account);
            case SOURCE_TO_PAY ->
                settings.supplier()
                        .map(this::sourceToPay)
                        .orElseGet(() -> Uni.createFrom()
                                .item(line.failed(
                                        "Not set: " + String.join(", ", settings.missingOfSupplier()) + ".", AGREE)));
        };
    }

    private Uni<Check> batch(TableNeed need) {
        return serviceNow
                .batches()
                .run(
                        "Trying the Batch API",
                        List.of(new Operation.Find(need.table(), Set.of("sys_id"), Query.all(), 1)))
                .map(outcomes -> switch (outcomes.getFirst()) {
                    case Outcome.Found found -> line.passed("The Batch API carries calls out.");
                    case Outcome.Refused(var failure) -> judged(failure, BATCH_RIGHTS, BATCH_RIGHTS);
                    case Outcome.Unserviced late ->
                        line.failed(
                                "The Batch API ended before its only call.",
                                Remedy.ofNobody("Repeat the test at a quieter time."));
                    case Outcome.Wrote wrote -> throw new IllegalStateException("a look-up wrote");
                    case Outcome.Absent absent -> throw new IllegalStateException("a look-up missed its record");
                })
                .onFailure(ServiceNowException.class)
                .recoverWithItem(failure -> judged(failure, BATCH_RIGHTS, BATCH_RIGHTS));
    }

    private Uni<Check> importSet(Optional<Account> account) {
        return serviceNow
                .records()
                .sample(STAGING, Set.of("u_sku"))
                .map(sample -> staging(sample, account.map(Account::roles).orElse(List.of())))
                .onFailure(ServiceNowException.class)
                .recoverWithItem(failure -> judged(failure, STAGING_RIGHTS, COMMIT));
    }

    private Check staging(Sample sample, List<String> roles) {
        if (sample.hidden()) {
            return line.failed(STAGING + " holds rows, and shows none.", STAGING_RIGHTS);
        }
        if (roles.isEmpty()) {
            return line.unproven(
                    STAGING
                            + " is there; whether rows may be loaded is not proven, since the user's roles are not seen.",
                    STAGING_RIGHTS);
        }
        return roles.contains(IMPORT_ROLE) || roles.contains("admin")
                ? line.passed(STAGING + " is there, and the integration user has the role " + IMPORT_ROLE + ".")
                : line.failed("The integration user lacks the role " + IMPORT_ROLE + ".", STAGING_RIGHTS);
    }

    // A delivery of nothing is refused for the same rights, and changes nothing.
    private Uni<Check> sourceToPay(Supplier supplier) {
        var nothing =
                new SupplierApi.Supplier(supplier.customer(), supplier.catalog(), supplier.id(), "nowbridge-test");
        return serviceNow
                .supplierApi()
                .tell(Matter.PRICE, nothing, List.of())
                .map(told -> line.passed("Source-to-Pay takes in what a supplier tells."))
                .onFailure(ServiceNowException.class)
                .recoverWithItem(failure -> judged(failure, SUPPLIER_ROLE, INSTALL));
    }

    private Check judged(Throwable failure, Remedy rights, Remedy missing) {
        return switch (failure) {
            case Forbidden denied -> line.failed(Trouble.cause(denied), rights);
            case Rejected unknown -> line.failed(Trouble.cause(unknown), missing);
            default -> Trouble.at(line, failure);
        };
    }
}
