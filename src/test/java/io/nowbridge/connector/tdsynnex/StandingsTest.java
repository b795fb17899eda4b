package io.nowbridge.connector.tdsynnex;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.groups.Tuple.tuple;

import io.nowbridge.order.Money;
import io.nowbridge.order.Standing;
import io.nowbridge.order.Standing.Parcel.Content;
import io.nowbridge.order.Status;
import io.nowbridge.tdsynnex.Invoices.Invoice;
import io.nowbridge.tdsynnex.Invoices.Item;
import io.nowbridge.tdsynnex.OrderCode;
import io.nowbridge.tdsynnex.OrderStatuses.OrderStatus;
import io.nowbridge.tdsynnex.OrderStatuses.Parcel;
import io.nowbridge.tdsynnex.OrderStatuses.Row;
import io.nowbridge.tdsynnex.OrderType;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class StandingsTest {

    private static final Instant NOW = Instant.parse("2026-01-20T12:00:00Z");
    private static final LocalDateTime MORNING = LocalDateTime.parse("2026-01-19T09:30:00");
    private static final Instant LEFT = Instant.parse("2026-01-19T14:30:00Z");

    private final Standings standings = new Standings("USD", ZoneId.of("America/New_York"));

    @ParameterizedTest
    @CsvSource({
        // code, queue, ordered, shipped -> status, ordered, shipped, cancelled, outstanding
        "ACCEPTED, SALES_ORDER, 5, 0, ACCEPTED, 5, 0, 0, 5",
        "ACCEPTED, OTHER, 5, 0, ACCEPTED, 5, 0, 0, 5",
        "ACCEPTED, BACK_ORDER, 5, 0, BACKORDERED, 5, 0, 0, 5",
        "ACCEPTED, QUOTATION, 5, 0, IN_REVIEW, 5, 0, 0, 5",
        "ACCEPTED, SALES_ORDER, 5, 2, PARTIALLY_SHIPPED, 5, 2, 0, 3",
        "SHIPPED, SALES_ORDER, 5, 5, SHIPPED, 5, 5, 0, 0",
        "SHIPPED, SALES_ORDER, 5, 4, PARTIALLY_SHIPPED, 5, 4, 0, 1",
        "INVOICED, SALES_ORDER, 5, 5, INVOICED, 5, 5, 0, 0",
        "DELETED, SALES_ORDER, 5, 0, DELETED, 5, 0, 5, 0",
        "DELETED, SALES_ORDER, 5, 2, SHIPPED, 5, 2, 3, 0",
        "REJECTED, QUOTATION, 5, 0, REJECTED, 0, 0, 5, 0",
        "NOT_FOUND, OTHER, 5, 0, REJECTED, 0, 0, 5, 0"
    })
    void aLineOfOneRowStandsAsThatSays(
            OrderCode code,
            OrderType type,
            long quantity,
            long left,
            Status status,
            long ordered,
            long shipped,
            long cancelled,
            long outstanding) {
        assertThat(line(row(1, code, type, quantity, left)))
                .returns(status, Standing.Line::status)
                .returns(ordered, Standing.Line::ordered)
                .returns(shipped, Standing.Line::shipped)
                .returns(cancelled, Standing.Line::cancelled)
                .returns(outstanding, Standing.Line::outstanding);
    }

    @ParameterizedTest
    @CsvSource({
        "SHIPPED, SALES_ORDER, 3, ACCEPTED, BACK_ORDER, 0, PARTIALLY_SHIPPED, 5, 3, 0",
        "ACCEPTED, SALES_ORDER, 0, ACCEPTED, BACK_ORDER, 0, BACKORDERED, 5, 0, 0",
        "ACCEPTED, BACK_ORDER, 0, ACCEPTED, QUOTATION, 0, IN_REVIEW, 5, 0, 0",
        "SHIPPED, SALES_ORDER, 3, DELETED, SALES_ORDER, 0, SHIPPED, 5, 3, 2",
        "ACCEPTED, SALES_ORDER, 0, REJECTED, QUOTATION, 0, ACCEPTED, 5, 0, 2",
        "DELETED, SALES_ORDER, 0, REJECTED, QUOTATION, 0, DELETED, 5, 0, 5",
        "INVOICED, SALES_ORDER, 3, SHIPPED, SALES_ORDER, 2, SHIPPED, 5, 5, 0",
        "INVOICED, SALES_ORDER, 3, INVOICED, SALES_ORDER, 2, INVOICED, 5, 5, 0",
        "INVOICED, SALES_ORDER, 3, DELETED, SALES_ORDER, 0, INVOICED, 5, 3, 2"
    })
    void theRowsOfALineAreItsParts(
            OrderCode one,
            OrderType oneQueue,
            long oneLeft,
            OrderCode other,
            OrderType otherQueue,
            long otherLeft,
            Status status,
            long ordered,
            long shipped,
            long cancelled) {
        assertThat(line(row(1, one, oneQueue, 3, oneLeft), row(1, other, otherQueue, 2, otherLeft)))
                .returns(status, Standing.Line::status)
                .returns(ordered, Standing.Line::ordered)
                .returns(shipped, Standing.Line::shipped)
                .returns(cancelled, Standing.Line::cancelled);
    }

    @Test
    void linesAreInTheOrderOfTheirNumbersAndKnowWhatTheirRowsSay() {
        var rows = List.of(
                new Given(2).number("57").row(),
                new Given(1).number("55").expected("2026-02-03").reason("Late").row(),
                new Given(1).number("56").expected("2026-02-01").reason("Late").row());

        var lines = standings.of(status(rows), List.of(), NOW).lines();

        assertThat(lines).extracting(Standing.Line::line).containsExactly(1, 2);
        assertThat(lines.getFirst())
                .isEqualTo(new Standing.Line(
                        1,
                        "11",
                        Status.ACCEPTED,
                        10,
                        0,
                        0,
                        Optional.of(new BigDecimal("7.47")),
                        List.of("55", "56"),
                        Optional.of(LocalDate.parse("2026-02-01")),
                        "Late"));
    }

    @Test
    void nothingMoreIsExpectedOfWhatHasLeft() {
        var rows = List.of(
                new Given(1).shipped(5).expected("2026-01-21").row(),
                new Given(1).expected("2026-02-01").row());

        var line = standings.of(status(rows), List.of(), NOW).lines().getFirst();

        assertThat(line.expected()).contains(LocalDate.parse("2026-02-01"));
    }

    @Test
    void aParcelCarriesSeveralLinesAndALineComesInSeveralParcels() {
        var rows = List.of(
                new Given(1)
                        .shipped(5)
                        .parcels(parcel("1Z1", 2L, "S1", "S2"), parcel("1Z2", 3L))
                        .row(),
                new Given(2).shipped(5).parcels(parcel("1Z1", 5L)).row());

        var parcels = standings.of(status(rows), List.of(), NOW).parcels();

        assertThat(parcels)
                .containsExactly(
                        new Standing.Parcel(
                                "1Z1",
                                "FedEx Ground",
                                "6",
                                Optional.of(LEFT),
                                List.of(
                                        new Content(1, "11", 2, List.of("S1", "S2")),
                                        new Content(2, "12", 5, List.of()))),
                        new Standing.Parcel(
                                "1Z2",
                                "FedEx Ground",
                                "6",
                                Optional.of(LEFT),
                                List.of(new Content(1, "11", 3, List.of()))));
    }

    @Test
    void rowsUnderOneTrackingNumberAreOneParcel() {
        var rows = List.of(
                new Given(1)
                        .shipped(5)
                        .parcels(parcel("1Z1", 3L, "S1"), parcel("1Z1", 2L, "S2"))
                        .row(),
                new Given(1).shipped(1).parcels(parcel("1Z1", 1L)).row());

        var parcels = standings.of(status(rows), List.of(), NOW).parcels();

        assertThat(parcels)
                .singleElement()
                .returns(List.of(new Content(1, "11", 6, List.of("S1", "S2"))), Standing.Parcel::contents);
    }

    @Test
    void whatHasNoTrackingNumberIsAParcelPerWarehouseAndDay() {
        var rows = List.of(
                new Given(1).shipped(2).row(),
                new Given(2).shipped(1).at(MORNING.plusHours(3)).row(),
                new Given(1).shipped(1).from("16").row(),
                new Given(1).shipped(1).at(MORNING.plusDays(1)).row());

        var parcels = standings.of(status(rows), List.of(), NOW).parcels();

        assertThat(parcels)
                .extracting(
                        Standing.Parcel::warehouse, parcel -> parcel.contents().size())
                .containsExactly(tuple("16", 1), tuple("6", 2), tuple("6", 1));
        assertThat(parcels.get(1).shippedAt()).contains(LEFT);
    }

    @Test
    void aParcelThatDoesNotSayHowManyItHasHasAllOrAsManyAsItNames() {
        var rows = List.of(
                new Given(1)
                        .shipped(5)
                        .parcels(new Parcel("1Z1", Optional.empty(), List.of("S1")))
                        .row(),
                new Given(2)
                        .shipped(3)
                        .parcels(
                                new Parcel("1Z2", Optional.empty(), List.of("S2", "S3")),
                                new Parcel("1Z3", Optional.of(1L), List.of()))
                        .row());

        var parcels = standings.of(status(rows), List.of(), NOW).parcels();

        assertThat(parcels)
                .extracting(parcel -> parcel.contents().getFirst().quantity())
                .containsExactly(5L, 2L, 1L);
    }

    @Test
    void whatHasNotLeftIsInNoParcel() {
        var rows = List.of(new Given(1).parcels(parcel("", 0L)).row());

        assertThat(standings.of(status(rows), List.of(), NOW).parcels()).isEmpty();
    }

    @Test
    void whatWasShippedIsInvoicedOnceInvoicesCountAllOfIt() {
        var rows =
                List.of(new Given(1).shipped(5).row(), new Given(2).shipped(5).row());
        var invoices = List.of(
                invoice("77002", "20.00", new Item(Optional.of(9), "11", 3), new Item(Optional.of(8), "12", 4)),
                invoice("77001", "10.00", new Item(Optional.of(1), "11", 2), new Item(Optional.of(3), "99", 7)));

        var standing = standings.of(status(rows), invoices, NOW);

        assertThat(standing.lines()).extracting(Standing.Line::status).containsExactly(Status.INVOICED, Status.SHIPPED);
        assertThat(standing.invoices())
                .containsExactly(
                        new Standing.Invoice(
                                "77001",
                                Optional.of(LocalDate.parse("2026-01-20")),
                                Optional.of(new Money(new BigDecimal("10.00"), "USD")),
                                List.of(new Standing.Invoice.Item(1, 2))),
                        new Standing.Invoice(
                                "77002",
                                Optional.of(LocalDate.parse("2026-01-20")),
                                Optional.of(new Money(new BigDecimal("20.00"), "USD")),
                                List.of(new Standing.Invoice.Item(1, 3), new Standing.Invoice.Item(2, 4))));
    }

    @Test
    void ofLinesForTheSameProductTheNumberSaysWhichIsInvoiced() {
        var rows = List.of(
                new Given(1).sku("11").shipped(5).row(),
                new Given(2).sku("11").shipped(5).row());
        var invoices = List.of(invoice("77001", "10.00", new Item(Optional.of(2), "11", 5)));

        assertThat(standings.of(status(rows), invoices, NOW).lines())
                .extracting(Standing.Line::status)
                .containsExactly(Status.SHIPPED, Status.INVOICED);
    }

    private Standing.Line line(Row... rows) {
        return standings.of(status(List.of(rows)), List.of(), NOW).lines().getFirst();
    }

    private static OrderStatus status(List<Row> rows) {
        return new OrderStatus(OrderCode.ACCEPTED, "", rows);
    }

    private static Row row(int line, OrderCode code, OrderType type, long ordered, long shipped) {
        return new Given(line)
                .code(code)
                .type(type)
                .ordered(ordered)
                .shipped(shipped)
                .row();
    }

    private static Parcel parcel(String tracking, long quantity, String... serials) {
        return new Parcel(tracking, Optional.of(quantity), List.of(serials));
    }

    private static Invoice invoice(String number, String total, Item... items) {
        return new Invoice(
                number, Optional.of(LocalDate.parse("2026-01-20")), Optional.of(new BigDecimal(total)), List.of(items));
    }

    /** A row of five, but for what a test says. */
    private static final class Given {

        private final int line;
        private OrderCode code = OrderCode.ACCEPTED;
        private OrderType type = OrderType.SALES_ORDER;
        private String reason = "";
        private String number = "55";
        private String sku;
        private long ordered = 5;
        private long shipped;
        private String warehouse = "6";
        private LocalDateTime at = MORNING;
        private Optional<LocalDate> expected = Optional.empty();
        private List<Parcel> parcels = List.of();

        Given(int line) {
            this.line = line;
            this.sku = "1" + line;
        }

        Given code(OrderCode its) {
            code = its;
            return this;
        }

        Given type(OrderType its) {
            type = its;
            return this;
        }

        Given reason(String its) {
            reason = its;
            return this;
        }

        Given number(String its) {
            number = its;
            return this;
        }

        Given sku(String its) {
            sku = its;
            return this;
        }

        Given ordered(long its) {
            ordered = its;
            return this;
        }

        Given shipped(long its) {
            shipped = its;
            return this;
        }

        Given from(String its) {
            warehouse = its;
            return this;
        }

        Given at(LocalDateTime its) {
            at = its;
            return this;
        }

        Given expected(String day) {
            expected = Optional.of(LocalDate.parse(day));
            return this;
        }

        Given parcels(Parcel... its) {
            parcels = List.of(its);
            return this;
        }

        Row row() {
            return new Row(
                    line,
                    code,
                    type,
                    reason,
                    number,
                    sku,
                    ordered,
                    shipped,
                    Optional.of(new BigDecimal("7.47")),
                    warehouse,
                    "FedEx Ground",
                    Optional.of(at),
                    expected,
                    parcels);
        }
    }
}
