package io.nowbridge.local.qualytics;

import static org.assertj.core.api.Assertions.assertThat;

import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RestApiTest {

    private static final String ONE = "/api/anomalies/1";

    @RegisterExtension
    final RunningPlatform platform = new RunningPlatform();

    @Test
    void withoutAKnownTokenNothingIsShown() {
        var unknown = platform.callAs("stolen", "GET", ONE, "");
        var none = platform.anonymous("GET", ONE, "");

        assertThat(unknown.status()).isEqualTo(401);
        assertThat(none.status()).isEqualTo(401);
        assertThat(unknown.json()).isEqualTo(new JsonObject().put("detail", "Could not validate credentials"));
    }

    @ParameterizedTest
    @CsvSource({
        "qualytics-reporter, PUT, 403",
        "qualytics-author, PUT, 403",
        "qualytics-local, PUT, 200",
        "qualytics-reporter, DELETE, 403",
        "qualytics-author, DELETE, 204",
        "qualytics-reporter, GET, 200",
        "qualytics-outsider, GET, 403"
    })
    void eachPermissionAllowsItsOwn(String token, String method, int status) {
        var answer = platform.callAs(token, method, ONE + "?archive=true", "{'status': 'Acknowledged'}");

        assertThat(answer.status()).isEqualTo(status);
    }

    @Test
    void whoeverIsInNoTeamIsShownAnEmptyList() {
        var answer = platform.callAs("qualytics-outsider", "GET", "/api/anomalies", "");

        assertThat(answer.json().getInteger("total")).isZero();
    }

    @Test
    void anAnomalyIsFoundByItsNumberAndByItsUuid() {
        var byNumber = platform.anomaly(1);

        var byUuid = platform.call("GET", "/api/anomalies/" + byNumber.getString("uuid"), "");

        assertThat(byUuid.json()).isEqualTo(byNumber);
        assertThat(byNumber.getJsonObject("datastore").getString("name")).isEqualTo("Sales");
    }

    @Test
    void whatIsNotThereIsAnsweredAsFastApiDoes() {
        var answer = platform.call("GET", "/api/anomalies/999", "");

        assertThat(answer.status()).isEqualTo(404);
        assertThat(answer.json()).isEqualTo(new JsonObject().put("detail", "Anomaly not found"));
    }

    @Test
    void anAnomalyCannotBeMarkedAsArchived() {
        var answer = platform.call("PUT", ONE, "{'status': 'Resolved'}");

        assertThat(answer.status()).isEqualTo(422);
        assertThat(answer.json().getJsonArray("detail").getJsonObject(0).getJsonArray("loc"))
                .isEqualTo(new JsonArray().add("body").add("status"));
        assertThat(platform.anomaly(1).getString("status")).isEqualTo("Active");
    }

    @Test
    void archivingKeepsAnAnomalyAndDeletingDoesNot() {
        platform.call("DELETE", ONE + "?archive=true&status=Invalid", "");
        platform.call("DELETE", "/api/anomalies/2", "");

        assertThat(platform.anomaly(1).getString("status")).isEqualTo("Invalid");
        assertThat(platform.anomaly(1).getBoolean("archived")).isTrue();
        assertThat(platform.call("GET", "/api/anomalies/2", "").status()).isEqualTo(404);
    }

    @Test
    void nothingIsArchivedAsActive() {
        var answer = platform.call("DELETE", ONE + "?archive=true&status=Active", "");

        assertThat(answer.status()).isEqualTo(422);
    }

    @Test
    void archivedOnesAreListedOnlyWhenAskedFor() {
        var open = platform.call("GET", "/api/anomalies?size=100", "");
        var archived = platform.call("GET", "/api/anomalies?size=100&archived=only", "");

        assertThat(open.ids()).hasSize(22).doesNotContainAnyElementsOf(archived.ids());
        assertThat(archived.ids()).hasSize(8);
    }

    @Test
    void aListComesInPagesInTheOrderAskedFor() {
        var newest = platform.call("GET", "/api/anomalies?size=3", "");
        var second = platform.call("GET", "/api/anomalies?size=3&page=2&sort_created=asc", "");

        assertThat(newest.ids()).containsExactly(30, 29, 27);
        assertThat(second.ids()).containsExactly(4, 6, 8);
        assertThat(second.json().getInteger("total")).isEqualTo(22);
    }

    @ParameterizedTest
    @CsvSource({
        "datastore=2, 5",
        "status=Acknowledged, 4",
        "status=Acknowledged&status=Active, 22",
        "tag=critical&tag=finance, 5",
        "anomaly_type=shape, 8",
        "rule_type=unique, 2",
        "start_date=2026-01-10, 6"
    })
    void filtersNarrowTheList(String filter, int found) {
        var answer = platform.call("GET", "/api/anomalies?size=100&" + filter, "");

        assertThat(answer.ids()).hasSize(found);
    }

    @ParameterizedTest
    @CsvSource({"page=0", "size=101", "size=many", "start_date=yesterday", "archived=perhaps"})
    void aFilterThatCannotBeMeantIsRefused(String filter) {
        var answer = platform.call("GET", "/api/anomalies?" + filter, "");

        assertThat(answer.status()).isEqualTo(422);
    }

    @Test
    void aCommentIsShownWithItsAnomalyAndInTheListOfAll() {
        var first = platform.call("POST", "/api/comments", "{'message': 'Looking', 'anomaly_id': 1}");
        platform.call("POST", "/api/comments", "{'message': 'Elsewhere', 'anomaly_id': 2}");

        var shown = platform.anomaly(1).getJsonArray("comments");
        assertThat(shown).hasSize(1);
        assertThat(shown.getJsonObject(0)).isEqualTo(first.json());
        assertThat(platform.call("GET", "/api/comments", "")
                        .json()
                        .getJsonArray("items")
                        .getJsonObject(0)
                        .getString("message"))
                .isEqualTo("Elsewhere");
    }

    @Test
    void aCommentWithoutAnAnomalyIsRefused() {
        var answer = platform.call("POST", "/api/comments", "{'message': 'Looking'}");

        assertThat(answer.status()).isEqualTo(422);
    }
}
