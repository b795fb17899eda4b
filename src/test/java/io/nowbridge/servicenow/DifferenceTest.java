package io.nowbridge.servicenow;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;

class DifferenceTest {

    @Test
    void whatWasStoredAsSentIsNoDifference() {
        var stored = new Row(Map.of("category", "software", "number", "INC0010001"));

        assertThat(Difference.between(Map.of("category", "software"), stored)).isEmpty();
    }

    @Test
    void aValueThatServiceNowReplacedIsOne() {
        var stored = new Row(Map.of("category", "inquiry"));

        assertThat(Difference.between(Map.of("category", "sofware"), stored))
                .containsExactly(new Difference("category", "sofware", "inquiry"));
    }

    @Test
    void aColumnThatServiceNowIgnoredIsOne() {
        var stored = new Row(Map.of());

        assertThat(Difference.between(Map.of("bunk_field", "x"), stored))
                .containsExactly(new Difference("bunk_field", "x", ""));
    }

    @Test
    void aColumnThatWasClearedIsNone() {
        var stored = new Row(Map.of("description", ""));

        assertThat(Difference.between(Map.of("description", ""), stored)).isEmpty();
    }

    @Test
    void aJournalThatReadsAsEmptyIsNone() {
        var stored = new Row(Map.of("work_notes", "", "comments", ""));

        assertThat(Difference.between(Map.of("work_notes", "Seen again", "comments", "Hello"), stored))
                .isEmpty();
    }

    @Test
    void differencesComeInTheOrderOfTheirNames() {
        var sent = Map.of("urgency", "1", "category", "x", "impact", "1");

        assertThat(Difference.between(sent, new Row(Map.of())))
                .extracting(Difference::field)
                .containsExactly("category", "impact", "urgency");
    }
}
