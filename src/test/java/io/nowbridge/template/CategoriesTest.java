package io.nowbridge.template;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class CategoriesTest {

    private static final Categories CATEGORIES =
            new Categories(Map.of("012", "Printing", "012034", "Toner", "012034567", "Black toner"));

    @Test
    void theMostSpecificLevelCounts() {
        assertThat(CATEGORIES.of("012034567")).contains("Black toner");
        assertThat(CATEGORIES.of("012034999")).contains("Toner");
        assertThat(CATEGORIES.of("012999999")).contains("Printing");
    }

    @Test
    void halfALevelIsNoMatch() {
        assertThat(CATEGORIES.of("0120")).contains("Printing");
        assertThat(CATEGORIES.of("01")).isEmpty();
    }

    @Test
    void whatIsNotMappedHasNoCategory() {
        assertThat(CATEGORIES.of("999000000")).isEmpty();
    }

    @Test
    void aStarStandsForEverythingElse() {
        var withStar = new Categories(Map.of("012", "Printing", Categories.ELSE, "Other"));

        assertThat(withStar.of("999000000")).isEqualTo(Optional.of("Other"));
        assertThat(withStar.of("012000000")).isEqualTo(Optional.of("Printing"));
        assertThat(withStar.of("")).isEqualTo(Optional.of("Other"));
    }
}
