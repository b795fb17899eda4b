package io.nowbridge.order;

import io.nowbridge.activity.Failure;
import io.nowbridge.connection.ConnectionId;
import io.nowbridge.template.TemplateId;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * An order: what a purchase order asks for, what was done about it here, and how it stands at its distributor.
 *
 * @param template the one that submits it
 * @param asked the purchase order as it was when it was looked at last, and as it was submitted once that is so
 * @param reasons why its stage is what it is, where somebody has to act or may want to know
 * @param submission that it may have left here; empty as long as it certainly has not
 * @param standing empty as long as nothing is known
 * @param told what the desk was last made to show
 * @param begun what began its submission, which ends when it is placed, or when it needs somebody to begin another
 * @param history what happened, oldest first, {@link #MOST_EVENTS} at most
 * @param next when something is to be done about it; empty if nothing is, until a person or the desk says so
 * @param tries how often that was tried in vain
 * @param version counts its changes from 1
 */
public record Order(
        OrderKey key,
        TemplateId template,
        ConnectionId desk,
        ConnectionId distributor,
        PurchaseOrder asked,
        Stage stage,
        List<Failure> reasons,
        Optional<Approval> approval,
        Optional<Submission> submission,
        Optional<Standing> standing,
        Optional<Told> told,
        Event begun,
        List<Event> history,
        Instant created,
        Optional<Instant> next,
        int tries,
        long version) {

    public static final int MOST_EVENTS = 100;

    public Order {
        reasons = List.copyOf(reasons);
        history = List.copyOf(history);
    }

    /** How far it has come here. */
    public enum Stage {
        /** It is to be submitted. */
        READY,
        /** It cannot be submitted as it is: the purchase order, the products or the template have to change. */
        INVALID,
        /** It waits for a person's approval. */
        HELD,
        /** It was submitted, and is not yet recorded: it may have left. */
        SUBMITTING,
        /** It may have left, and the distributor is asked until that is certain. */
        UNCONFIRMED,
        /** The distributor has it, and is asked how it stands. */
        PLACED,
        /** The distributor did not want any of it. */
        REJECTED,
        /** A person has to find out. */
        NEEDS_ATTENTION,
        /** Nothing more is to come. */
        DONE,
        /** A person has taken care of it, outside. */
        HANDLED
    }

    /**
     * That a person wants it submitted as it is.
     *
     * @param reasons those that were approved; another one asks again
     */
    public record Approval(String by, Instant at, List<String> reasons) {

        public Approval {
            reasons = List.copyOf(reasons);
        }
    }

    /**
     * What was sent.
     *
     * @param at just before
     * @param attempt counts from 1
     * @param adopted whether it was not us who placed it
     */
    public record Submission(Instant at, int attempt, boolean adopted, List<Distributor.Request.Item> items) {

        public Submission {
            items = List.copyOf(items);
        }

        public BigDecimal total() {
            return total(items);
        }

        static BigDecimal total(List<Distributor.Request.Item> items) {
            return items.stream()
                    .map(item -> item.unitPrice().multiply(BigDecimal.valueOf(item.quantity())))
                    .reduce(BigDecimal.ZERO, BigDecimal::add);
        }
    }

    /**
     * What the desk shows.
     *
     * @param imprint of all that it was to show, by which a change is seen
     */
    public record Told(Instant at, String imprint) {}

    /**
     * Something that happened.
     *
     * @param by a person, or the function that did it
     */
    public record Event(Instant at, String what, String by) {}

    public OrderId id() {
        return key.id();
    }
}
