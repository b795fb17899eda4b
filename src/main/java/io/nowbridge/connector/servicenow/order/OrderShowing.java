package io.nowbridge.connector.servicenow.order;

import io.nowbridge.connector.servicenow.JournalText;
import io.nowbridge.connector.servicenow.JournalTrace;
import io.nowbridge.connector.servicenow.JournalTrace.Sight;
import io.nowbridge.connector.servicenow.order.OrderWriting.Done;
import io.nowbridge.connector.servicenow.order.OrderWriting.Errand;
import io.nowbridge.order.Report;
import io.nowbridge.order.Report.Note;
import io.nowbridge.servicenow.Operation;
import io.nowbridge.servicenow.Query;
import io.nowbridge.servicenow.ServiceNow;
import io.nowbridge.servicenow.ServiceNowException.Forbidden;
import io.nowbridge.servicenow.ServiceNowException.Rejected;
import io.nowbridge.servicenow.SysId;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Makes purchase orders show how their orders stand: what is there already is looked at first, all else goes in one batch. */
final class OrderShowing {

    private static final String ORDER = "the purchase order";
    private static final String LINE = "a line";
    private static final String PARCEL = "a parcel's record";
    private static final String SLIPS = "proc_rec_slip";

    private final ServiceNow serviceNow;
    private final OrderLayout layout;
    private final JournalTrace trace;
    private final OrderWriting writing;
    private final Learnt<Tables> tables;

    OrderShowing(ServiceNow serviceNow, OrderLayout layout) {
        this.serviceNow = serviceNow;
        this.layout = layout;
        this.trace = new JournalTrace(serviceNow);
        this.writing = new OrderWriting(serviceNow.batches());
        this.tables = new Learnt<>(this::learn);
    }

    private record Tables(WrittenTable orders, WrittenTable lines, List<ParcelRecords> parcels) {}

    /** Fails with a {@link io.nowbridge.servicenow.ServiceNowException}, or as {@link OrderWriting} does. */
    Uni<List<String>> show(SysId order, Report report) {
        return tables.answer()
                .flatMap(known -> Uni.combine()
                        .all()
                        .unis(parcels(known, order, report), notes(order, report.notes()))
                        .with((parcels, notes) -> Stream.of(columns(known, order, report).stream(), parcels, notes)
                                .flatMap(errands -> errands)
                                .toList()))
                .flatMap(writing::run)
                .flatMap(done -> words(order, done));
    }

    private Uni<Tables> learn() {
        var parcelTable = layout.parcels()
                .map(name -> WrittenTable.of(serviceNow, name, ParcelRecords.columns(layout))
                        .map(table -> List.of(new ParcelRecords(name, layout, table))))
                .orElseGet(() -> Uni.createFrom().item(List.of()));
        return Uni.combine()
                .all()
                .unis(written(layout.orders(), "status"), written(layout.lines(), "lineStatus"), parcelTable)
                .with(Tables::new);
    }

    private Uni<WrittenTable> written(String table, String status) {
        return WrittenTable.of(serviceNow, table, layout.column(status).stream().toList());
    }

    private List<Errand> columns(Tables known, SysId order, Report report) {
        var errands = new ArrayList<Errand>();
        change(ORDER, layout.orders(), order, values(known.orders(), report.order()), errands);
        report.lines()
                .forEach((line, fields) ->
                        change(LINE, layout.lines(), new SysId(line), values(known.lines(), fields), errands));
        return errands;
    }

    private static void change(
            String of, String table, SysId record, Map<String, String> values, List<Errand> errands) {
        if (!values.isEmpty()) {
            errands.add(new Errand(of, new Operation.Change(table, record, values)));
        }
    }

    private Map<String, String> values(WrittenTable table, Map<String, String> fields) {
        var values = new HashMap<String, String>();
        fields.forEach((field, text) ->
                layout.column(field).ifPresent(column -> values.put(column, table.stored(column, text))));
        return values;
    }

    private Uni<Stream<Errand>> parcels(Tables known, SysId order, Report report) {
        if (known.parcels().isEmpty() || report.parcels().isEmpty()) {
            return Uni.createFrom().item(Stream.empty());
        }
        var records = known.parcels().getFirst();
        var parent = layout.column("parcelOrder").orElseThrow();
        return serviceNow
                .records()
                .matching(records.name(), ParcelRecords.columns(layout), Query.where(parent, order.value()))
                .map(Cells::new)
                .filter(row -> row.at(parent).equals(order.value()))
                .collect()
                .asList()
                .map(there -> records.operations(order, report.parcels(), there).stream()
                        .map(operation -> new Errand(PARCEL, operation)));
    }

    // Of a note that cannot be looked for, it is better to have two than none.
    private Uni<Stream<Errand>> notes(SysId order, List<Note> notes) {
        var column = layout.column("note");
        if (column.isEmpty()) {
            return Uni.createFrom().item(Stream.empty());
        }
        return Multi.createFrom()
                .iterable(notes)
                .onItem()
                .transformToUniAndConcatenate(note -> trace.of(layout.orders(), order, note.reference())
                        .map(sight -> sight == Sight.FOUND ? List.<Note>of() : List.of(note)))
                .onItem()
                .<Note>disjoint()
                .map(note -> note(column.get(), order, note))
                .collect()
                .asList()
                .map(List::stream);
    }

    private Errand note(String column, SysId order, Note note) {
        return new Errand(
                ORDER, new Operation.Change(layout.orders(), order, Map.of(column, JournalText.plain(note.text()))));
    }

    private Uni<List<String>> words(SysId order, List<Done> done) {
        var isFrozen = done.stream().anyMatch(OrderShowing::isOrderOtherwise);
        return (isFrozen ? isReceived(order) : Uni.createFrom().item(false))
                .map(received -> done.stream()
                        .flatMap(one -> received && isOrderOtherwise(one) ? Stream.of(NotKept.received()) : words(one))
                        .distinct()
                        .toList());
    }

    private static boolean isOrderOtherwise(Done done) {
        return done.errand().of().equals(ORDER) && !done.differences().isEmpty();
    }

    private static Stream<String> words(Done done) {
        return Stream.concat(
                done.refusals().stream(),
                done.differences().stream()
                        .map(difference -> NotKept.column(done.errand().of(), difference)));
    }

    // Those who may not see receiving slips are told of each column.
    private Uni<Boolean> isReceived(SysId order) {
        return serviceNow
                .records()
                .matching(SLIPS, Set.of("purchase_order"), Query.where("purchase_order", order.value()))
                .filter(row -> new Cells(row).at("purchase_order").equals(order.value()))
                .collect()
                .with(Collectors.counting())
                .map(slips -> slips > 0)
                .onFailure(failure -> failure instanceof Forbidden || failure instanceof Rejected)
                .recoverWithItem(false);
    }
}
