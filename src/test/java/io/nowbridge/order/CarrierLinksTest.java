package io.nowbridge.order;

import static org.assertj.core.api.Assertions.assertThat;

import io.nowbridge.order.Standing.Parcel;
import java.net.URI;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CarrierLinksTest {

    @ParameterizedTest
    @CsvSource({
        "UPS Ground, www.ups.com",
        "United Parcel Service, www.ups.com",
        "FedEx Priority Overnight, www.fedex.com",
        "FEDEX GROUND, www.fedex.com",
        "USPS Priority Mail, tools.usps.com",
        "U.S. Postal Service, tools.usps.com",
        "DHL Express, www.dhl.com",
        "Purolator Ground, www.purolator.com",
        "Canada Post, www.canadapost-postescanada.ca",
        "OnTrac, www.ontrac.com"
    })
    void aCarrierIsKnownByItsNameAmongThoseOfItsServices(String carrier, String host) {
        var link = CarrierLinks.of(parcel(carrier, "1Z999"));

        assertThat(link.map(URI::getHost)).contains(host);
        assertThat(link.map(URI::toString).orElseThrow()).endsWith("1Z999");
    }

    @ParameterizedTest
    @CsvSource({"Old Dominion", "''", "Groups Freight", "Oldhlm"})
    void ofAnotherCarrierThereIsNoLink(String carrier) {
        assertThat(CarrierLinks.of(parcel(carrier, "1Z999"))).isEmpty();
    }

    @Test
    void aParcelWithoutANumberHasNoLink() {
        assertThat(CarrierLinks.of(parcel("UPS", ""))).isEmpty();
    }

    @Test
    void whateverANumberConsistsOfTheLinkLeadsToTheCarrier() {
        var link = CarrierLinks.of(parcel("UPS", "1Z 9&x=y#\"<"));

        assertThat(link.map(URI::toString)).contains("https://www.ups.com/track?tracknum=1Z+9%26x%3Dy%23%22%3C");
    }

    private static Parcel parcel(String carrier, String tracking) {
        return new Parcel(tracking, carrier, "6", Optional.empty(), List.of());
    }
}
