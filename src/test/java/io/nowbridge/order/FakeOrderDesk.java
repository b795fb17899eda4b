package io.nowbridge.order;

import io.nowbridge.connection.ConnectedSystemException;
import io.nowbridge.connection.Connection;
import io.nowbridge.order.OrderDesk.OrderDesks;
import io.nowbridge.order.Standing.Parcel;
import io.nowbridge.template.Template;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Supplier;

/**
 * A desk that keeps purchase orders and what it is made to show in maps; it can be down, lose answers after it has written,
 * and keep some of its fields as they are.
 */
final class FakeOrderDesk implements OrderDesk, OrderDesks {

    /** What a purchase order shows. */
    record Shown(
            SortedMap<String, String> order,
            Map<String, SortedMap<String, String>> lines,
            Map<String, String> notes,
            List<Parcel> parcels) {

        private static Shown nothing() {
            return new Shown(new TreeMap<>(), new TreeMap<>(), new LinkedHashMap<>(), new ArrayList<>());
        }
    }

    /** The status of purchase orders that are marked as ready. */
    static final String READY = "Send to TDS";

    private final Map<String, PurchaseOrder> purchaseOrders = new LinkedHashMap<>();
    private final Map<String, Shown> shown = new TreeMap<>();
    private final List<Passed> passed = new ArrayList<>();
    private final Set<String> readOnly = new HashSet<>();
    private final Deque<ConnectedSystemException> failures = new ArrayDeque<>();
    private final Deque<ConnectedSystemException> lostAnswers = new ArrayDeque<>();
    private Runnable meanwhile = () -> {};
    private int shows;

    /** Puts a purchase order there, or changes it. */
    void puts(PurchaseOrder purchaseOrder) {
        purchaseOrders.put(purchaseOrder.id(), purchaseOrder);
    }

    void passes(Passed others) {
        passed.add(others);
    }

    /** The fields, of orders and lines, that it does not let anybody change. */
    Set<String> readOnly() {
        return readOnly;
    }

    /** The next calls fail, one after the other, and do nothing. */
    void failNext(ConnectedSystemException failure, int times) {
        for (var left = times; left > 0; left--) {
            failures.add(failure);
        }
    }

    /** The next calls to show something do it, and their answers are lost. */
    void loseAnswersNext(ConnectedSystemException failure, int times) {
        for (var left = times; left > 0; left--) {
            lostAnswers.add(failure);
        }
    }

    /** What happens while the next call is under way. */
    void meanwhile(Runnable happening) {
        meanwhile = happening;
    }

    /** What a purchase order shows, by the desk's id of it. */
    Shown shown(String id) {
        return shown.getOrDefault(id, Shown.nothing());
    }

    /** How often it was made to show something. */
    int shows() {
        return shows;
    }

    @Override
    public OrderDesk of(Connection desk, Template template) {
        return this;
    }

    @Override
    public Multi<PurchaseOrder> ready() {
        return answering(() -> purchaseOrders.values().stream()
                        .filter(purchaseOrder -> purchaseOrder.status().equals(READY))
                        .toList())
                .onItem()
                .disjoint();
    }

    @Override
    public Uni<Optional<PurchaseOrder>> find(String number) {
        return answering(() -> purchaseOrders.values().stream()
                .filter(purchaseOrder -> purchaseOrder.number().equals(number)
                        || purchaseOrder.id().equals(number))
                .findFirst());
    }

    @Override
    public Uni<List<Passed>> passed() {
        return answering(() -> List.copyOf(passed));
    }

    @Override
    public Uni<List<String>> show(String id, Report report) {
        return answering(() -> {
            shows++;
            var differences = write(shown.computeIfAbsent(id, any -> Shown.nothing()), report);
            if (!lostAnswers.isEmpty()) {
                throw lostAnswers.remove();
            }
            return differences;
        });
    }

    private List<String> write(Shown now, Report report) {
        var differences = new ArrayList<String>();
        keep(now.order(), report.order(), differences);
        report.lines()
                .forEach((line, fields) ->
                        keep(now.lines().computeIfAbsent(line, any -> new TreeMap<>()), fields, differences));
        report.notes().forEach(note -> now.notes().putIfAbsent(note.reference(), note.text()));
        report.parcels().forEach(parcel -> {
            now.parcels().removeIf(other -> key(other).equals(key(parcel)));
            now.parcels().add(parcel);
        });
        return differences;
    }

    private void keep(SortedMap<String, String> now, SortedMap<String, String> wanted, List<String> differences) {
        wanted.forEach((field, value) -> {
            if (!readOnly.contains(field)) {
                now.put(field, value);
            } else if (!value.equals(now.get(field))) {
                differences.add(field + " stayed as it was");
            }
        });
    }

    private static List<Object> key(Parcel parcel) {
        return parcel.tracking().isEmpty()
                ? List.of(parcel.warehouse(), parcel.shippedAt())
                : List.of(parcel.tracking());
    }

    private <T> Uni<T> answering(Supplier<T> answer) {
        return Uni.createFrom().item(() -> {
            var happening = meanwhile;
            meanwhile = () -> {};
            happening.run();
            if (!failures.isEmpty()) {
                throw failures.remove();
            }
            return answer.get();
        });
    }
}
