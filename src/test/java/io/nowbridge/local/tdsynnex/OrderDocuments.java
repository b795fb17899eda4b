package io.nowbridge.local.tdsynnex;

import java.util.List;
import java.util.regex.Pattern;

/** What the services for orders are asked, written by hand, and what their answers say. */
final class OrderDocuments {

    private static final String CREDENTIAL =
            "<Credential><UserID>feed@example.com</UserID><Password>tdsynnex-local</Password></Credential>";

    private OrderDocuments() {}

    static String order(String number, String... items) {
        return """
                <?xml version="1.0" encoding="UTF-8"?>
                <SynnexB2B>%s
                  <OrderRequest>
                    <CustomerNumber>100042</CustomerNumber>
                    <PONumber>%s</PONumber>
                    <DropShipFlag>N</DropShipFlag>
                    <Shipment>
                      <ShipTo>
                        <AddressName1>Fulfilment</AddressName1><AddressLine1>1 Main Street</AddressLine1>
                        <City>Fredericksburg</City><State>VA</State><ZipCode>22407</ZipCode><Country>US</Country>
                      </ShipTo>
                      <ShipMethod><Code>FX</Code></ShipMethod>
                    </Shipment>
                    <Payment><BillTo code="100042"/></Payment>
                    <Items>%s</Items>
                  </OrderRequest>
                </SynnexB2B>
                """.formatted(CREDENTIAL, number, String.join("", items));
    }

    static String item(int line, String sku, String price, long quantity) {
        return """
                <Item lineNumber="%d"><SKU>%s</SKU><UnitPrice>%s</UnitPrice><OrderQuantity>%d</OrderQuantity></Item>
                """.formatted(line, sku, price, quantity);
    }

    /** As many as wanted, at today's price. */
    static String item(int line, Product product, long quantity) {
        return item(line, product.sku(), product.cost(), quantity);
    }

    /** The same order with a field of its own. */
    static String with(String order, String field, String value) {
        return order.replace("<Shipment>", "<%1$s>%2$s</%1$s><Shipment>".formatted(field, value));
    }

    static String status(String number) {
        return """
                <SynnexB2B version="2.4">%s<OrderStatusRequest>
                  <CustomerNumber>100042</CustomerNumber><PONumber>%s</PONumber>
                </OrderStatusRequest></SynnexB2B>
                """.formatted(CREDENTIAL, number);
    }

    static String invoices(String field, String value) {
        return """
                <SynnexB2B version="1.0">%1$s<InvoiceRequest>
                  <CustomerNumber>100042</CustomerNumber><%2$s>%3$s</%2$s>
                </InvoiceRequest></SynnexB2B>
                """.formatted(CREDENTIAL, field, value);
    }

    /** What each element of that name says. */
    static List<String> all(String xml, String element) {
        return Pattern.compile("<%1$s>([^<]*)</%1$s>".formatted(element))
                .matcher(xml)
                .results()
                .map(found -> found.group(1))
                .toList();
    }

    /** The number of each item's line. */
    static List<String> lines(String xml) {
        return Pattern.compile("<Item lineNumber=\"(\\d+)\"")
                .matcher(xml)
                .results()
                .map(found -> found.group(1))
                .toList();
    }

    /** A product, as the price file has it. */
    record Product(String sku, String cost, int stock, int minimum, boolean serialised) {

        static Product of(List<String> row) {
            return new Product(
                    row.get(4),
                    row.get(12),
                    Integer.parseInt(row.get(9)),
                    row.get(65).isEmpty() ? 1 : Integer.parseInt(row.get(65)),
                    row.get(28).equals("Y"));
        }

        /** Those that are sold today. */
        static List<Product> sold(RunningDistributor distributor) {
            return sold(distributor, "u100042");
        }

        static List<Product> sold(RunningDistributor distributor, String user) {
            return distributor.rows(user).stream()
                    .filter(row -> row.size() == 70 && !row.get(5).equals("D"))
                    .map(Product::of)
                    .toList();
        }

        /** One of which there are at least so many, and which has serial numbers. */
        static Product stocked(RunningDistributor distributor, int least) {
            return sold(distributor).stream()
                    .filter(product -> product.stock() >= least && product.minimum() == 1 && product.serialised())
                    .findFirst()
                    .orElseThrow();
        }
    }
}
