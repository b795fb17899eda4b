package io.nowbridge.product;

import io.nowbridge.activity.Failure;
import io.nowbridge.activity.WhoCanFix;
import io.nowbridge.product.Catalogue.Quote;
import io.nowbridge.product.Catalogue.Row;
import io.nowbridge.product.Change.Action;
import io.nowbridge.product.Diff.Decision;
import io.nowbridge.product.Run.Found;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** A plan in the making: rows come in one by one, and what is to be done about them is put away. */
final class Plan {

    private static final int PERCENT = 100;

    private final Diff diff;
    private final Known known;
    private final SeenNames seen = new SeenNames();
    private final Spill spill = new Spill();
    private final Map<Action, Long> put = new EnumMap<>(Action.class);
    private final List<Failure> remarks = new ArrayList<>();
    private boolean full;
    private long listed;
    private long selected;
    private long unchanged;
    private long heldBack;
    private long malformed;
    private long duplicates;

    Plan(Diff diff, Known known) {
        this.diff = diff;
        this.known = known;
    }

    void add(Row row) {
        switch (row) {
            case Row.Header header -> full = header.full();
            case Row.Listed(var product) -> add(product);
            case Row.Malformed(var line, var cause) -> addMalformed(line, cause);
        }
    }

    /** What is asked now for a product; nothing is created for that. */
    void add(Quote quote) {
        listed++;
        known.list(quote.sku())
                .ifPresentOrElse(
                        standing -> {
                            selected++;
                            diff.quoted(quote, standing.imprint()).ifPresent(this::put);
                        },
                        () -> heldBack++);
    }

    /** To be said once all rows are in. */
    void complete() {
        if (full) {
            known.eachVanished((sku, imprint) -> diff.gone(sku, imprint).ifPresent(this::put));
        }
    }

    /** Why the catalogue is not to be used at all, if it is not. */
    Optional<String> flaw() {
        var rows = listed + duplicates + malformed;
        return malformed * PERCENT > rows
                ? Optional.of("%d of its %d rows cannot be read".formatted(malformed, rows))
                : Optional.empty();
    }

    /** What is suspicious about a catalogue that lacks more than {@code most} percent of what can be ordered at the desk. */
    Optional<String> suspicion(int most) {
        var vanished = vanished();
        var active = known.countActive();
        return vanished * PERCENT > active * most
                ? Optional.of(String.format(
                        Locale.ROOT,
                        "%,d of %,d products are no longer listed; the limit is %d %%",
                        vanished,
                        active,
                        most))
                : Optional.empty();
    }

    Spill spill() {
        return spill;
    }

    List<Failure> remarks() {
        return List.copyOf(remarks);
    }

    /** What was found before chunks are cut: a product that is listed twice may count twice among the changes. */
    Found found() {
        return found(put);
    }

    /** What was found, with so many changes of each kind. */
    Found found(Map<Action, Long> changes) {
        return new Found(
                listed,
                selected,
                unchanged,
                changes.getOrDefault(Action.CREATE, 0L),
                changes.getOrDefault(Action.UPDATE, 0L) + changes.getOrDefault(Action.COMPARE, 0L),
                changes.getOrDefault(Action.DEACTIVATE, 0L),
                heldBack,
                vanished(),
                malformed,
                duplicates);
    }

    private void add(Product product) {
        var again = !seen.add(product.sku().value());
        var decision = diff.of(product, known.list(product.sku()));
        if (again) {
            duplicates++;
        } else {
            listed++;
            count(decision);
        }
        if (decision instanceof Decision.Do(var change)) {
            put(change);
        } else if (again) {
            // What an earlier row wanted does not count any more.
            spill.takeBack(product.sku());
        }
    }

    private void count(Decision decision) {
        switch (decision) {
            case Decision.Do chosen -> selected++;
            case Decision.Unchanged chosen -> {
                selected++;
                unchanged++;
            }
            case Decision.HeldBack chosen -> {
                selected++;
                heldBack++;
            }
            case Decision.NotSelected other -> {
                // It counts among the listed alone.
            }
        }
    }

    private void addMalformed(long line, String cause) {
        malformed++;
        if (remarks.size() < Run.MOST_REMARKS) {
            remarks.add(new Failure(
                    "line " + line,
                    cause,
                    WhoCanFix.REMOTE_OWNER,
                    "Ask the distributor about its catalogue; the next edition is read anew."));
        }
    }

    private void put(Change change) {
        spill.add(change);
        put.merge(change.action(), 1L, Long::sum);
    }

    // A file of changes leaves out what has not changed.
    private long vanished() {
        return full ? known.countVanished() : 0;
    }
}
