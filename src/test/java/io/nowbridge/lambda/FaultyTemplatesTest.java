package io.nowbridge.lambda;

import static io.nowbridge.lambda.RunningHandler.json;
import static io.nowbridge.lambda.TemplateCalls.PRODUCT_SYNC;
import static io.nowbridge.lambda.TemplateCalls.creating;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FaultyTemplatesTest {

    private final TemplateCalls api = new TemplateCalls();

    @Test
    void everythingThatIsWrongWithARequestIsAnswered400AtOnce() {
        var response = api.handle(creating("""
                {"kind": "product-sync", "name": "", "deskId": "a b", "colour": "red",
                 "schedule": {"every": 4, "unit": "minutes"},
                 "mappings": {"tables": {"ticket": "x"}, "fields": {"colour": "u_colour"},
                              "statuses": {"shipped": "x"}},
                 "options": {"updateCost": "perhaps", "speed": "high", "currency": ["desk"]}}"""));

        assertThat(response.getStatusCode()).isEqualTo(400);
        assertThat(json(response).findValuesAsText("field"))
                .containsExactlyInAnyOrder(
                        "colour",
                        "name",
                        "deskId",
                        "distributorId",
                        "schedule",
                        "mappings.tables.ticket",
                        "mappings.fields.colour",
                        "mappings.statuses.shipped",
                        "options.updateCost",
                        "options.speed",
                        "options.currency");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{} | schedule",
                "{'every': 1, 'cron': '0 6 * * *'} | schedule",
                "{'every': 1} | schedule.unit",
                "{'unit': 'hours'} | schedule.every",
                "{'every': 0, 'unit': 'hours'} | schedule.every",
                "{'every': 1, 'unit': 'weeks'} | schedule.unit",
                "{'every': 1.5, 'unit': 'hours'} | schedule.every",
                "{'cron': '0 6 * * *'} | schedule.zone",
                "{'cron': '0 6 * * *', 'zone': '+02:00'} | schedule.zone",
                "{'zone': 'Europe/Berlin'} | schedule.cron",
                "{'cron': '0 25 * * *', 'zone': 'Berlin'} | schedule.zone, schedule.cron",
                "{'cron': '0 25 * * *', 'zone': 'Europe/Berlin'} | schedule.cron",
                "{'cron': '* * * * *', 'zone': 'Europe/Berlin'} | schedule",
                "null | schedule"
            })
    void aScheduleThatIsNoneIsAnswered400(String schedule, String field) {
        var body = (ObjectNode) json(PRODUCT_SYNC);
        body.set("schedule", json(schedule.replace('\'', '"')));

        var response = api.handle(creating(body.toString()));

        assertThat(response.getStatusCode()).isEqualTo(400);
        assertThat(json(response).findValuesAsText("field")).containsExactly(field.split(", "));
    }

    @Test
    void aKindThatThereIsNotIsAnswered400NamingThoseThereAre() {
        var response = api.handle(creating("{\"kind\": \"invoices\"}"));

        assertThat(response.getStatusCode()).isEqualTo(400);
        assertThat(json(response).at("/errors/0/message").asText())
                .isEqualTo("is not one of: product-sync, create-orders, get-order-status");
    }

    @Test
    void moreCategoriesThanATemplateHoldsAreAnswered400() {
        var response = api.handle(creating(withCategories(2_001, "printing")));

        assertThat(response.getStatusCode()).isEqualTo(400);
        assertThat(json(response).findValuesAsText("field")).containsExactly("mappings.categories");
    }

    @Test
    void aTemplateLargerThanARequestMayBeIsAnswered413() {
        assertThat(api.handle(creating(withCategories(2_000, "c".repeat(150)))).getStatusCode())
                .isEqualTo(413);
    }

    @Test
    void aColumnThatTheDeskDoesNotHaveIsAnswered422NamingItsField() {
        var response = api.handle(creating(PRODUCT_SYNC.replace("product_id", "u_sku")));

        assertThat(response.getStatusCode()).isEqualTo(422);
        assertThat(json(response).path("type").asText()).isEqualTo("urn:nowbridge:problem:unfit-fields");
        assertThat(json(response).at("/errors/0/field").asText()).isEqualTo("mappings.fields.sku");
    }

    private static String withCategories(int count, String category) {
        var body = (ObjectNode) json(PRODUCT_SYNC);
        var categories = body.withObject("/mappings/categories");
        IntStream.range(0, count).forEach(number -> categories.put("%09d".formatted(number), category));
        return body.toString();
    }
}
