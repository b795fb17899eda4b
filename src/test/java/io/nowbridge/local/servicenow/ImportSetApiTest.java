package io.nowbridge.local.servicenow;

import static org.assertj.core.api.Assertions.assertThat;

import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Rows put into a staging table and transformed from there. */
class ImportSetApiTest {

    @RegisterExtension
    static final RunningInstance INSTANCE = new RunningInstance();

    @Test
    void anImportedRowIsTransformedAtOnce() {
        var answer = INSTANCE.post("/api/now/import/imp_user", user("jp", "John"));

        var entry = answer.results().getJsonObject(0);
        assertThat(answer.status()).isEqualTo(201);
        assertThat(answer.json().getString("import_set")).isEqualTo("ISET0010001");
        assertThat(answer.json().getString("staging_table")).isEqualTo("imp_user");
        assertThat(entry.getMap())
                .containsEntry("transform_map", "User")
                .containsEntry("table", "sys_user")
                .containsEntry("display_name", "name")
                .containsEntry("display_value", "John Public")
                .containsEntry("status", "inserted")
                .containsEntry("record_link", INSTANCE.uri() + "/api/now/table/sys_user/" + entry.getString("sys_id"));
        assertThat(INSTANCE.get("/api/now/table/sys_user?user_name=jp").all("first_name"))
                .containsExactly("John");
    }

    @Test
    void anImportThatCoalescesUpdatesAndOneWithoutNewsIsIgnored() {
        INSTANCE.post("/api/now/import/imp_user", user("jp", "John"));

        var update = INSTANCE.post("/api/now/import/imp_user", user("jp", "Jack"));
        var same = INSTANCE.post("/api/now/import/imp_user", user("jp", "Jack"));

        assertThat(update.results().getJsonObject(0).getString("status")).isEqualTo("updated");
        assertThat(same.results().getJsonObject(0).getString("status")).isEqualTo("ignored");
        assertThat(INSTANCE.get("/api/now/table/sys_user?user_name=jp").all("first_name"))
                .containsExactly("Jack");
    }

    @Test
    void aFailedImportIsAnErrorUnderStatus201() {
        INSTANCE.settings("{\"createDenied\":[\"sys_user\"]}");

        var answer = INSTANCE.post("/api/now/import/imp_user", user("jp", "John"));

        assertThat(answer.status()).isEqualTo(201);
        assertThat(answer.results().getJsonObject(0))
                .isEqualTo(new JsonObject()
                        .put("transform_map", "User")
                        .put("status", "error")
                        .put("error_message", "ACL Exception Insert Failed due to security constraints")
                        .put("status_message", "failure"));
    }

    @Test
    void anImportedRowCanBeLookedUp() {
        var imported = INSTANCE.post("/api/now/import/imp_user", user("jp", "John"));
        var staged = INSTANCE.get("/api/now/table/imp_user?u_user_name=jp")
                .all("sys_id")
                .getFirst();

        var found = INSTANCE.get("/api/now/import/imp_user/" + staged);

        assertThat(found.status()).isEqualTo(200);
        assertThat(found.json()).isEqualTo(imported.json());
    }

    @Test
    void manyRowsAreImportedAfterwardsByTheLabelsOfTheirColumns() {
        var records = new JsonArray()
                .add(new JsonObject().put("User name", "a1").put("First name", "Ann"))
                .add(new JsonObject().put("User name", "a2").put("First name", "Amy"));

        var answer = INSTANCE.post(
                "/api/now/import/imp_user/insertMultiple",
                new JsonObject().put("records", records).encode());

        assertThat(answer.status()).isEqualTo(201);
        assertThat(answer.json().getMap()).containsOnlyKeys("import_set_id", "multi_import_set_id");
        var deadline = System.nanoTime() + Duration.ofSeconds(5).toNanos();
        while (INSTANCE.get("/api/now/table/sys_user?sysparm_query=user_nameINa1,a2")
                        .results()
                        .size()
                < 2) {
            assertThat(System.nanoTime()).isLessThan(deadline);
        }
    }

    @Test
    void onlyAStagingTableTakesImports() {
        assertThat(INSTANCE.post("/api/now/import/incident", "{}").status()).isEqualTo(400);
    }

    private static String user(String userName, String firstName) {
        return new JsonObject()
                .put("u_user_name", userName)
                .put("u_first_name", firstName)
                .put("u_last_name", "Public")
                .encode();
    }
}
