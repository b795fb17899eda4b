package io.nowbridge.local.tdsynnex;

import io.nowbridge.local.tdsynnex.PlacedOrder.Delivery;
import java.math.BigDecimal;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * What the purchase order service is asked.
 *
 * <p>Source: XML purchase order 3.37. What it says about payment and end users is checked and not kept.
 *
 * @param backOrder whether what is not in stock may come later
 * @param split whether a line may come from several warehouses
 * @param warehouse the one to take first
 * @param commented whether a person is to read something
 */
record PurchaseRequest(
        Account who,
        String number,
        Delivery delivery,
        boolean backOrder,
        boolean split,
        Optional<String> warehouse,
        boolean commented,
        List<Item> items) {

    private static final int LONGEST_COMMENT = 60;

    /** A line, whose product is named by its SKU or by its manufacturer's part number; parts have no numbers of the customer's own. */
    record Item(int line, String sku, String partNumber, BigDecimal unitPrice, long quantity) {}

    /** Refuses, in one numbered text, all that is missing or too long. */
    static PurchaseRequest read(Element root) {
        var document = Form.of(root);
        var order = document.within("OrderRequest");
        var who = Account.read(document, order);
        var number = order.text("PONumber", 20);
        order.flag("DropShipFlag");
        var shipment = order.within("Shipment");
        var delivery = new Delivery(
                shipment.within("ShipMethod").optional("Code", 5),
                order.flag("ShipComplete", false),
                order.flag("POLineShipComplete", false),
                address(shipment.within("ShipTo")));
        checkTheRest(order, shipment);
        var items = order.all("Items").flatMap(all -> all.all("Item")).toList();
        var request = new PurchaseRequest(
                who,
                number,
                delivery,
                order.flag("BackOrderFlag", true),
                order.flag("WarehouseSplit", true),
                Optional.of(shipment.optional("ShipFromWarehouse", 3)).filter(said -> !said.isEmpty()),
                comments(order, items),
                items.stream().map(PurchaseRequest::item).toList());
        if (items.isEmpty()) {
            order.wrong("Items", "Product to be ordered not specified");
        }
        if (request.items().stream().map(Item::line).distinct().count() < items.size()) {
            order.wrong("Items", "Each line number once required");
        }
        document.refuseIfWrong();
        return request;
    }

    private static Map<String, String> address(Form to) {
        var address = new LinkedHashMap<String, String>();
        address.put("AddressName1", to.text("AddressName1", 30));
        address.put("AddressName2", to.optional("AddressName2", 35));
        address.put("AddressLine1", to.text("AddressLine1", 60));
        address.put("AddressLine2", to.optional("AddressLine2", 30));
        address.put("City", to.text("City", 20));
        address.put("State", to.text("State", 2));
        address.put("ZipCode", to.text("ZipCode", 10));
        address.put("Country", to.text("Country", 2));
        return Collections.unmodifiableMap(address);
    }

    private static void checkTheRest(Form order, Form shipment) {
        var contact = shipment.within("ShipToContact");
        contact.optional("ContactName", 30);
        contact.optional("PhoneNumber", 20);
        contact.optional("EmailAddress", 30);
        order.optional("SpecialPriceReferenceNumber", 20);
        order.optional("EndUserPONumber", 15);
        order.within("Payment").within("BillTo").attribute("code");
    }

    private static boolean comments(Form order, List<Form> items) {
        var texts = Stream.concat(Stream.of(order), items.stream())
                .flatMap(form -> Stream.of("Comment", "ShipComment", "ShipCommentInternal")
                        .flatMap(form::all));
        return texts.filter(text -> !text.said(LONGEST_COMMENT).isEmpty()).count() > 0;
    }

    private static Item item(Form item) {
        var sku = item.optional("SKU", 20);
        var partNumber = item.optional("ManufacturerPartNumber", 40);
        if (sku.isEmpty() && partNumber.isEmpty()) {
            item.wrong("SKU", "Product to be ordered not specified");
        }
        return new Item(
                item.number("lineNumber"), sku, partNumber, item.amount("UnitPrice"), item.quantity("OrderQuantity"));
    }
}
