package io.nowbridge.order;

import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/** The pages on which carriers show where a parcel is, as they publish them. */
public final class CarrierLinks {

    /** A carrier, by what distributors call it and its services: {@code FedEx Priority Overnight}. */
    private record Carrier(Pattern name, String page) {

        private static Carrier called(String name, String page) {
            return new Carrier(Pattern.compile("\\b(" + name + ")\\b", Pattern.CASE_INSENSITIVE), page);
        }
    }

    // The United States Postal Service comes first: others have its initials in theirs.
    private static final List<Carrier> CARRIERS = List.of(
            Carrier.called(
                    "USPS|U\\.?S\\.? Postal( Service)?", "https://tools.usps.com/go/TrackConfirmAction?tLabels="),
            Carrier.called("UPS|United Parcel( Service)?", "https://www.ups.com/track?tracknum="),
            Carrier.called("FedEx|Federal Express", "https://www.fedex.com/fedextrack/?trknbr="),
            Carrier.called("DHL", "https://www.dhl.com/global-en/home/tracking.html?tracking-id="),
            Carrier.called("Purolator", "https://www.purolator.com/en/shipping/tracker?pin="),
            Carrier.called(
                    "Canada Post", "https://www.canadapost-postescanada.ca/track-reperage/en#/search?searchFor="),
            Carrier.called("OnTrac", "https://www.ontrac.com/tracking/?number="));

    private CarrierLinks() {}

    /** The page about a parcel; empty for one without a number, and for a carrier that is not known. */
    public static Optional<URI> of(Standing.Parcel parcel) {
        return parcel.tracking().isEmpty()
                ? Optional.empty()
                : CARRIERS.stream()
                        .filter(carrier ->
                                carrier.name().matcher(parcel.carrier()).find())
                        .findFirst()
                        .map(carrier -> URI.create(
                                carrier.page() + URLEncoder.encode(parcel.tracking(), StandardCharsets.UTF_8)));
    }
}
