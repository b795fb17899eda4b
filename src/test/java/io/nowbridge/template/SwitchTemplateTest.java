package io.nowbridge.template;

import static io.nowbridge.connection.ConnectionFixtures.OTHER_CREDENTIALS;
import static io.nowbridge.template.TemplateFixtures.DESK;
import static io.nowbridge.template.TemplateFixtures.DISTRIBUTOR;
import static io.nowbridge.template.TemplateFixtures.named;
import static io.nowbridge.template.TemplateFixtures.orderStatus;
import static io.nowbridge.template.TemplateFixtures.productSync;
import static io.nowbridge.template.TemplateFixtures.without;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.InstanceOfAssertFactories.list;
import static org.assertj.core.api.InstanceOfAssertFactories.type;

import io.nowbridge.activity.Failure;
import io.nowbridge.activity.Result;
import io.nowbridge.activity.WhoCanFix;
import io.nowbridge.paging.PageRequest;
import io.nowbridge.setup.Need;
import io.nowbridge.setup.Need.Access;
import io.nowbridge.template.TemplateOutcome.ChangedMeanwhile;
import io.nowbridge.template.TemplateOutcome.NoSuchTemplate;
import io.nowbridge.template.TemplateOutcome.NotReady;
import io.nowbridge.template.TemplateOutcome.OtherEnabled;
import io.nowbridge.template.TemplateOutcome.Removed;
import io.nowbridge.template.TemplateOutcome.Saved;
import io.nowbridge.template.TemplateOutcome.StillEnabled;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;
import org.assertj.core.api.ListAssert;
import org.junit.jupiter.api.Test;

class SwitchTemplateTest {

    private final RunningTemplates templates = new RunningTemplates();

    @Test
    void aTemplateThatLacksNothingIsEnabled() {
        var template = templates.created(productSync());

        templates.enable(template);

        assertThat(templates.found(template.id())).isEqualTo(template.switched(true, TemplateFixtures.BY_MARIA));
        assertThat(templates.logged())
                .last()
                .satisfies(entry -> assertThat(entry.subjects()).containsEntry("action", "enable"));
    }

    @Test
    void beforeItIsEnabledTheDeskIsTriedForExactlyWhatItNeeds() {
        templates.enabled(orderStatus());

        assertThat(templates.desk().tried())
                .containsExactlyInAnyOrder(
                        need("proc_po", Access.READ, "number"),
                        need("proc_po", Access.WRITE, "u_note", "u_tds_order_status"),
                        need("proc_po_item", Access.READ, "purchase_order", "part_number"));
    }

    @Test
    void credentialsThatTheDeskReplacesMeanwhileAreKept() {
        templates.desk().renew(OTHER_CREDENTIALS);

        templates.enabled(orderStatus());

        assertThat(templates.connections().credentialsNow(DESK)).contains(OTHER_CREDENTIALS);
    }

    @Test
    void aMissingRightKeepsItDisabledAndIsNamed() {
        templates.desk().lackRightOn("pc_vendor_cat_item");
        var template = templates.created(productSync());

        obstacles(templates.enable(template))
                .containsExactly(new Obstacle(
                        "write pc_vendor_cat_item",
                        "The user may not write. Grant the role.",
                        WhoCanFix.ADMINISTRATOR));
        assertThat(templates.found(template.id()).enabled()).isFalse();
    }

    @Test
    void aMissingMappingAndAMissingRightAreNamedTogether() {
        templates.desk().lackRightOn("pc_vendor_cat_item");

        obstacles(templates.enable(templates.created(without(productSync(), "sku"))))
                .extracting(Obstacle::subject)
                .containsExactly("mappings.fields.sku", "write pc_vendor_cat_item");
    }

    @Test
    void aSchemaThatCannotBeReadKeepsItDisabled() {
        templates.desk().closeSchema();

        obstacles(templates.enable(templates.created(productSync())))
                .extracting(Obstacle::subject)
                .containsExactly("deskId");
    }

    @Test
    void aSchemaThatCannotBeReadAndAMissingRightAreNamedTogether() {
        templates.desk().closeSchema();
        templates.desk().lackRightOn("pc_vendor_cat_item");

        obstacles(templates.enable(templates.created(productSync())))
                .extracting(Obstacle::subject)
                .containsExactly("deskId", "write pc_vendor_cat_item");
    }

    @Test
    void aTemplateThatIsEnabledWhileItsDeskIsClosedEndsUpDisabled() {
        var template = templates.created(productSync());
        templates.desk().meanwhile(() -> templates.close(DESK));

        obstacles(templates.enable(template)).extracting(Obstacle::subject).containsExactly("deskId");

        assertThat(templates.found(template.id()).enabled()).isFalse();
        assertThat(templates.found(template.id()).revision()).isEqualTo(template.revision() + 2);
    }

    @Test
    void aClosedDeskIsNotTried() {
        var template = templates.created(productSync());
        templates.close(DESK);

        templates.enable(template);

        assertThat(templates.desk().tried()).isEmpty();
    }

    @Test
    void aColumnThatVanishedSinceItWasSavedKeepsItDisabled() {
        var template = templates.created(productSync());
        templates.desk().drop("pc_vendor_cat_item", "product_id");

        obstacles(templates.enable(template)).extracting(Obstacle::subject).containsExactly("mappings.fields.sku");
    }

    @Test
    void closedConnectionsKeepItDisabledAndTheirStateIsNamed() {
        var template = templates.created(productSync());
        templates.close(DESK);
        templates.close(DISTRIBUTOR);

        obstacles(templates.enable(template))
                .extracting(Obstacle::message)
                .containsExactly(
                        "the connection The desk is in the state Disabled",
                        "the connection The distributor is in the state Disabled");
    }

    @Test
    void aConnectionThatIsNoMoreKeepsItDisabled() {
        var template = templates.created(productSync());
        var distributor = templates.connections().now(DISTRIBUTOR).orElseThrow();
        templates.connections().remove(distributor).await().indefinitely();

        obstacles(templates.enable(template)).extracting(Obstacle::subject).containsExactly("distributorId");
    }

    @Test
    void whyItCouldNotBeEnabledIsLogged() {
        templates.desk().lackRightOn("pc_vendor_cat_item");

        templates.enable(templates.created(productSync()));

        assertThat(templates.logged()).last().satisfies(entry -> {
            assertThat(entry.result()).isEqualTo(Result.FAILED);
            assertThat(entry.failures()).extracting(Failure::subject).containsExactly("write pc_vendor_cat_item");
        });
    }

    @Test
    void aSecondOfItsKindIsRefusedAndToldWhichIsEnabled() {
        var first = templates.enabled(productSync());
        var second = templates.created(named(productSync(), "Another"));

        assertThat(templates.enable(second)).isEqualTo(new OtherEnabled(first.id()));
        assertThat(templates.logged())
                .last()
                .extracting(entry -> entry.result())
                .isEqualTo(Result.FAILED);
    }

    @Test
    void enablingWhatIsEnabledChangesNothing() {
        var template = templates.enabled(productSync());

        assertThat(templates.enable(template)).isEqualTo(new Saved(template, List.of()));
        assertThat(templates.found(template.id()).revision()).isEqualTo(2);
    }

    @Test
    void whatWasChangedMeanwhileIsNotEnabled() {
        var read = templates.created(productSync());
        templates.replace(read, named(productSync(), "Changed"));

        assertThat(templates.enable(read)).isEqualTo(new ChangedMeanwhile());
        assertThat(templates.disable(read)).isEqualTo(new ChangedMeanwhile());
        assertThat(templates.remove(read)).isEqualTo(new ChangedMeanwhile());
    }

    @Test
    void aDisabledTemplateIsRemovedAndItsEntryStays() {
        var template = templates.created(productSync());

        assertThat(templates.remove(template)).isEqualTo(new Removed());

        assertThat(templates.store().find(template.id()).await().indefinitely()).isEmpty();
        assertThat(templates.logged())
                .last()
                .satisfies(entry -> assertThat(entry.subjects())
                        .containsEntry("action", "remove")
                        .containsEntry("name", "Product Sync"));
    }

    @Test
    void anEnabledTemplateIsNotRemoved() {
        assertThat(templates.remove(templates.enabled(productSync()))).isEqualTo(new StillEnabled());
    }

    @Test
    void aRemovedTemplateHasNoVersions() {
        var template = templates.created(productSync());

        templates.remove(template);

        assertThat(templates.store().version(template.id(), 1).await().indefinitely())
                .isEmpty();
    }

    @Test
    void whoAsksAgainSweepsUpWhatARemovalThatDiedLeft() {
        var template = templates.created(productSync());
        templates.store().remove(template).await().indefinitely();

        assertThat(templates.remove(template)).isEqualTo(new NoSuchTemplate());

        assertThat(templates.store().version(template.id(), 1).await().indefinitely())
                .isEmpty();
    }

    @Test
    void removingWhatIsNotThereIsSaidSo() {
        assertThat(templates.remove(TemplateFixtures.template("gone", productSync())))
                .isEqualTo(new NoSuchTemplate());
    }

    @Test
    void disconnectingDisablesEveryTemplateOfTheConnectionWithAnEntryEach() {
        var sync = templates.enabled(productSync());
        var status = templates.enabled(orderStatus());
        templates.created(named(productSync(), "Disabled anyway"));
        templates.logged().clear();

        var disabled = templates
                .work()
                .flows()
                .disable(DISTRIBUTOR, TemplateFixtures.MANAGER)
                .await()
                .indefinitely();

        assertThat(disabled).isEqualTo(2);
        assertThat(List.of(templates.found(sync.id()), templates.found(status.id())))
                .noneMatch(Template::enabled);
        assertThat(templates.logged())
                .extracting(entry -> entry.subjects().get("action"))
                .containsExactly("disable", "disable");
    }

    @Test
    void disconnectingDisablesATemplateThatSomebodyIsEditing() {
        var template = templates.enabled(productSync());
        templates.store().beforeTheNextWrite(() -> templates.replace(template, named(productSync(), "Edited")));

        var disabled = templates
                .work()
                .flows()
                .disable(DESK, TemplateFixtures.MANAGER)
                .await()
                .indefinitely();

        assertThat(disabled).isEqualTo(1);
        assertThat(templates.found(template.id()).enabled()).isFalse();
        assertThat(templates.found(template.id()).form().name()).isEqualTo("Edited");
    }

    @Test
    void whoeverIsFasterWinsAndTheOtherIsTold() {
        var template = templates.created(productSync());
        Runnable edit = () -> templates.replace(templates.found(template.id()), named(productSync(), "Edited"));

        templates.store().beforeTheNextWrite(edit);
        assertThat(templates.enable(template)).isEqualTo(new ChangedMeanwhile());
        templates.store().beforeTheNextWrite(edit);
        assertThat(templates.remove(templates.found(template.id()))).isEqualTo(new ChangedMeanwhile());
        templates.store().beforeTheNextWrite(edit);
        assertThat(templates.replace(templates.found(template.id()), productSync()))
                .isEqualTo(new ChangedMeanwhile());

        assertThat(templates.found(template.id()).form().name()).isEqualTo("Edited");
        assertThat(templates.logged())
                .extracting(entry -> entry.subjects().get("action"))
                .containsExactly("create", "edit", "edit", "edit");
    }

    @Test
    void aConnectionHasAsManyTemplatesAsJoinIt() {
        templates.enabled(productSync());
        templates.created(orderStatus());

        assertThat(templates.work().flows().count(DESK).await().indefinitely()).isEqualTo(2);
    }

    @Test
    void theNeedsOfADeskAreThoseOfItsEnabledTemplates() {
        templates.enabled(orderStatus());
        templates.created(productSync());
        var flows = templates.work().flows();
        var desk = templates.connections().now(DESK).orElseThrow();
        var distributor = templates.connections().now(DISTRIBUTOR).orElseThrow();

        assertThat(flows.of(desk).await().indefinitely())
                .extracting(Need::table)
                .containsOnly("proc_po", "proc_po_item");
        assertThat(flows.of(distributor).await().indefinitely()).isEmpty();
    }

    @Test
    void aVersionSaysWhatChanged() {
        var template = templates.created(productSync());
        templates.replace(template, named(productSync(), "Night run"));
        var history = templates.work().history();

        assertThat(history.differences(template.id(), 1, 2).await().indefinitely())
                .contains(List.of(new Difference("name", Optional.of("Product Sync"), Optional.of("Night run"))));
        assertThat(history.differences(template.id(), 1, 3).await().indefinitely())
                .isEmpty();
    }

    @Test
    void whatIsNotThereHasNoVersions() {
        var gone = new TemplateId("gone");

        assertThat(templates
                        .work()
                        .history()
                        .versions(gone, new PageRequest(10, Optional.empty()))
                        .await()
                        .indefinitely())
                .isEmpty();
    }

    private static Need need(String table, Access access, String... fields) {
        return new Need("Get Order Status", table, access, new TreeSet<>(List.of(fields)));
    }

    private static ListAssert<Obstacle> obstacles(TemplateOutcome outcome) {
        return assertThat(outcome)
                .asInstanceOf(type(NotReady.class))
                .extracting(NotReady::obstacles, list(Obstacle.class));
    }
}
