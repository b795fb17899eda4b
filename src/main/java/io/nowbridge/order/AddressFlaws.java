package io.nowbridge.order;

import io.nowbridge.activity.Failure;
import io.nowbridge.activity.WhoCanFix;
import io.nowbridge.order.Distributor.Terms;
import io.nowbridge.order.PurchaseOrder.ShipTo;
import io.nowbridge.template.CreateOrders;
import io.nowbridge.template.Template;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** What keeps a distributor from delivering to an address: what it lacks, and what is too long. */
final class AddressFlaws {

    private static final String CORRECT = "Correct the address that the purchase order is shipped to.";

    private record Part(String name, String words, String text, boolean isNeeded) {}

    private final Terms terms;

    AddressFlaws(Terms terms) {
        this.terms = terms;
    }

    /** An address with what the template has for those that leave it out. */
    static ShipTo completed(ShipTo given, Template creating) {
        return new ShipTo(
                given.name(),
                given.name2(),
                given.line1(),
                given.line2(),
                given.city(),
                given.state(),
                given.zip(),
                or(given.country(), CreateOrders.COUNTRY.of(creating)),
                or(given.contact(), CreateOrders.CONTACT.of(creating)),
                or(given.phone(), CreateOrders.CONTACT_PHONE.of(creating)),
                or(given.email(), CreateOrders.CONTACT_EMAIL.of(creating)));
    }

    List<Failure> of(ShipTo shipTo) {
        return Stream.concat(parts(shipTo).flatMap(part -> flaw(part).stream()), country(shipTo).stream())
                .toList();
    }

    private static Stream<Part> parts(ShipTo shipTo) {
        return Stream.of(
                new Part("name", "name", shipTo.name(), true),
                new Part("name2", "second name", shipTo.name2(), false),
                new Part("line1", "street", shipTo.line1(), true),
                new Part("line2", "second line", shipTo.line2(), false),
                new Part("city", "city", shipTo.city(), true),
                new Part("state", "state", shipTo.state(), true),
                new Part("zip", "postal code", shipTo.zip(), true),
                new Part("country", "country", shipTo.country(), true),
                new Part("contact", "contact", shipTo.contact(), false),
                new Part("phone", "phone number", shipTo.phone(), false),
                new Part("email", "e-mail address", shipTo.email(), false));
    }

    private Optional<Failure> flaw(Part part) {
        if (part.text().isBlank()) {
            return part.isNeeded() ? Optional.of(flaw(part, "The address has no " + part.words())) : Optional.empty();
        }
        var longest = terms.lengths().getOrDefault(part.name(), Integer.MAX_VALUE);
        return part.text().length() <= longest
                ? Optional.empty()
                : Optional.of(flaw(
                        part,
                        "The %s has %d characters, and the distributor takes %d"
                                .formatted(part.words(), part.text().length(), longest)));
    }

    private Optional<Failure> country(ShipTo shipTo) {
        return shipTo.country().isBlank() || shipTo.country().equalsIgnoreCase(terms.country())
                ? Optional.empty()
                : Optional.of(new Failure(
                        "shipTo.country",
                        "The country is %s, and this account delivers to %s"
                                .formatted(shipTo.country(), terms.country()),
                        WhoCanFix.CALLER,
                        CORRECT));
    }

    private static Failure flaw(Part part, String cause) {
        return new Failure("shipTo." + part.name(), cause, WhoCanFix.CALLER, CORRECT);
    }

    private static String or(String given, String preset) {
        return given.isBlank() ? preset : given;
    }
}
