package io.nowbridge.local.servicenow;

import static io.nowbridge.local.servicenow.Planted.CANNOT_READ_EMAIL;
import static io.nowbridge.local.servicenow.Planted.CANNOT_READ_EMAIL_ID;
import static io.nowbridge.local.servicenow.Planted.INCIDENT;
import static org.assertj.core.api.Assertions.assertThat;

import io.vertx.core.json.JsonObject;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Values as they are stored, as people see them, and as both. */
class DisplayValueTest {

    private static final String BARE = "?sysparm_exclude_reference_link=true";
    private static final String ABEL = "62826bf03710200044e0bfc8bcbe5df1";

    @RegisterExtension
    static final RunningInstance INSTANCE = new RunningInstance();

    @Test
    void allValuesAreStringsAndEmptyOnesEmpty() {
        var record = INSTANCE.get(CANNOT_READ_EMAIL + BARE).result();

        assertThat(record.getMap().values()).allMatch(String.class::isInstance);
        assertThat(record.getString("active")).isEqualTo("true");
        assertThat(record.getString("closed_by")).isEmpty();
    }

    @Test
    void aReferenceCarriesTheVersionThatWasCalled() {
        var unversioned = caller("/api/now/table/incident/", "");
        var second = caller("/api/now/v2/table/incident/", "");

        assertThat(unversioned).isEqualTo(reference("/api/now/table/").put("value", ABEL));
        assertThat(second).isEqualTo(reference("/api/now/v2/table/").put("value", ABEL));
    }

    @Test
    void aReferenceIsShownAsNameAndLinkWithoutItsValue() {
        var shown = (JsonObject) caller("/api/now/table/incident/", "&sysparm_display_value=true");

        assertThat(shown.getMap()).containsOnlyKeys("display_value", "link");
        assertThat(shown.getString("display_value")).isEqualTo("Abel Tuter");
    }

    @Test
    void allValuesOfAReferenceAreItsNameLinkAndKey() {
        var all = (JsonObject) caller("/api/now/table/incident/", "&sysparm_display_value=all");

        assertThat(all.getMap()).containsOnlyKeys("display_value", "link", "value");
    }

    @ParameterizedTest
    @CsvSource({"false, " + ABEL, "true, Abel Tuter"})
    void withoutLinksAReferenceIsABareValue(String mode, String expected) {
        var bare = caller(
                "/api/now/table/incident/", "&sysparm_exclude_reference_link=true&sysparm_display_value=" + mode);

        assertThat(bare).isEqualTo(expected);
    }

    @Test
    void withoutLinksAllValuesAreAPair() {
        var pair = caller("/api/now/table/incident/", "&sysparm_exclude_reference_link=true&sysparm_display_value=all");

        assertThat(pair)
                .isEqualTo(new JsonObject().put("display_value", "Abel Tuter").put("value", ABEL));
    }

    @Test
    void displayValuesAreWhatPeopleSee() {
        var record = INSTANCE.get(INCIDENT
                        + "?number=INC0000004&sysparm_display_value=true&sysparm_fields=state,priority,impact,active,"
                        + "sys_class_name,business_duration,calendar_duration,sla_due,category")
                .results()
                .getJsonObject(0);

        assertThat(record)
                .isEqualTo(new JsonObject()
                        .put("state", "Closed")
                        .put("priority", "5 - Planning")
                        .put("impact", "3 - Low")
                        .put("active", "false")
                        .put("sys_class_name", "Incident")
                        .put("business_duration", "47 Minutes")
                        .put("calendar_duration", "1 Day 4 Hours 23 Minutes")
                        .put("sla_due", "UNKNOWN")
                        .put("category", "Inquiry / Help"));
    }

    @Test
    void displayedTimesAreInTheZoneOfWhoAsks() {
        var path = CANNOT_READ_EMAIL + "?sysparm_display_value=all&sysparm_fields=opened_at";

        var integration = INSTANCE.get(path).result().getJsonObject("opened_at");
        var admin = INSTANCE.call("GET", path).asAdmin().send().result().getJsonObject("opened_at");

        assertThat(integration.getString("display_value")).isEqualTo("2026-01-15 16:09:51");
        assertThat(admin.getString("display_value")).isEqualTo("2026-01-15 08:09:51");
        assertThat(admin.getString("value")).isEqualTo("2026-01-15 16:09:51");
    }

    @Test
    void passwordsAreNeverTold() {
        var users = INSTANCE.get("/api/now/table/sys_user?sysparm_display_value=all");

        assertThat(users.body()).contains("********").doesNotContain("\"nowbridge\"");
    }

    @Test
    void displayValuesAreTranslatedWhenAskedTo() {
        var answer = INSTANCE.post(
                INCIDENT + BARE + "&sysparm_input_display_value=true",
                "{'caller_id':'Abel Tuter','assignment_group':'Network','impact':'1 - High','state':'In Progress'}");

        assertThat(answer.result().getMap())
                .containsEntry("caller_id", "62826bf03710200044e0bfc8bcbe5df1")
                .containsEntry("assignment_group", "287ebd7da9fe198100f92cc8d1d2154e")
                .containsEntry("impact", "1")
                .containsEntry("state", "2");
    }

    @Test
    void displayedTimesAreReadInTheCallersZone() {
        var body = "{'due_date':'2026-02-02 08:00:00'}";
        var shown = INSTANCE.call("POST", INCIDENT + "?sysparm_input_display_value=true")
                .asAdmin()
                .body(body)
                .send();
        var raw = INSTANCE.call("POST", INCIDENT).asAdmin().body(body).send();

        assertThat(shown.result().getString("due_date")).isEqualTo("2026-02-02 16:00:00");
        assertThat(raw.result().getString("due_date")).isEqualTo("2026-02-02 08:00:00");
    }

    private static Object caller(String path, String parameters) {
        return INSTANCE.get(path + CANNOT_READ_EMAIL_ID + "?sysparm_fields=caller_id" + parameters)
                .result()
                .getValue("caller_id");
    }

    private static JsonObject reference(String path) {
        return new JsonObject().put("link", INSTANCE.uri() + path + "sys_user/" + ABEL);
    }
}
