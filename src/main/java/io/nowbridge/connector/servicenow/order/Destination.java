package io.nowbridge.connector.servicenow.order;

import io.nowbridge.order.PurchaseOrder.ShipTo;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/** Where a purchase order goes: a stockroom, at its location. */
final class Destination {

    static final String STOCKROOMS = "alm_stockroom";

    private static final List<String> PLACE = List.of(
            "street",
            "city",
            "state",
            "zip",
            "country",
            "phone",
            "company.name",
            "contact.name",
            "contact.phone",
            "contact.email");

    private Destination() {}

    /** What to ask of a stockroom, or, behind {@code ship_to.}, of one that is referred to. */
    static Set<String> columns(String prefix) {
        var columns = new TreeSet<>(Set.of(prefix + "name", prefix + "location"));
        PLACE.forEach(column -> columns.add(prefix + "location." + column));
        return columns;
    }

    /** What to ask of a person who is referred to. */
    static Set<String> person(String column) {
        return Set.of(column, column + ".name", column + ".phone", column + ".mobile_phone", column + ".email");
    }

    /** Where it goes; whoever is behind {@code person} is to be called, or else whoever the location names. */
    static ShipTo of(Cells stockroom, String prefix, Cells order, String person) {
        var room = stockroom.at(prefix + "name");
        var place = prefix + "location.";
        var company = stockroom.at(place + "company.name");
        var lines = stockroom.at(place + "street").lines().map(String::strip).toList();
        var named = order.at(person + ".name").isEmpty() ? order.words(person) : order.at(person + ".name");
        var contact = named.isEmpty() ? stockroom.at(place + "contact.name") : named;
        return new ShipTo(
                company.isEmpty() ? room : company,
                company.isEmpty() ? "" : room,
                lines.stream().findFirst().orElse(""),
                lines.stream().skip(1).collect(Collectors.joining(", ")),
                stockroom.at(place + "city"),
                stockroom.at(place + "state"),
                stockroom.at(place + "zip"),
                Countries.code(stockroom.at(place + "country")),
                contact,
                phone(stockroom, place, order, person, named),
                named.isEmpty() ? stockroom.at(place + "contact.email") : order.at(person + ".email"));
    }

    private static String phone(Cells stockroom, String place, Cells order, String person, String named) {
        var theirs = named.isEmpty()
                ? stockroom.at(place + "contact.phone")
                : order.first(person + ".phone", person + ".mobile_phone");
        return theirs.isEmpty() ? stockroom.at(place + "phone") : theirs;
    }
}
