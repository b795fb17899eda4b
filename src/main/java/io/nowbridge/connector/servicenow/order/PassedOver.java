package io.nowbridge.connector.servicenow.order;

import io.nowbridge.order.OrderDesk.Passed;
import io.nowbridge.servicenow.Counts.Count;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * Says which condition keeps purchase orders from being taken.
 *
 * @param status the column
 * @param ready what marks them, as it is stored
 * @param vendor whose they have to be
 */
record PassedOver(String status, String ready, Vendor vendor) {

    private static final String NO_STATUS = "(none)";

    /** The same, for an instance whose choices have these words. */
    PassedOver storedAs(ChoiceWords words) {
        return new PassedOver(status, words.stored(status, ready), vendor);
    }

    /** Those of the counted that are not taken, unless they are neither marked nor the vendor's; the nearest misses first. */
    List<Passed> of(List<Count> counts, ChoiceWords words) {
        return counts.stream()
                .flatMap(count -> passed(count, words).stream())
                .sorted(Comparator.comparing((Miss miss) -> !miss.near())
                        .thenComparingLong(miss -> -miss.passed().count()))
                .map(Miss::passed)
                .toList();
    }

    private record Miss(boolean near, Passed passed) {}

    private Optional<Miss> passed(Count count, ChoiceWords words) {
        var stored = count.values().getOrDefault(status, "").strip();
        var isReady = stored.equals(ready);
        var isNearly = !isReady && letters(stored).equals(letters(ready));
        var isTheirs = vendor.is(count.values(), count.shown());
        var isTaken = isReady && isTheirs;
        var concernsUs = isReady || isNearly || isTheirs;
        if (isTaken || !concernsUs) {
            return Optional.empty();
        }
        var shown = words.shown(status, stored);
        var condition = isTheirs
                ? wrongStatus(shown, isNearly, words.shown(status, ready))
                : vendor.wrong(count.values(), count.shown());
        return Optional.of(new Miss(
                isReady || isNearly, new Passed(shown.isEmpty() ? NO_STATUS : shown, condition, count.rows())));
    }

    private String wrongStatus(String shown, boolean isNearly, String wanted) {
        if (shown.isEmpty()) {
            return "%s is not set: only what is marked as \"%s\" is ordered".formatted(status, wanted);
        }
        return isNearly
                ? "%s is written \"%s\" and has to be exactly \"%s\"".formatted(status, shown, wanted)
                : "%s is \"%s\": only what is marked as \"%s\" is ordered".formatted(status, shown, wanted);
    }

    private static String letters(String status) {
        return status.toLowerCase(Locale.ROOT).replaceAll("[^\\p{L}\\p{N}]", "");
    }
}
