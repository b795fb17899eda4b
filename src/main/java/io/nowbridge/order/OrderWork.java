package io.nowbridge.order;

import io.nowbridge.activity.ActivityLog;
import io.nowbridge.budget.Budgets;
import io.nowbridge.connection.Connections;
import io.nowbridge.order.AdvanceOrder.Steps;
import io.nowbridge.order.Distributor.Distributors;
import io.nowbridge.order.OrderDesk.OrderDesks;
import io.nowbridge.product.Catalogue.Catalogues;
import io.nowbridge.product.KeptProducts;
import io.nowbridge.template.Templates;
import java.time.InstantSource;
import java.util.function.Supplier;
import java.util.random.RandomGenerator;

/** All that can be done with orders. */
public record OrderWork(
        WakeDueOrders wakeDue,
        LookForOrders look,
        AdvanceOrder advance,
        ApproveOrder approve,
        RetryOrder retry,
        HandleOrder handle,
        AskDistributor ask,
        AdoptOrder adopt,
        RepeatOrder repeat) {

    /** What is at both ends, and what is set about them. */
    public record Ends(
            Templates templates,
            Connections connections,
            OrderDesks desks,
            Distributors distributors,
            Catalogues catalogues) {}

    /** What outlives a function. */
    public record Stores(
            Orders orders, Looks looks, OrderQueue queue, KeptProducts kept, Budgets budgets, ActivityLog log) {}

    /**
     * What makes one time, place and process different from another.
     *
     * @param ids names workers, never the same twice
     */
    public record Conditions(
            InstantSource clock, RandomGenerator chance, Supplier<String> ids, OrderPace pace, FollowPace following) {}

    public static OrderWork of(Ends ends, Stores stores, Conditions conditions) {
        var clock = conditions.clock();
        var pace = conditions.pace();
        Distributors distributors = distributor ->
                new PausingDistributor(ends.distributors().of(distributor), distributor.id(), stores.budgets(), clock);
        var ways = new Ways(ends.templates(), ends.connections());
        var log = new OrderLog(stores.log(), clock);
        var statusLog = new StatusLog(stores.log(), clock);
        var decide = new Decide(stores, conditions);
        var setBack = new SetBack(new Pauses(conditions.chance(), pace.longestPause()), clock);
        var fate = new Fate(pace.settling(), clock);
        var retry = new RetryOrder(decide, clock);
        var check = new CheckOrder(
                ends.desks(),
                distributors,
                new Assortment(ends.templates(), stores.kept(), ends.catalogues()),
                new Approvals(stores.orders()),
                setBack,
                clock);
        var steps = new Steps(
                check,
                new PlaceOrder(distributors, fate, setBack, clock),
                new ConfirmOrder(distributors, fate, setBack, pace.patience(), clock),
                new FollowOrder(
                        distributors,
                        new StatusBudget(stores.orders()),
                        setBack,
                        statusLog,
                        conditions.following(),
                        clock,
                        conditions.chance()),
                new ShowOrder(ends.desks(), setBack, statusLog, clock));
        return new OrderWork(
                new WakeDueOrders(ends.templates(), stores, clock, pace.wakeAtOnce()),
                new LookForOrders(
                        ways, ends.desks(), distributors, new TakeOrder(stores, decide, clock), log, stores, clock),
                new AdvanceOrder(ways, steps, fate, setBack, log, stores, conditions),
                new ApproveOrder(decide, log, clock),
                retry,
                new HandleOrder(decide, log, clock),
                new AskDistributor(decide, log, clock),
                new AdoptOrder(ways, ends.desks(), distributors, stores, clock),
                new RepeatOrder(retry, stores.queue()));
    }
}
