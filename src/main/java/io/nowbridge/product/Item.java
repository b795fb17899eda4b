package io.nowbridge.product;

import io.nowbridge.activity.Failure;
import java.util.List;
import java.util.Optional;

/**
 * What became of one product in a run.
 *
 * @param ids where its records are at the desk
 * @param differences what was, or would be, written over what; of a write only where the desk said so
 * @param failure why nothing became of it
 */
public record Item(
        Sku sku,
        Change.Action action,
        Outcome outcome,
        DeskIds ids,
        List<Difference> differences,
        Optional<Failure> failure) {

    public Item {
        differences = List.copyOf(differences);
    }

    /** How it ended. */
    public enum Outcome {
        CREATED,
        /** The desk had it already. */
        ADOPTED,
        UPDATED,
        DEACTIVATED,
        /** The desk has it as it should be. */
        SAME,
        /** The desk has it otherwise, and nothing was written. */
        DIFFERENT,
        /** The desk does not have it, and nothing was written. */
        MISSING,
        FAILED
    }

    /** One column, as the desk has it and as it should be. */
    public record Difference(Part part, String column, String from, String to) {

        // Two hundred and fifty products with all their columns are still kept in one step.
        private static final int LONGEST = 500;

        /** The same of texts of any length. */
        public static Difference of(Part part, String column, String from, String to) {
            return new Difference(part, column, cut(from), cut(to));
        }

        private static String cut(String text) {
            return text.length() > LONGEST ? text.substring(0, LONGEST - 1) + "…" : text;
        }
    }

    public static Item failed(Change change, Failure failure) {
        return new Item(change.sku(), change.action(), Outcome.FAILED, change.ids(), List.of(), Optional.of(failure));
    }
}
