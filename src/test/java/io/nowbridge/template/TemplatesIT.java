package io.nowbridge.template;

import static org.assertj.core.api.Assertions.assertThat;

import io.nowbridge.local.LocalNowbridge;
import io.nowbridge.local.LocalNowbridge.Answer;
import io.nowbridge.local.OwnNowbridge;
import io.nowbridge.local.tdsynnex.TdSynnexStandIn;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Templates against the schema of the ServiceNow stand-in, through the API of what ships. */
class TemplatesIT {

    @RegisterExtension
    static final OwnNowbridge NOWBRIDGE = new OwnNowbridge();

    private static String desk;
    private static String distributor;

    @BeforeAll
    static void start() {
        // While it is the only one.
        desk = nowbridge().demo();
        distributor = disconnected(nowbridge().call("POST", "/connections", distributor()));
    }

    @Test
    void aTemplateIsKeptWithTheUsualTablesOfItsDeskAndItsNextRuns() {
        var created = create("product_id");

        assertThat(created.status()).isEqualTo(201);
        assertThat(created.etag()).isEqualTo("\"1\"");
        assertThat(created.text("/mappings/tables/product")).isEqualTo("cmdb_hardware_product_model");
        assertThat(created.body().path("nextRuns")).hasSize(3);
        assertThat(nowbridge().call("GET", path(created), "").text("/name")).isEqualTo("Nightly");
    }

    @Test
    void aColumnThatTheInstanceDoesNotHaveIsNamed() {
        var refused = create("u_sku");

        assertThat(refused.status()).isEqualTo(422);
        assertThat(refused.text("/errors/0/field")).isEqualTo("mappings.fields.sku");
    }

    @Test
    void whatCannotRunIsNotEnabledAndSaysWhy() {
        var created = create("product_id");

        var refused = nowbridge().call("POST", path(created) + "/enable", "", "If-Match", "\"1\"");

        assertThat(refused.status()).isEqualTo(409);
        assertThat(refused.text("/type")).isEqualTo("urn:nowbridge:problem:not-ready");
        assertThat(refused.body().path("obstacles").findValuesAsText("subject")).contains("distributorId");
    }

    @Test
    void aTemplateWhoseDeskShowsNoSchemaIsKeptWithTheReason() {
        nowbridge()
                .fault(
                        "{\"match\": {\"path\": \"/api/now/table/sys_db_object\"}, \"fault\": \"status\", \"status\": 403, \"times\": 9}");

        var created = create("product_id");

        assertThat(created.status()).isEqualTo(201);
        assertThat(created.body().path("obstacles").findValuesAsText("subject")).contains("deskId");
    }

    @Test
    void aChangeIsAVersionAndARemovalTakesThemAll() {
        var created = create("product_id");
        var changed = form("product_id").replace("Nightly", "Daily");

        var replaced = nowbridge().call("PUT", path(created), changed, "If-Match", "\"1\"");
        var late = nowbridge().call("PUT", path(created), changed, "If-Match", "\"1\"");
        var diff = nowbridge().call("GET", path(created) + "/diff?from=1&to=2", "");
        var removed = nowbridge().call("DELETE", path(created), "", "If-Match", "\"2\"");

        assertThat(replaced.status()).isEqualTo(200);
        assertThat(late.status()).isEqualTo(412);
        assertThat(diff.body().path("items").findValuesAsText("path")).containsExactly("name");
        assertThat(removed.status()).isEqualTo(200);
        assertThat(nowbridge().call("GET", path(created) + "/versions", "").status())
                .isEqualTo(404);
    }

    @Test
    void theTemplatesOfAConnectionAreListedAndTheKindsDescribed() {
        create("product_id");

        var listed = nowbridge().call("GET", "/templates?limit=100&connectionId=" + distributor, "");
        var kinds = nowbridge().call("GET", "/template-kinds", "");

        assertThat(listed.body().path("items")).isNotEmpty();
        assertThat(kinds.body().path("items")).hasSize(3);
    }

    private static String distributor() {
        return """
                {"type": "tdsynnex", "name": "Distributor", "instanceUrl": "%s", "settings": {"region": "US"},
                 "authentication": {"type": "account", "customerNumber": "%s", "userName": "%s", "password": "%s"}}""".formatted(
                        nowbridge().tdSynnex(),
                        TdSynnexStandIn.CUSTOMER_NUMBER,
                        TdSynnexStandIn.USER_NAME,
                        TdSynnexStandIn.PASSWORD);
    }

    // So that nothing flows over it.
    private static String disconnected(Answer connected) {
        var id = connected.text("/connection/id");
        nowbridge().call("POST", "/connections/" + id + "/disconnect", "", "If-Match", connected.etag());
        return id;
    }

    private static Answer create(String sku) {
        return nowbridge().call("POST", "/templates", form(sku));
    }

    private static String path(Answer template) {
        return "/templates/" + template.text("/id");
    }

    private static String form(String sku) {
        return """
                {"kind": "product-sync", "name": "Nightly", "deskId": "%s", "distributorId": "%s",
                 "schedule": {"cron": "0 6 * * *", "zone": "Europe/Berlin"},
                 "mappings": {
                   "fields": {"sku": "%s", "manufacturerPartNumber": "model_number", "name": "name",
                              "category": "cmdb_model_category", "cost": "vendor_price", "active": "active"},
                   "categories": {"*": "other"}},
                 "options": {"updateInventory": false}}""".formatted(desk, distributor, sku);
    }

    private static LocalNowbridge nowbridge() {
        return NOWBRIDGE.run();
    }
}
