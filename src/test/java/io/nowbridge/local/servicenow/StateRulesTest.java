package io.nowbridge.local.servicenow;

import static io.nowbridge.local.servicenow.Planted.NETWORK_SHARES;
import static io.nowbridge.local.servicenow.Planted.SERVICE_USER_ID;
import static org.assertj.core.api.Assertions.assertThat;

import io.vertx.core.json.JsonObject;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** What a record must have, and where it must come from, to enter a state. */
class StateRulesTest {

    private static final String BARE = "?sysparm_exclude_reference_link=true";
    private static final String CHANGE = "/api/now/table/change_request/46e3e949a9fe19810069b824ba2c761a";

    @RegisterExtension
    static final RunningInstance INSTANCE = new RunningInstance();

    @Test
    void resolvingNeedsACodeAndNotes() {
        var bare = INSTANCE.patch(NETWORK_SHARES, "{\"state\":\"6\"}");
        var complete = INSTANCE.patch(
                NETWORK_SHARES + BARE, "{'state':'6','close_code':'Solution provided','close_notes':'Rebooted'}");

        assertThat(bare.status()).isEqualTo(403);
        assertThat(bare.detail())
                .isEqualTo("Data Policy Exception: The following fields are mandatory: "
                        + "Resolution code, Resolution notes");
        assertThat(complete.result().getMap())
                .containsEntry("incident_state", "6")
                .containsEntry("active", "true")
                .containsEntry("hold_reason", "")
                .containsEntry("resolved_at", "2026-02-01 12:00:00")
                .containsEntry("resolved_by", SERVICE_USER_ID);
    }

    @Test
    void withoutTheDataPolicyResolvingNeedsNothing() {
        INSTANCE.settings("{\"dataPolicyOnResolve\":false}");

        assertThat(INSTANCE.patch(NETWORK_SHARES, "{\"state\":\"6\"}").status()).isEqualTo(200);
    }

    @Test
    void closingEndsAnIncidentAndReopeningIsCounted() {
        INSTANCE.settings("{\"dataPolicyOnResolve\":false}");
        INSTANCE.patch(NETWORK_SHARES, "{\"state\":\"6\"}");
        var reopened = INSTANCE.patch(NETWORK_SHARES + BARE, "{\"incident_state\":\"2\"}");
        var closed = INSTANCE.patch(NETWORK_SHARES + BARE, "{\"state\":\"7\"}");

        assertThat(reopened.result().getMap())
                .containsEntry("state", "2")
                .containsEntry("reopen_count", "1")
                .containsEntry("reopened_by", SERVICE_USER_ID);
        assertThat(closed.result().getMap())
                .containsEntry("active", "false")
                .containsEntry("closed_by", SERVICE_USER_ID)
                .containsEntry("closed_at", "2026-02-01 12:00:00");
    }

    @Test
    void aChangeMovesOneStateAtATime() {
        var skipping = INSTANCE.patch(CHANGE, "{\"state\":\"-1\"}");
        var next = INSTANCE.patch(CHANGE, "{\"state\":\"-4\"}");

        assertThat(skipping.status()).isEqualTo(403);
        assertThat(skipping.detail())
                .matches("Operation against file 'change_request' was aborted by Business Rule "
                        + "'Change Model: Check State Transition\\^[0-9a-f]{32}'. "
                        + "Business Rule Stack:Change Model: Check State Transition");
        assertThat(next.result().getString("state")).isEqualTo("-4");
    }

    @Test
    void aBusinessRuleOfTheAdministratorAborts() {
        INSTANCE.post(
                "/api/now/table/sys_script",
                "{'name':'No eicar','collection':'incident','action_insert':true,'abort_action':true,"
                        + "'filter_condition':'short_descriptionLIKEEICAR^EQ'}");

        assertThat(INSTANCE.create(new JsonObject().put("short_description", "an EICAR test"))
                        .status())
                .isEqualTo(403);
        assertThat(INSTANCE.create(new JsonObject().put("short_description", "harmless"))
                        .status())
                .isEqualTo(201);
    }
}
