package io.nowbridge.connector.servicenow.product;

import static io.nowbridge.product.DeskProducts.change;
import static io.nowbridge.product.DeskProducts.many;
import static io.nowbridge.product.DeskProducts.product;
import static io.nowbridge.product.DeskProducts.with;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.nowbridge.activity.WhoCanFix;
import io.nowbridge.connection.ConnectedSystemException;
import io.nowbridge.connector.servicenow.probe.TestedInstance;
import io.nowbridge.product.Change;
import io.nowbridge.product.Change.Action;
import io.nowbridge.product.DeskIds;
import io.nowbridge.product.DeskProduct;
import io.nowbridge.product.Item;
import io.nowbridge.product.Item.Outcome;
import io.nowbridge.product.Part;
import io.nowbridge.product.ProductDesk;
import io.nowbridge.product.ProductDeskContract;
import io.nowbridge.product.Sku;
import io.quarkus.test.junit.QuarkusTest;
import io.smallrye.mutiny.Uni;
import io.vertx.core.json.JsonObject;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Products in batches, against the stand-in. */
@QuarkusTest
class BatchProductDeskTest extends ProductDeskContract {

    private static final String LENOVO = "b7e9f4ffc0a80169009a5a485bb2a2c1";
    private static final String SYNNEX = "b7e9e843c0a80169009a5a485bb2a2b5";
    private static final String THINKPAD = "a9a5f6d0c0a8016400a1b2c3d4e5f601";
    /** A model that no vendor item refers to. */
    private static final String DISPLAY = "a9a5f6d0c0a8016400a1b2c3d4e5f603";

    private static final String COMPUTER = "81feb9c137101000deeabfc8bcbe5dc0";

    @RegisterExtension
    final TestedInstance instance = new TestedInstance();

    @Override
    protected ProductDesk desk() {
        return new BatchProductDesk(
                instance.client(), ProductTemplates.usual(), Uni.createFrom().item(ProductTemplates.VENDOR));
    }

    @Override
    protected int records(Sku sku) {
        return instance.rows("pc_vendor_cat_item", "product_id=" + sku).size();
    }

    @Test
    void anOfferRefersToItsVendorAndItsModelAndTheModelToItsMaker() {
        write(desk(), List.of(change(Action.CREATE, with(product("100", "27.12"), "manufacturer", " LENOVO "))));

        var offer = offer("100");
        assertThat(offer.getString("vendor_price")).isEqualTo("27.12");
        assertThat(value(offer, "vendor")).isEqualTo(SYNNEX);
        var model = row("cmdb_hardware_product_model", value(offer, "model"));
        assertThat(value(model, "manufacturer")).isEqualTo(LENOVO);
        assertThat(model.getString("cmdb_model_category")).isEqualTo(COMPUTER);
    }

    @Test
    void twoHundredAndFiftyNewProductsTakeThreeCallsAndOneForCompanies() {
        var desk = desk();

        write(desk, many(Action.CREATE, 250));

        assertThat(batches()).isEqualTo(4);
        write(desk, many(Action.CREATE, 500).subList(250, 500));
        assertThat(batches()).isEqualTo(7);
    }

    @Test
    void twoHundredAndFiftyNewPricesTakeOneCall() {
        var desk = desk();
        write(desk, many(Action.CREATE, 250));
        var before = batches();

        write(desk, prices(250));

        assertThat(batches()).isEqualTo(before + 1);
    }

    @Test
    void aProductThatIsKnownIsChangedWithItsModelInOneCall() {
        var desk = desk();
        write(desk, many(Action.CREATE, 250));
        var before = batches();

        write(desk, many(Action.UPDATE, 250));

        assertThat(batches()).isEqualTo(before + 1);
    }

    @Test
    void aCompanyIsCreatedOnce() {
        write(desk(), many(Action.CREATE, 20));
        write(desk(), many(Action.CREATE, 40));

        assertThat(instance.rows("core_company", "nameSTARTSWITHMaker"))
                .hasSize(5)
                .allSatisfy(
                        company -> assertThat(company.getString("manufacturer")).isEqualTo("true"));
    }

    @Test
    void aVendorItemThatIsThereIsAdoptedWithItsModel() {
        var items = write(
                desk(), List.of(change(Action.CREATE, with(product("7734021", "1.00"), "manufacturer", "Lenovo"))));

        assertThat(items).extracting(Item::outcome).containsExactly(Outcome.ADOPTED);
        assertThat(items.getFirst().ids())
                .isEqualTo(new DeskIds(Optional.of(THINKPAD), Optional.of("b9a5f6d0c0a8016400a1b2c3d4e5f601")));
        assertThat(row("cmdb_hardware_product_model", THINKPAD).getString("model_number"))
                .isEqualTo("MPN-7734021");
    }

    @Test
    void aModelThatIsThereIsTakenOver() {
        var items = write(desk(), List.of(change(Action.CREATE, display("100"))));

        assertThat(items.getFirst().ids().product()).contains(DISPLAY);
        assertThat(value(offer("100"), "model")).isEqualTo(DISPLAY);
    }

    @Test
    void whereExistingProductsAreLeftAVendorItemIsAdoptedAsItIs() {
        var before = offer("7734021").encode();
        var known = with(product("7734021", "1.00"), "manufacturer", "Lenovo");

        var items = write(leaving(), List.of(change(Action.CREATE, known), change(Action.CREATE, product("100", "1"))));

        assertThat(items).extracting(Item::outcome).containsExactly(Outcome.ADOPTED, Outcome.CREATED);
        assertThat(items.getFirst().ids())
                .isEqualTo(new DeskIds(Optional.of(THINKPAD), Optional.of("b9a5f6d0c0a8016400a1b2c3d4e5f601")));
        assertThat(offer("7734021").encode()).isEqualTo(before);
        assertThat(row("cmdb_hardware_product_model", THINKPAD).getString("model_number"))
                .isNotEqualTo("MPN-7734021");
    }

    @Test
    void whereExistingProductsAreLeftANewVendorItemRefersToTheModelAsItIs() {
        var before = row("cmdb_hardware_product_model", DISPLAY).encode();

        var items = write(leaving(), List.of(change(Action.CREATE, display("100"))));

        assertThat(items).extracting(Item::outcome).containsExactly(Outcome.CREATED);
        assertThat(value(offer("100"), "model")).isEqualTo(DISPLAY);
        assertThat(row("cmdb_hardware_product_model", DISPLAY).encode()).isEqualTo(before);
    }

    @Test
    void whatWouldBeCreatedIsToldColumnByColumn() {
        var items = compare(List.of(change(Action.CREATE, product("100", "9.99"))));

        assertThat(items).extracting(Item::outcome).containsExactly(Outcome.MISSING);
        assertThat(items.getFirst().differences())
                .contains(
                        new Item.Difference(Part.PRODUCT, "name", "", "Product 100"),
                        new Item.Difference(Part.PRODUCT, "manufacturer", "", "Acme, Inc."),
                        new Item.Difference(Part.OFFER, "vendor_price", "", "USD;9.99"))
                .allMatch(difference -> difference.from().isEmpty());
    }

    @Test
    void ofAModelThatWouldBeTakenOverWhatItHasIsTold() {
        var has = row("cmdb_hardware_product_model", DISPLAY).getString("name");

        var items = compare(List.of(change(Action.CREATE, display("100"))));

        assertThat(items.getFirst().differences())
                .contains(new Item.Difference(Part.PRODUCT, "name", has, "Product 100"))
                .noneMatch(difference -> difference.column().equals("manufacturer"));
    }

    @Test
    void whatSomebodyDeletedIsCreatedAnew() {
        var desk = desk();
        write(desk, many(Action.CREATE, 3));
        instance.delete("pc_vendor_cat_item", offer("1000001").getString("sys_id"));

        var items = write(desk, prices(3));

        assertThat(items).extracting(Item::outcome).containsExactly(Outcome.UPDATED, Outcome.CREATED, Outcome.UPDATED);
        assertThat(records(new Sku("1000001"))).isEqualTo(1);
    }

    @Test
    void whatIsNotThereCannotBeDeactivated() {
        var items = write(desk(), List.of(change(Action.DEACTIVATE, product("100", "1.00"))));

        assertThat(items).extracting(Item::outcome).containsExactly(Outcome.MISSING);
        assertThat(records(new Sku("100"))).isZero();
    }

    @Test
    void anInstanceThatChoosesItsOwnKeysIsFollowed() {
        instance.settings("{'ignoreSentSysId':true}");
        var created = write(desk(), many(Action.CREATE, 5));

        var again = write(desk(), many(Action.CREATE, 5));
        var changed = write(
                desk(),
                created.stream()
                        .map(item -> change(
                                Action.UPDATE, product(item.sku().value(), "5.00"), Set.of(Part.OFFER), item.ids()))
                        .toList());

        assertThat(again).extracting(Item::outcome).containsOnly(Outcome.ADOPTED);
        assertThat(changed).extracting(Item::outcome).containsOnly(Outcome.UPDATED);
        assertThat(created).allMatch(item -> records(item.sku()) == 1);
    }

    @Test
    void anUnknownCategoryIsTheFailureOfThatProductAlone() {
        var items = write(
                desk(),
                List.of(
                        change(Action.CREATE, product("100", "1.00")),
                        change(Action.CREATE, with(product("101", "1.00"), "category", "Zeppelin"))));

        assertThat(items).extracting(Item::outcome).containsExactly(Outcome.CREATED, Outcome.FAILED);
        assertThat(items.getLast().failure()).hasValueSatisfying(failure -> {
            assertThat(failure.cause()).contains("cmdb_model_category").contains("\"Zeppelin\"");
            assertThat(failure.whoCanFix()).isEqualTo(WhoCanFix.ADMINISTRATOR);
        });
    }

    @Test
    void whatIsRefusedCostsTheOthersNothing() {
        instance.fault("{'match':{'method':'POST','path':'/api/now/table/pc_vendor_cat_item'},'fault':'status',"
                + "'status':403,'times':5}");

        var items = write(desk(), many(Action.CREATE, 100));

        assertThat(items).filteredOn(item -> item.outcome() == Outcome.FAILED).hasSize(5);
        assertThat(items).filteredOn(item -> item.outcome() == Outcome.CREATED).hasSize(95);
        assertThat(write(desk(), many(Action.CREATE, 100)))
                .extracting(Item::outcome)
                .containsOnly(Outcome.CREATED);
        assertThat(instance.rows("cmdb_hardware_product_model", "model_numberSTARTSWITHMPN-"))
                .hasSize(100);
    }

    @Test
    void aRefusalAlthoughItWasWrittenIsSeenThrough() {
        instance.fault("{'match':{'method':'POST','path':'/api/now/table/pc_vendor_cat_item'},"
                + "'fault':'status-after-write','status':403,'times':3}");

        var items = write(desk(), many(Action.CREATE, 10));

        assertThat(items).noneMatch(item -> item.outcome() == Outcome.FAILED);
        assertThat(items).allMatch(item -> records(item.sku()) == 1);
    }

    @Test
    void whatABatchLeavesUndoneIsDoneInSmallerOnes() {
        instance.settings("{'batchItemMillis':500}");

        var items = write(desk(), many(Action.CREATE, 100));

        assertThat(items).extracting(Item::outcome).containsOnly(Outcome.CREATED);
        assertThat(items).allMatch(item -> records(item.sku()) == 1);
    }

    @Test
    void whatWasCutOffAfterItWasWrittenIsNotDoubled() {
        instance.fault("{'match':{'method':'POST','path':'/api/now/table/pc_vendor_cat_item'},"
                + "'fault':'drop-after-write','times':3}");

        var items = write(desk(), many(Action.CREATE, 10));

        assertThat(items).extracting(Item::outcome).containsOnly(Outcome.CREATED);
        assertThat(items).allMatch(item -> records(item.sku()) == 1);
    }

    @Test
    void aBatchWhoseAnswerWasLostIsSafelyDoneAgain() {
        var desk = desk();
        write(desk, many(Action.CREATE, 1));
        instance.fault("{'match':{'path':'/api/now/v1/batch'},'fault':'drop-after-write','times':1}");
        instance.fault("{'match':{'path':'/api/now/v1/batch'},'fault':'drop-after-write','times':1}");
        instance.fault("{'match':{'path':'/api/now/v1/batch'},'fault':'drop-after-write','times':1}");

        var lost = failure(desk, many(Action.CREATE, 10));

        assertThat(lost).isInstanceOf(ConnectedSystemException.Unavailable.class);
        assertThat(write(desk, many(Action.CREATE, 10)))
                .extracting(Item::outcome)
                .containsOnly(Outcome.CREATED);
        assertThat(many(Action.CREATE, 10)).allMatch(change -> records(change.sku()) == 1);
    }

    @Test
    void aRateLimitThatStrikesWithinABatchIsWaitedFor() {
        instance.settings("{'rateLimits':[{'api':'table','limit':150}]}");

        var limited = failure(desk(), many(Action.CREATE, 100));

        assertThat(limited).isInstanceOf(ConnectedSystemException.Unavailable.class);
        instance.settings("{}");
        write(desk(), many(Action.CREATE, 100));
        assertThat(many(Action.CREATE, 100)).allMatch(change -> records(change.sku()) == 1);
    }

    @Test
    void withoutTheRightToBatchesNothingIsSaidOfAnyProduct() {
        instance.settings("{'apiAcl':['batch']}");

        assertThat(failure(desk(), many(Action.CREATE, 2))).isInstanceOf(ConnectedSystemException.Forbidden.class);
    }

    @Test
    void aPriceInAnotherCurrencyKeepsIt() {
        var inEuros = new DeskProduct(
                new Sku("100"),
                "cmdb_hardware_product_model",
                product("100", "10").product(),
                product("100", "10").offer(),
                Optional.of("EUR"));

        write(desk(), List.of(change(Action.CREATE, inEuros)));

        assertThat(offer("100").getString("vendor_price")).isEqualTo("EUR;10");
        assertThat(compare(List.of(change(Action.COMPARE, inEuros))))
                .extracting(Item::outcome)
                .containsExactly(Outcome.SAME);
    }

    @Test
    void whatIsTooLongIsCutAndTold() {
        var items =
                write(desk(), List.of(change(Action.CREATE, with(product("100", "1.00"), "name", "n".repeat(300)))));

        assertThat(items.getFirst().outcome()).isEqualTo(Outcome.CREATED);
        assertThat(items.getFirst().differences())
                .containsExactly(new Item.Difference(Part.PRODUCT, "name", "n".repeat(255), "n".repeat(300)));
    }

    @Test
    void aColumnThatTheUserMayNotWriteIsTold() {
        instance.settings("{'unwritableFields':['pc_vendor_cat_item.list_price']}");

        var items = write(desk(), List.of(change(Action.CREATE, product("100", "1.00"))));

        assertThat(items.getFirst().differences())
                .containsExactly(new Item.Difference(Part.OFFER, "list_price", "", "USD;99.90"));
    }

    @Test
    void productsOfOnePartNumberHaveEachTheirModel() {
        var twin = with(product("101", "2.00"), "manufacturerPartNumber", "MPN-100");

        var items = write(desk(), List.of(change(Action.CREATE, product("100", "1.00")), change(Action.CREATE, twin)));

        assertThat(items).extracting(Item::outcome).containsOnly(Outcome.CREATED);
        assertThat(value(offer("100"), "model")).isNotEqualTo(value(offer("101"), "model"));
    }

    @Test
    void ofTwoProductsOfOnePartNumberTheFirstTakesTheModelOverAndTheOtherHasItsOwn() {
        var first = change(Action.CREATE, display("101"));
        var second = second(display("100"));

        write(desk(), List.of(second));
        write(desk(), List.of(first));
        write(desk(), List.of(second, first));

        assertThat(value(offer("101"), "model")).isEqualTo(DISPLAY);
        assertThat(value(offer("100"), "model")).isNotEqualTo(DISPLAY);
        assertThat(compare(List.of(change(Action.COMPARE, display("100")), change(Action.COMPARE, display("101")))))
                .extracting(Item::outcome)
                .containsOnly(Outcome.SAME);
    }

    @Test
    void ofTwoModelsOfOnePartNumberEachProductHasOne() {
        var maker = value(row("cmdb_hardware_product_model", DISPLAY), "manufacturer");
        var other = instance.create(
                        "cmdb_hardware_product_model", "{'model_number':'9VF99A8','manufacturer':'" + maker + "'}")
                .getString("sys_id");
        var models = Stream.of(DISPLAY, other).sorted().toList();

        write(desk(), List.of(second(display("100"))));
        write(desk(), List.of(change(Action.CREATE, display("101"))));

        assertThat(value(offer("101"), "model")).isEqualTo(models.getFirst());
        assertThat(value(offer("100"), "model")).isEqualTo(models.getLast());
    }

    @Test
    void aModelThatAProductHasTakenOverIsNoOthersLater() {
        write(desk(), List.of(change(Action.CREATE, display("101"))));

        write(desk(), List.of(change(Action.CREATE, display("100"))));

        assertThat(value(offer("101"), "model")).isEqualTo(DISPLAY);
        assertThat(value(offer("100"), "model")).isNotEqualTo(DISPLAY);
    }

    @Test
    void aSecondProductsModelThatIsRefusedIsNotTakenForTheOneThatIsThere() {
        var before = row("cmdb_hardware_product_model", DISPLAY).encode();
        instance.fault("{'match':{'method':'POST','path':'/api/now/table/cmdb_hardware_product_model'},"
                + "'fault':'status','status':403,'times':1}");

        var items = write(desk(), List.of(second(display("100"))));

        assertThat(items).extracting(Item::outcome).containsExactly(Outcome.FAILED);
        assertThat(row("cmdb_hardware_product_model", DISPLAY).encode()).isEqualTo(before);
    }

    private static Change second(DeskProduct product) {
        var first = change(Action.CREATE, product);
        return new Change(first.action(), first.parts(), product, first.ids(), first.imprint(), 1);
    }

    private ProductDesk leaving() {
        return new BatchProductDesk(
                instance.client(), ProductTemplates.leaving(), Uni.createFrom().item(ProductTemplates.VENDOR));
    }

    private static DeskProduct display(String sku) {
        return with(with(product(sku, "1.00"), "manufacturer", "hp inc."), "manufacturerPartNumber", "9vf99a8");
    }

    private static List<Change> prices(int number) {
        return many(Action.UPDATE, number).stream()
                .map(change -> change(
                        Action.UPDATE,
                        new DeskProduct(
                                change.sku(),
                                change.wanted().table(),
                                change.wanted().product(),
                                product(change.sku().value(), "77.00").offer(),
                                Optional.of("USD")),
                        Set.of(Part.OFFER),
                        DeskIds.DERIVED))
                .toList();
    }

    private static ConnectedSystemException failure(ProductDesk desk, List<Change> changes) {
        return catchThrowableOfType(
                ConnectedSystemException.class,
                () -> desk.write(changes).await().atMost(Duration.ofSeconds(30)));
    }

    private long batches() {
        return instance.received().stream()
                .filter(call -> call.equals("POST /api/now/v1/batch"))
                .count();
    }

    private JsonObject offer(String sku) {
        return instance.rows("pc_vendor_cat_item", "product_id=" + sku).getFirst();
    }

    private JsonObject row(String table, String sysId) {
        return instance.rows(table, "sys_id=" + sysId).getFirst();
    }

    private static String value(JsonObject row, String column) {
        return row.getJsonObject(column).getString("value");
    }
}
