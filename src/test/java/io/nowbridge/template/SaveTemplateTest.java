package io.nowbridge.template;

import static io.nowbridge.connection.ConnectionFixtures.connection;
import static io.nowbridge.template.TemplateFixtures.DESK;
import static io.nowbridge.template.TemplateFixtures.DISTRIBUTOR;
import static io.nowbridge.template.TemplateFixtures.between;
import static io.nowbridge.template.TemplateFixtures.choosing;
import static io.nowbridge.template.TemplateFixtures.form;
import static io.nowbridge.template.TemplateFixtures.mapping;
import static io.nowbridge.template.TemplateFixtures.named;
import static io.nowbridge.template.TemplateFixtures.orderStatus;
import static io.nowbridge.template.TemplateFixtures.productSync;
import static io.nowbridge.template.TemplateFixtures.sorted;
import static io.nowbridge.template.TemplateFixtures.with;
import static io.nowbridge.template.TemplateFixtures.without;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.InstanceOfAssertFactories.list;
import static org.assertj.core.api.InstanceOfAssertFactories.type;

import io.nowbridge.activity.Activity;
import io.nowbridge.activity.Operation;
import io.nowbridge.activity.Result;
import io.nowbridge.activity.WhoCanFix;
import io.nowbridge.connection.ConnectionId;
import io.nowbridge.connection.SystemType;
import io.nowbridge.template.TemplateOutcome.ChangedMeanwhile;
import io.nowbridge.template.TemplateOutcome.NoSuchTemplate;
import io.nowbridge.template.TemplateOutcome.NotReady;
import io.nowbridge.template.TemplateOutcome.Saved;
import io.nowbridge.template.TemplateOutcome.Unfit;
import java.util.List;
import java.util.Map;
import org.assertj.core.api.ListAssert;
import org.junit.jupiter.api.Test;

class SaveTemplateTest {

    private final RunningTemplates templates = new RunningTemplates();

    @Test
    void aNewTemplateIsKeptDisabledAtItsFirstRevision() {
        var template = templates.created(productSync());

        assertThat(template.enabled()).isFalse();
        assertThat(template.revision()).isEqualTo(1);
        assertThat(templates.found(template.id())).isEqualTo(template);
    }

    @Test
    void aTemplateThatLacksNothingHasNoObstacles() {
        assertThat(templates.create(productSync()))
                .asInstanceOf(type(Saved.class))
                .extracting(Saved::obstacles, list(Obstacle.class))
                .isEmpty();
    }

    @Test
    void creatingIsLogged() {
        templates.create(productSync());

        assertThat(templates.logged()).singleElement().satisfies(entry -> {
            assertThat(entry.operation()).isEqualTo(Operation.TEMPLATE_CHANGE);
            assertThat(entry.result()).isEqualTo(Result.SUCCESS);
            assertThat(entry.startedBy()).isEqualTo("maria");
            assertThat(entry.template()).contains("template-1");
            assertThat(entry.subjects())
                    .containsEntry("action", "create")
                    .containsEntry("template", "template-1")
                    .containsEntry("kind", "Product Sync");
        });
    }

    @Test
    void aTableThatNobodyNamedIsTheUsualOneOfSuchADesk() {
        var unnamed = with(
                productSync(),
                new Mappings(
                        sorted(Map.of()),
                        productSync().mappings().fields(),
                        productSync().mappings().values()));

        var template = templates.created(unnamed);

        assertThat(template.form().mappings().tables())
                .containsEntry("product", "cmdb_hardware_product_model")
                .containsEntry("offer", "pc_vendor_cat_item");
    }

    @Test
    void aColumnThatTheDeskDoesNotHaveIsUnfit() {
        misfits(templates.create(mapping(productSync(), "sku", "u_sku")))
                .containsExactly(new Misfit("mappings.fields.sku", "the table has no column u_sku"));
    }

    @Test
    void aReadOnlyColumnIsUnfitForAFieldThatIsWritten() {
        misfits(templates.create(mapping(orderStatus(), "status", "status")))
                .contains(new Misfit("mappings.fields.status", "the column status is read-only"));
    }

    @Test
    void aReadOnlyColumnWillDoForAFieldThatIsOnlyRead() {
        var outcome = templates.create(mapping(orderStatus(), "orderNumber", "status"));

        assertThat(outcome).isInstanceOf(Saved.class);
    }

    @Test
    void aColumnThatWouldCutAnIdentifierIsUnfit() {
        misfits(templates.create(mapping(productSync(), "manufacturerPartNumber", "u_short")))
                .containsExactly(new Misfit(
                        "mappings.fields.manufacturerPartNumber",
                        "the column u_short holds 10 characters, and 30 are needed"));
    }

    @Test
    void aColumnMayCutALongText() {
        assertThat(templates.create(mapping(productSync(), "description", "u_short")))
                .isInstanceOf(Saved.class);
    }

    @Test
    void aValueThatTheColumnDoesNotTakeIsUnfitNamingThoseThatItTakes() {
        var mappings = productSync().mappings();
        var unknown = new Mappings(
                mappings.tables(),
                mappings.fields(),
                sorted(Map.of("categories", sorted(Map.of("012", "toys", "*", "other")))));

        misfits(templates.create(with(productSync(), unknown)))
                .containsExactly(
                        new Misfit("mappings.categories.012", "the column takes no toys, but printing, other"));
    }

    @Test
    void aTableThatTheDeskDoesNotHaveIsUnfitAndItsColumnsAreNotHeldAgainstIt() {
        var mappings = productSync().mappings();
        var elsewhere = new Mappings(
                sorted(Map.of("product", "cmdb_hardware_product_model", "offer", "x_offers")),
                mappings.fields(),
                mappings.values());

        misfits(templates.create(with(productSync(), elsewhere)))
                .extracting(Misfit::field)
                .containsExactly("mappings.tables.offer");
    }

    @Test
    void everythingThatIsUnfitIsNamedAtOnce() {
        misfits(templates.create(mapping(mapping(productSync(), "sku", "one"), "name", "two")))
                .extracting(Misfit::field)
                .containsExactlyInAnyOrder("mappings.fields.sku", "mappings.fields.name");
    }

    @Test
    void whatIsUnfitIsNotKept() {
        templates.create(mapping(productSync(), "sku", "u_sku"));

        assertThat(templates.store().of(DESK).collect().asList().await().indefinitely())
                .isEmpty();
        assertThat(templates.logged()).isEmpty();
    }

    @Test
    void aTemplateJoinsADeskAndADistributorThatThereAre() {
        misfits(templates.create(between(productSync(), DISTRIBUTOR, new ConnectionId("nowhere"))))
                .extracting(Misfit::field)
                .containsExactly("deskId", "distributorId");
    }

    @Test
    void aTemplateWhoseDeskCannotBeReadIsSavedWithTheReason() {
        templates.desk().closeSchema();

        assertThat(templates.create(productSync()))
                .asInstanceOf(type(Saved.class))
                .extracting(Saved::obstacles, list(Obstacle.class))
                .containsExactly(new Obstacle(
                        "deskId",
                        "its tables could not be read: Reading sys_dictionary answered 403. Grant the role.",
                        WhoCanFix.ADMINISTRATOR));
    }

    @Test
    void aTemplateOverAClosedConnectionIsSavedWithItsState() {
        templates.close(DISTRIBUTOR);

        assertThat(templates.create(productSync()))
                .asInstanceOf(type(Saved.class))
                .extracting(Saved::obstacles, list(Obstacle.class))
                .extracting(Obstacle::message)
                .containsExactly("the connection The distributor is in the state Disabled");
    }

    @Test
    void anOptionDecidesWhatMustBeMapped() {
        var withoutQuantity = without(productSync(), "quantity");

        assertThat(obstacles(templates.create(withoutQuantity))).containsExactly("mappings.fields.quantity");
        assertThat(obstacles(templates.create(choosing(withoutQuantity, "updateInventory", "false"))))
                .isEmpty();
    }

    @Test
    void eitherOfTwoOptionsMayDecideIt() {
        var noNotes = choosing(without(orderStatus(), "note"), "trackingTarget", "order");

        assertThat(obstacles(templates.create(without(orderStatus(), "note")))).containsExactly("mappings.fields.note");
        assertThat(obstacles(templates.create(noNotes))).containsExactly("mappings.fields.tracking");
        assertThat(obstacles(templates.create(choosing(noNotes, "partialShipment", "note"))))
                .containsExactly("mappings.fields.note", "mappings.fields.tracking");
    }

    @Test
    void aStatusThatMustBeMappedIsNamed() {
        var bare = form(
                TemplateKind.GET_ORDER_STATUS,
                new Mappings(
                        orderStatus().mappings().tables(),
                        orderStatus().mappings().fields(),
                        sorted(Map.of())));

        assertThat(obstacles(templates.create(bare)))
                .containsExactly("mappings.statuses.accepted", "mappings.statuses.shipped");
    }

    @Test
    void aDeskOfAnotherTypeHasOtherUsualTables() {
        var autotask = new ConnectionId("autotask");
        templates.connections().given(connection(autotask.value(), SystemType.AUTOTASK));
        var unnamed = new Mappings(sorted(Map.of()), sorted(Map.of()), sorted(Map.of()));

        misfits(templates.create(between(with(productSync(), unnamed), autotask, DISTRIBUTOR)))
                .extracting(Misfit::message)
                .containsExactly(
                        "the desk has no table ProductVendors that its user can see",
                        "the desk has no table Products that its user can see");
    }

    @Test
    void aReplacementIsTheNextRevision() {
        var template = templates.created(productSync());

        templates.replace(template, named(productSync(), "Night run"));

        var replaced = templates.found(template.id());
        assertThat(replaced.revision()).isEqualTo(2);
        assertThat(replaced.form().name()).isEqualTo("Night run");
        assertThat(templates.logged())
                .extracting(entry -> entry.subjects().get("action"))
                .containsExactly("create", "edit");
    }

    @Test
    void ofTwoWhoReplaceTheSameRevisionTheSecondIsTold() {
        var template = templates.created(productSync());
        templates.replace(template, named(productSync(), "Mine"));

        var outcome = templates.replace(template, named(productSync(), "Theirs"));

        assertThat(outcome).isEqualTo(new ChangedMeanwhile());
        assertThat(templates.found(template.id()).form().name()).isEqualTo("Mine");
    }

    @Test
    void whatIsNotThereCannotBeReplaced() {
        assertThat(templates.replace(TemplateFixtures.template("gone", productSync()), productSync()))
                .isEqualTo(new NoSuchTemplate());
    }

    @Test
    void aTemplateKeepsItsKindAndItsSystems() {
        var template = templates.created(productSync());

        misfits(templates.replace(template, orderStatus()))
                .extracting(Misfit::field)
                .containsExactly("kind");
    }

    @Test
    void anEnabledTemplateIsNotReplacedByOneThatCannotRun() {
        var template = templates.enabled(productSync());

        var outcome = templates.replace(template, without(productSync(), "sku"));

        assertThat(outcome)
                .asInstanceOf(type(NotReady.class))
                .extracting(NotReady::obstacles, list(Obstacle.class))
                .extracting(Obstacle::subject)
                .containsExactly("mappings.fields.sku");
        assertThat(templates.found(template.id())).isEqualTo(template);
        assertThat(templates.logged()).last().extracting(Activity::result).isEqualTo(Result.FAILED);
    }

    @Test
    void anEnabledTemplateIsNotReplacedByOneForWhichARightIsMissing() {
        var template = templates.enabled(productSync());
        templates.desk().lackRightOn("pc_vendor_cat_item");

        assertThat(templates.replace(template, named(productSync(), "Night run")))
                .asInstanceOf(type(NotReady.class))
                .extracting(NotReady::obstacles, list(Obstacle.class))
                .extracting(Obstacle::subject)
                .containsExactly("write pc_vendor_cat_item");
    }

    @Test
    void whatDoesNotFitIsUnfitForAnEnabledTemplateToo() {
        var template = templates.enabled(productSync());

        misfits(templates.replace(template, mapping(productSync(), "sku", "u_sku")))
                .extracting(Misfit::field)
                .containsExactly("mappings.fields.sku");
    }

    @Test
    void anEnabledTemplateStaysEnabledWhenItIsReplaced() {
        var template = templates.enabled(productSync());

        templates.replace(template, named(productSync(), "Night run"));

        assertThat(templates.found(template.id()).enabled()).isTrue();
    }

    private static ListAssert<Misfit> misfits(TemplateOutcome outcome) {
        return assertThat(outcome).asInstanceOf(type(Unfit.class)).extracting(Unfit::misfits, list(Misfit.class));
    }

    private static List<String> obstacles(TemplateOutcome outcome) {
        return ((Saved) outcome).obstacles().stream().map(Obstacle::subject).toList();
    }
}
