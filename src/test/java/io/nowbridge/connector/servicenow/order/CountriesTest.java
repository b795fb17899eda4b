package io.nowbridge.connector.servicenow.order;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Countries as people write them. */
class CountriesTest {

    @ParameterizedTest
    @ValueSource(strings = {"US", "us", "USA", "United States"})
    void aCountryIsKnownByItsCodesAndItsName(String written) {
        assertThat(Countries.code(written)).isEqualTo("US");
    }

    @Test
    void whatIsNoCountryStaysForPeopleToSee() {
        assertThat(Countries.code("Amerika")).isEqualTo("Amerika");
        assertThat(Countries.code("")).isEmpty();
    }
}
