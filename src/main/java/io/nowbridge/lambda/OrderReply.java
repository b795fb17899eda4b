package io.nowbridge.lambda;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.nowbridge.order.CarrierLinks;
import io.nowbridge.order.Money;
import io.nowbridge.order.Order;
import io.nowbridge.order.Standing;
import io.quarkus.runtime.annotations.RegisterForReflection;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/**
 * An order as the API shows it; one of a list is without its lines, parcels, invoices and history.
 *
 * @param number the purchase order's at the desk
 * @param distributorNumber the same with its prefix
 * @param status how it stands at the distributor, once that is known
 * @param total what was submitted costs
 * @param outstanding how many pieces are still to come, once that is known
 * @param shownAt when the desk was last made to show how it stands
 * @param nextAt when something is to be done about it
 */
@RegisterForReflection
@JsonInclude(JsonInclude.Include.NON_ABSENT)
record OrderReply(
        String id,
        String number,
        String distributorNumber,
        String templateId,
        String deskId,
        String distributorId,
        String stage,
        Optional<String> status,
        List<EntryReply.Failed> reasons,
        String createdAt,
        Optional<String> submittedAt,
        Optional<MoneyReply> total,
        Optional<Long> outstanding,
        boolean adopted,
        Optional<String> shownAt,
        Optional<String> nextAt,
        Optional<List<OrderLineReply>> lines,
        Optional<List<ParcelReply>> parcels,
        Optional<List<InvoiceReply>> invoices,
        Optional<List<EventReply>> history) {

    /** An amount, with as many decimals as it has. */
    @RegisterForReflection
    record MoneyReply(String amount, String currency) {

        static MoneyReply of(Money money) {
            return new MoneyReply(money.amount().toPlainString(), money.currency());
        }
    }

    /** Something that was sent. */
    @RegisterForReflection
    @JsonInclude(JsonInclude.Include.NON_ABSENT)
    record ParcelReply(
            String tracking,
            Optional<String> trackingUrl,
            String carrier,
            String warehouse,
            Optional<String> shippedAt,
            List<Standing.Parcel.Content> contents) {

        static ParcelReply of(Standing.Parcel parcel) {
            return new ParcelReply(
                    parcel.tracking(),
                    CarrierLinks.of(parcel).map(Object::toString),
                    parcel.carrier(),
                    parcel.warehouse(),
                    parcel.shippedAt().map(Instant::toString),
                    parcel.contents());
        }
    }

    /** A bill. */
    @RegisterForReflection
    @JsonInclude(JsonInclude.Include.NON_ABSENT)
    record InvoiceReply(String number, Optional<String> date, Optional<MoneyReply> total) {

        static InvoiceReply of(Standing.Invoice invoice) {
            return new InvoiceReply(
                    invoice.number(),
                    invoice.date().map(LocalDate::toString),
                    invoice.total().map(MoneyReply::of));
        }
    }

    /** Something that happened. */
    @RegisterForReflection
    record EventReply(String at, String what, String by) {

        static EventReply of(Order.Event event) {
            return new EventReply(event.at().toString(), event.what(), event.by());
        }
    }

    /** As a list shows it. */
    static OrderReply brief(Order order) {
        return of(order, Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty());
    }

    static OrderReply whole(Order order) {
        return of(
                order,
                Optional.of(OrderLineReply.all(order)),
                Optional.of(order.standing().stream()
                        .flatMap(standing -> standing.parcels().stream())
                        .map(ParcelReply::of)
                        .toList()),
                Optional.of(order.standing().stream()
                        .flatMap(standing -> standing.invoices().stream())
                        .map(InvoiceReply::of)
                        .toList()),
                Optional.of(order.history().stream().map(EventReply::of).toList()));
    }

    private static OrderReply of(
            Order order,
            Optional<List<OrderLineReply>> lines,
            Optional<List<ParcelReply>> parcels,
            Optional<List<InvoiceReply>> invoices,
            Optional<List<EventReply>> history) {
        return new OrderReply(
                order.id().value(),
                order.asked().number(),
                order.key().number(),
                order.template().value(),
                order.desk().value(),
                order.distributor().value(),
                Spelling.word(order.stage()),
                order.standing().map(standing -> Spelling.word(standing.status())),
                order.reasons().stream().map(EntryReply.Failed::of).toList(),
                order.created().toString(),
                order.submission().map(submission -> submission.at().toString()),
                total(order),
                order.standing().map(OrderReply::outstanding),
                order.submission().filter(Order.Submission::adopted).isPresent(),
                order.told().map(told -> told.at().toString()),
                order.next().map(Instant::toString),
                lines,
                parcels,
                invoices,
                history);
    }

    private static long outstanding(Standing standing) {
        return standing.lines().stream().mapToLong(Standing.Line::outstanding).sum();
    }

    // The distributor's prices have no currency of their own: it is the one that the purchase order is in.
    private static Optional<MoneyReply> total(Order order) {
        return order.submission()
                .flatMap(submission -> order.asked().lines().stream()
                        .flatMap(line -> line.unitPrice().stream())
                        .findFirst()
                        .map(price -> MoneyReply.of(new Money(submission.total(), price.currency()))));
    }
}
