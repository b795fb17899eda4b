package io.nowbridge.tdsynnex;

import io.smallrye.mutiny.Uni;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Optional;

/**
 * The service PO Status. Days and times are in TD SYNNEX's own zone, which it does not name.
 *
 * <p>Every operation fails with a {@link TdSynnexException} and with nothing else.
 */
public interface OrderStatuses {

    /** How an order stands, by the number that it was submitted with; empty if there is none. */
    Uni<Optional<OrderStatus>> of(String number);

    /**
     * How an order stands. A text that is not said is empty.
     *
     * @param rows any number of them for a line: one for each warehouse that has some of it
     */
    record OrderStatus(OrderCode code, String reason, List<Row> rows) {

        public OrderStatus {
            rows = List.copyOf(rows);
        }
    }

    /**
     * A line, or what one warehouse has of it.
     *
     * @param ordered how many there were to be of this row
     * @param shipped how many of them have left
     * @param shipMethod as TD SYNNEX words it, or its code
     * @param expected when what has not left is to arrive
     */
    record Row(
            int lineNumber,
            OrderCode code,
            OrderType type,
            String reason,
            String orderNumber,
            String sku,
            long ordered,
            long shipped,
            Optional<BigDecimal> unitPrice,
            String shipFromWarehouse,
            String shipMethod,
            Optional<LocalDateTime> shippedAt,
            Optional<LocalDate> expected,
            List<Parcel> parcels) {

        public Row {
            parcels = List.copyOf(parcels);
        }
    }

    /**
     * What a parcel has of a row.
     *
     * @param trackingNumber empty where there is none
     * @param quantity empty where it is not said
     */
    record Parcel(String trackingNumber, Optional<Long> quantity, List<String> serialNumbers) {

        public Parcel {
            serialNumbers = List.copyOf(serialNumbers);
        }
    }
}
