package io.nowbridge.order;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import io.nowbridge.local.LocalNowbridge;
import io.nowbridge.product.Shop;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;

/** A local run whose purchase orders a distributor serves, with some of its products synchronised, as tests of orders use it. */
public final class OrderShop implements AutoCloseable {

    private static final String VENDOR = "name=TD SYNNEX";
    // More than the least that is sold of anything.
    private static final int MANY = 50;

    private static final String STATUS = "u_tds_order_status";

    private final LocalNowbridge nowbridge;
    private final Shop shop;
    private final List<JsonNode> offers;
    private final String vendor;
    private final String stockroom;
    private int ordered;

    public OrderShop(LocalNowbridge nowbridge, String catalogue) {
        this.nowbridge = nowbridge;
        this.shop = new Shop(nowbridge);
        shop.sells(catalogue);
        shop.synchronise();
        nowbridge.placeOrders();
        this.offers = shop.offers().stream()
                .filter(offer -> offer.path("active").asText().equals("true"))
                .toList();
        this.vendor = id("core_company", VENDOR);
        this.stockroom = id("alm_stockroom", "name=Boston stockroom");
    }

    @Override
    public void close() {
        shop.close();
    }

    /** Purchase orders of one or two lines each that are marked as ready; their numbers. */
    public List<String> send(int count) {
        var numbers = new ArrayList<String>();
        for (var i = 0; i < count; i++) {
            numbers.add(send(MANY + i % 3, 1 + i % 2));
        }
        return numbers;
    }

    /** A purchase order of so many of each of some products, marked as ready; its number. */
    public String send(int quantity, int lines) {
        var order = draft();
        for (var line = 0; line < lines; line++) {
            var offer = offers.get(ordered++ % offers.size());
            add(
                    order,
                    offer.path("product_id").asText(),
                    quantity,
                    offer.path("vendor_price").asText());
        }
        return send(order);
    }

    /** A purchase order of one product by its SKU, marked as ready; its number. */
    public String send(String sku) {
        var order = draft();
        add(order, sku, 1, "10.00");
        return send(order);
    }

    private JsonNode draft() {
        return nowbridge.createRecord("proc_po", json(Map.of("vendor", vendor, "ship_to", stockroom)));
    }

    private void add(JsonNode order, String sku, int quantity, String cost) {
        nowbridge.createRecord(
                "proc_po_item",
                json(Map.of(
                        "purchase_order",
                        order.path("sys_id").asText(),
                        "part_number",
                        sku,
                        "ordered_quantity",
                        Integer.toString(quantity),
                        "cost",
                        cost)));
    }

    private String send(JsonNode order) {
        nowbridge.changeTicket("proc_po", order.path("sys_id").asText(), json(Map.of(STATUS, "Send to TDS")));
        return order.path("number").asText();
    }

    /** Has all that is due looked for and worked on. */
    public void tick() {
        nowbridge.tick("createOrders");
        nowbridge.tick("getOrderStatus");
    }

    /** Has the desk looked at now. */
    public void look() {
        nowbridge.call("POST", "/templates/" + template("create-orders") + "/look", "");
    }

    public String template(String kind) {
        return nowbridge
                .call("GET", "/templates?limit=100", "")
                .body()
                .path("items")
                .valueStream()
                .filter(template -> template.path("kind").asText().equals(kind))
                .findFirst()
                .orElseThrow()
                .path("id")
                .asText();
    }

    /** All orders as a list shows them, by the purchase order's number. */
    public Map<String, JsonNode> orders() {
        var all = new ArrayList<JsonNode>();
        var next = "";
        do {
            var page = nowbridge
                    .call("GET", "/orders?limit=100&deskId=" + nowbridge.demo() + next, "")
                    .body();
            page.path("items").forEach(all::add);
            next = page.path("next").asText("");
            next = next.isEmpty() ? "" : "&cursor=" + next;
        } while (!next.isEmpty());
        return all.stream()
                .collect(Collectors.toMap(order -> order.path("number").asText(), Function.identity()));
    }

    /** The whole order of a purchase order. */
    public JsonNode order(String number) {
        return nowbridge
                .call("GET", "/orders/" + orders().get(number).path("id").asText(), "")
                .body();
    }

    /** What the distributor really has, by number. */
    public Map<String, JsonNode> truth() {
        return nowbridge
                .tdSynnex("GET", "/__orders", "")
                .path("orders")
                .valueStream()
                .collect(Collectors.toMap(order -> order.path("number").asText(), Function.identity()));
    }

    /** The purchase orders as ServiceNow has them, by number. */
    public Map<String, JsonNode> purchaseOrders() {
        return nowbridge.records("proc_po", "vendor.name=TD SYNNEX^ORDERBYnumber").stream()
                .collect(Collectors.toMap(order -> order.path("number").asText(), Function.identity()));
    }

    private String id(String table, String query) {
        return nowbridge.records(table, query).getFirst().path("sys_id").asText();
    }

    private static String json(Map<String, String> values) {
        var json = JsonNodeFactory.instance.objectNode();
        values.forEach(json::put);
        return json.toString();
    }
}
