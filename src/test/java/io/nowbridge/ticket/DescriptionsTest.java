package io.nowbridge.ticket;

import static io.nowbridge.ticket.TicketFixtures.ANOMALY;
import static org.assertj.core.api.Assertions.assertThat;

import io.nowbridge.connection.TicketSettings;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

class DescriptionsTest {

    private static final Description USUAL = Description.of("Please look.", ANOMALY, 4000);

    @Test
    void withoutATemplateThePersonsWordsHaveTheContextBelow() {
        assertThat(described(Map.of(), 4000)).isEqualTo(USUAL);
    }

    @Test
    void aTemplateSaysItAll() {
        var description = described(
                Map.of(
                        "descriptionTemplate",
                        "{words} {platform} found {anomaly.id} in {anomaly.datastore.name}{anomaly.uuid}.",
                        "platformName",
                        "Watchdog"),
                4000);

        assertThat(description)
                .isEqualTo(new Description("Please look. Watchdog found 456 in Production DB.", USUAL.warnings()));
    }

    @Test
    void whatATemplateMakesIsCutWhereItIsTooLong() {
        var description = described(Map.of("descriptionTemplate", "{words}".repeat(50)), 100);

        assertThat(description.text()).hasSizeLessThanOrEqualTo(100).contains("characters cut]");
        assertThat(description.warnings()).extracting(Warning::field).containsExactly("description");
    }

    @Test
    void aTemplateThatIsNoneAnyMoreCostsAWarningNotTheTicket() {
        var description = described(Map.of("descriptionTemplate", "{words"), 4000);

        assertThat(description.text()).isEqualTo(USUAL.text());
        assertThat(description.warnings())
                .singleElement()
                .extracting(Warning::message)
                .asString()
                .endsWith("it has a brace that nothing closes");
    }

    private static Description described(Map<String, String> settings, int length) {
        return new Descriptions(new FakeTicketWording())
                .of("Please look.", ANOMALY, new TicketSettings(new TreeMap<>(settings)), length);
    }
}
