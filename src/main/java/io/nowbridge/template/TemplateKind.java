package io.nowbridge.template;

import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/** What a template does. */
public enum TemplateKind {
    /** Keeps the distributor's catalogue, prices and stock at the desk. */
    PRODUCT_SYNC("Product Sync"),
    /** Orders at the distributor what the desk's purchase orders ask for. */
    CREATE_ORDERS("Create Orders"),
    /** Brings what became of orders back to the desk. */
    GET_ORDER_STATUS("Get Order Status");

    private final String title;

    TemplateKind(String title) {
        this.title = title;
    }

    /** What people call it. */
    public String title() {
        return title;
    }

    /** As it is written in requests and answers: {@code product-sync}. */
    public String label() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    public static Optional<TemplateKind> labelled(String label) {
        return Stream.of(values()).filter(kind -> kind.label().equals(label)).findFirst();
    }

    /** What a template of this kind can be told. */
    public Sheet sheet() {
        return switch (this) {
            case PRODUCT_SYNC -> ProductSync.SHEET;
            case CREATE_ORDERS -> CreateOrders.SHEET;
            case GET_ORDER_STATUS -> GetOrderStatus.SHEET;
        };
    }
}
