package io.nowbridge.order;

import io.nowbridge.activity.Failure;
import io.nowbridge.order.Order.Approval;
import io.nowbridge.order.Order.Event;
import io.nowbridge.order.Order.Stage;
import io.nowbridge.order.Order.Submission;
import io.nowbridge.order.Order.Told;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** An order as it is to be next: what is not said stays as it was. */
final class NextOrder {

    private final Order before;
    private PurchaseOrder asked;
    private Stage stage;
    private List<Failure> reasons;
    private Optional<Approval> approval;
    private Optional<Submission> submission;
    private Optional<Standing> standing;
    private Optional<Told> told;
    private Event begun;
    private List<Event> history;
    private Optional<Instant> next;
    private int tries;

    NextOrder(Order before) {
        this.before = before;
        this.asked = before.asked();
        this.stage = before.stage();
        this.reasons = before.reasons();
        this.approval = before.approval();
        this.submission = before.submission();
        this.standing = before.standing();
        this.told = before.told();
        this.begun = before.begun();
        this.history = before.history();
        this.next = before.next();
        this.tries = before.tries();
    }

    NextOrder asked(PurchaseOrder now) {
        asked = now;
        return this;
    }

    /** It has come so far, for these reasons; what failed before does not count any more. */
    NextOrder in(Stage its, List<Failure> why) {
        stage = its;
        reasons = List.copyOf(why);
        tries = 0;
        return this;
    }

    /** The same, and what was tried in vain before still counts. */
    NextOrder to(Stage its, List<Failure> why) {
        stage = its;
        reasons = List.copyOf(why);
        return this;
    }

    /** Another submission of it begins. */
    NextOrder begun(Instant at, String what, String by) {
        begun = new Event(at, what, by);
        return because(at, what, by);
    }

    NextOrder approved(Approval its) {
        approval = Optional.of(its);
        return this;
    }

    /** It may leave from now on; empty if it certainly has not. */
    NextOrder submitted(Optional<Submission> its) {
        submission = its;
        return this;
    }

    NextOrder standing(Standing now) {
        standing = Optional.of(now);
        return this;
    }

    NextOrder told(Told now) {
        told = Optional.of(now);
        return this;
    }

    /** Something happened; of too many, the oldest but the first are forgotten. */
    NextOrder because(Instant at, String what, String by) {
        var all = Stream.concat(history.stream(), Stream.of(new Event(at, what, by)))
                .toList();
        var surplus = all.size() - Order.MOST_EVENTS;
        history = surplus <= 0
                ? all
                : Stream.concat(Stream.of(all.getFirst()), all.stream().skip(surplus + 1L))
                        .toList();
        return this;
    }

    /** Something is to be done about it then. */
    NextOrder at(Instant then) {
        next = Optional.of(then);
        return this;
    }

    /** Nothing is to be done about it, until somebody says so. */
    NextOrder resting() {
        next = Optional.empty();
        return this;
    }

    /** It was tried in vain; again then. */
    NextOrder again(Instant then, List<Failure> why) {
        reasons = List.copyOf(why);
        tries++;
        return at(then);
    }

    /** The next version. */
    Order made() {
        return new Order(
                before.key(),
                before.template(),
                before.desk(),
                before.distributor(),
                asked,
                stage,
                reasons,
                approval,
                submission,
                standing,
                told,
                begun,
                history,
                before.created(),
                next,
                tries,
                before.version() + 1);
    }
}
