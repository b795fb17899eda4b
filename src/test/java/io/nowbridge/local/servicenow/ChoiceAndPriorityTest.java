package io.nowbridge.local.servicenow;

import static io.nowbridge.local.servicenow.Planted.NETWORK_SHARES;
import static org.assertj.core.api.Assertions.assertThat;

import io.vertx.core.json.JsonObject;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Fields whose values the instance chooses or limits. */
class ChoiceAndPriorityTest {

    @RegisterExtension
    static final RunningInstance INSTANCE = new RunningInstance();

    @ParameterizedTest
    @CsvSource({
        "1,1,1", "1,2,2", "1,3,3",
        "2,1,2", "2,2,3", "2,3,4",
        "3,1,3", "3,2,4", "3,3,5",
    })
    void priorityFollowsFromImpactAndUrgencyWhateverWasSent(String impact, String urgency, String priority) {
        var answer = INSTANCE.create(new JsonObject()
                .put("impact", impact)
                .put("urgency", urgency)
                .put("priority", "1".equals(priority) ? "5" : "1"));

        assertThat(answer.result().getString("priority")).isEqualTo(priority);
    }

    @Test
    void anUnknownChoiceIsDiscardedForTheDefaultOrTheCurrentValue() {
        var created =
                INSTANCE.create(new JsonObject().put("category", "cooking").put("contact_type", "telepathy"));
        var patched = INSTANCE.patch(NETWORK_SHARES, "{\"category\":\"cooking\"}");

        assertThat(created.result().getString("category")).isEqualTo("inquiry");
        assertThat(created.result().getString("contact_type")).isEmpty();
        assertThat(patched.result().getString("category")).isEqualTo("network");
    }

    @Test
    void anUnknownChoiceIsStoredWhereThePropertyAllowsIt() {
        INSTANCE.settings("{\"properties\":{\"glide.rest.choice.allow_non_existing_value\":\"true\"}}");

        assertThat(INSTANCE.create(new JsonObject().put("category", "cooking"))
                        .result()
                        .getString("category"))
                .isEqualTo("cooking");
    }

    @Test
    void anEmptyValueClearsAFieldButNotAChoiceThatAlwaysHasOne() {
        var answer = INSTANCE.patch(NETWORK_SHARES, "{'assigned_to':'','hold_reason':'','impact':''}");

        assertThat(answer.result().getMap())
                .containsEntry("assigned_to", "")
                .containsEntry("hold_reason", "")
                .containsEntry("impact", "1");
    }
}
