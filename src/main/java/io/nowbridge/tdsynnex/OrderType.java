package io.nowbridge.tdsynnex;

import java.util.Locale;

/** In which of TD SYNNEX's queues a line is. */
public enum OrderType {
    /** {@code SO}: it will be shipped. */
    SALES_ORDER,
    /** {@code BO}: it is not in stock. */
    BACK_ORDER,
    /** {@code 99} or {@code QO}: a sales representative has to release it, since a price differs or a comment came with it. */
    QUOTATION,
    /** Something that the specification does not have. */
    OTHER;

    static OrderType of(String written) {
        return switch (written.toUpperCase(Locale.ROOT)) {
            case "SO" -> SALES_ORDER;
            case "BO" -> BACK_ORDER;
            case "99", "QO" -> QUOTATION;
            default -> OTHER;
        };
    }
}
