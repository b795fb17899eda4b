package io.nowbridge.tdsynnex;

/** What answers about orders say in the same way, of an order and of each line. */
final class Reply {

    private Reply() {}

    /** Fails with an {@link IllegalArgumentException} where there is none that is known. */
    static OrderCode code(Element said) {
        return OrderCode.of(said.text("Code").orElse(""));
    }

    /** In TD SYNNEX's own words; empty where it gives none. */
    static String reason(Account account, Element said) {
        return Words.of(account, said.text("Reason").orElse(""));
    }

    /** Fails with an {@link IllegalArgumentException} where there is none. */
    static int lineNumber(Element item) {
        return Math.toIntExact(
                Values.quantity(item.attributes().getOrDefault("lineNumber", "").strip()));
    }

    static OrderType type(Element item) {
        return OrderType.of(item.text("OrderType").orElse(""));
    }

    /** TD SYNNEX's own; empty where it gives none. */
    static String orderNumber(Element item) {
        return item.text("OrderNumber").orElse("");
    }
}
