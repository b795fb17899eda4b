package io.nowbridge.local.tdsynnex;

import io.nowbridge.local.tdsynnex.Listing.Stock;
import io.nowbridge.local.tdsynnex.PriceRequest.Line;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;

/** What the price and availability service answers, written as it is worked out. */
final class PriceResponse {

    // The documents say that the version selects optional fields, and not which: the samples of 2.8 have these.
    private static final String WITH_ARRIVALS = "2.8";

    private final XmlText xml;
    private final PriceRequest request;
    private final Catalogue catalogue;

    private PriceResponse(XmlText xml, PriceRequest request, Catalogue catalogue) {
        this.xml = xml;
        this.request = request;
        this.catalogue = catalogue;
    }

    static String of(PriceRequest request, Catalogue catalogue) {
        return XmlText.document("priceResponse", xml -> {
            xml.leaf("customerNo", request.customerNumber());
            xml.leaf("userName", request.userName());
            var response = new PriceResponse(xml, request, catalogue);
            request.lines().forEach(response::answer);
        });
    }

    static String of(XmlRefusal refusal) {
        return XmlText.document("priceResponse", xml -> {
            xml.leaf("errorMessage", refusal.message());
            xml.leaf("errorDetail", refusal.detail());
        });
    }

    private void answer(Line line) {
        var found = line.sku()
                .map(sku -> catalogue.sku(sku).stream().toList())
                .orElseGet(() -> catalogue.partNumber(line.partNumber().orElse("")));
        found.forEach(listing -> xml.element("PriceAvailabilityList", () -> product(listing, line)));
        if (found.isEmpty()) {
            xml.element("PriceAvailabilityList", () -> nothing(line));
        }
    }

    private void nothing(Line line) {
        var withheld = line.sku().filter(catalogue::isWithheld);
        xml.leaf("synnexSKU", withheld.orElse("0"));
        xml.leaf("mfgPN", line.partNumber().orElse(""));
        xml.leaf("status", withheld.isPresent() ? "Not authorized" : "Not found");
        xml.leaf("lineNumber", line.number());
    }

    private void product(Listing listing, Line line) {
        var status = listing.standing() == Standing.DISCONTINUED ? "Discontinued" : "Active";
        xml.leaf("synnexSKU", listing.sku());
        xml.leaf("mfgPN", listing.partNumber());
        xml.leaf("mfgCode", Integer.toString(listing.maker().code()));
        xml.leaf("status", status);
        xml.leaf("description", listing.name());
        xml.leaf("GlobalProductStatusCode", status);
        xml.leaf("price", listing.prices().cost().toPlainString());
        xml.leaf("totalQuantity", Integer.toString(listing.stock().total()));
        warehouses(listing.stock(), line);
        xml.leaf("lineNumber", line.number());
    }

    private void warehouses(Stock stock, Line line) {
        // What is on order is on its way to the first of them.
        var onOrder = stock.onOrder();
        for (var entry : stock.onHand().entrySet()) {
            var warehouse = entry.getKey();
            var number = Integer.toString(warehouse.number());
            if (isAsked(line, number)) {
                var arriving = onOrder;
                xml.element(
                        "AvailabilityByWarehouse",
                        () -> place(number, warehouse.zipCode(), warehouse.city(), entry.getValue(), arriving, stock));
            }
            onOrder = 0;
        }
        var dropShip = Integer.toString(Warehouse.DROP_SHIP);
        if (stock.dropShip() > 0 && isAsked(line, dropShip)) {
            xml.element(
                    "AvailabilityByWarehouse",
                    () -> place(dropShip, "", "MFG Drop Shipped", stock.dropShip(), 0, stock));
        }
    }

    private static boolean isAsked(Line line, String warehouse) {
        return line.warehouses().isEmpty() || line.warehouses().contains(warehouse);
    }

    private void place(String number, String zipCode, String city, int quantity, int arriving, Stock stock) {
        xml.element("warehouseInfo", () -> {
            xml.leaf("number", number);
            xml.leaf("zipcode", zipCode);
            xml.leaf("city", city);
            xml.leaf("addr", "");
        });
        xml.leaf("qty", Integer.toString(quantity));
        if (request.isAtLeast(WITH_ARRIVALS)) {
            xml.leaf("onOrderQuantity", Integer.toString(arriving));
            xml.leaf(
                    "estimatedArrivalDate",
                    arriving > 0 ? stock.eta().map(PriceResponse::text).orElse("") : "");
        }
    }

    private static String text(LocalDate date) {
        return date.format(DateTimeFormatter.BASIC_ISO_DATE);
    }
}
