package io.nowbridge.product;

import io.nowbridge.product.Catalogue.Quote;
import io.nowbridge.product.Change.Action;
import io.nowbridge.product.Known.Standing;
import io.nowbridge.template.Template;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;

/** Decides, product by product, what a run is to do, from what is listed and what is known. */
final class Diff {

    /** What is to be done about a product that is listed. */
    sealed interface Decision {

        record Do(Change change) implements Decision {}

        /** The desk has it as it should be. */
        record Unchanged() implements Decision {}

        record HeldBack(String reason) implements Decision {}

        /** It is none of this run's. */
        record NotSelected() implements Decision {}
    }

    private static final Decision UNCHANGED = new Decision.Unchanged();
    private static final Decision NOT_SELECTED = new Decision.NotSelected();

    private final Run.Task task;
    private final Set<Sku> only;
    private final Selection selection;
    private final HeldBack heldBack;
    private final ProductMapping mapping;

    Diff(Run run, Template template) {
        this.task = run.task();
        this.only = new HashSet<>(run.only());
        this.selection = Selection.of(template);
        this.heldBack = HeldBack.of(template);
        this.mapping = ProductMapping.of(template);
    }

    Decision of(Product product, Optional<Standing> known) {
        if (!isMeant(product, known.isPresent())) {
            return NOT_SELECTED;
        }
        var reason = known.isPresent() ? heldBack.ofAny(product) : heldBack.ofNew(product);
        return reason.isPresent() ? new Decision.HeldBack(reason.get()) : decide(product, known);
    }

    /** What is to be done about one that is known and active, and not listed any more. */
    Optional<Change> gone(Sku sku, Imprint known) {
        return task != Run.Task.VERIFY && mapping.deactivates() && isMeant(sku)
                ? Optional.of(partly(Action.DEACTIVATE, mapping.gone(sku), known))
                        .filter(change -> !change.parts().isEmpty())
                : Optional.empty();
    }

    /** What is to be done about one that is known, for what is asked for it now. */
    Optional<Change> quoted(Quote quote, Imprint known) {
        return Optional.of(partly(Action.UPDATE, mapping.of(quote), known))
                .filter(change -> !change.parts().isEmpty());
    }

    // What is sold no more is so wherever it was selected before; what was never there is not created to be inactive.
    private boolean isMeant(Product product, boolean known) {
        return mapping.isActive(product)
                ? isMeant(product.sku()) && selection.chooses(product)
                : known && mapping.deactivates() && isMeant(product.sku());
    }

    private boolean isMeant(Sku sku) {
        return (only.isEmpty() || only.contains(sku)) && !selection.except().contains(sku);
    }

    private Decision decide(Product product, Optional<Standing> known) {
        var wanted = mapping.of(product);
        var imprint = mapping.imprint(wanted);
        if (task == Run.Task.VERIFY) {
            return new Decision.Do(change(Action.COMPARE, filled(wanted), wanted, imprint));
        }
        return known.map(standing -> decide(product, standing, wanted, imprint))
                .orElseGet(() -> new Decision.Do(change(Action.CREATE, filled(wanted), wanted, imprint)));
    }

    private Decision decide(Product product, Standing known, DeskProduct wanted, Imprint imprint) {
        var active = mapping.isActive(product);
        var parts = filled(wanted);
        parts.removeIf(part -> known.imprint().says(part, imprint));
        if (parts.isEmpty() || (!mapping.updatesExisting() && active == known.active())) {
            return UNCHANGED;
        }
        return new Decision.Do(
                change(known.active() && !active ? Action.DEACTIVATE : Action.UPDATE, parts, wanted, imprint));
    }

    // A record that is written in part only is none that a whole one can be compared with.
    private static Change partly(Action action, DeskProduct wanted, Imprint known) {
        var parts = filled(wanted);
        var imprint = new Imprint(
                parts.contains(Part.PRODUCT) ? Imprint.UNKNOWN : known.product(),
                parts.contains(Part.OFFER) ? Imprint.UNKNOWN : known.offer());
        return change(action, parts, wanted, imprint);
    }

    private static Change change(Action action, Set<Part> parts, DeskProduct wanted, Imprint imprint) {
        return new Change(action, parts, wanted, DeskIds.DERIVED, imprint);
    }

    private static EnumSet<Part> filled(DeskProduct wanted) {
        var parts = EnumSet.allOf(Part.class);
        parts.removeIf(part -> wanted.fields(part).isEmpty());
        return parts;
    }
}
