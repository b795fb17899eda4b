package io.nowbridge.dynamodb;

import static org.assertj.core.api.Assertions.assertThat;

import io.nowbridge.budget.Budgets;
import io.nowbridge.budget.Budgets.Turn;
import io.nowbridge.budget.BudgetsContract;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class DynamoDbBudgetsTest extends BudgetsContract {

    private static final int MOST = 4;

    @RegisterExtension
    static final RealTables TABLES = new RealTables();

    @Override
    protected Budgets emptyStore() {
        TABLES.empty("nowbridge-products", Set.of("pk", "sk"));
        return store();
    }

    @Test
    void thirtyTwoThatComeAndGoNeverHaveMoreThanThereAre() throws InterruptedException, ExecutionException {
        var within = new AtomicInteger();
        var most = new AtomicInteger();
        List<Future<Integer>> workers;
        try (var threads = Executors.newFixedThreadPool(32)) {
            workers = threads.invokeAll(IntStream.range(0, 32)
                    .<Callable<Integer>>mapToObj(number -> () -> comeAndGo("w" + number, within, most))
                    .toList());
        }

        var taken = 0;
        for (var worker : workers) {
            taken += worker.get();
        }
        assertThat(most).hasValueLessThanOrEqualTo(MOST);
        assertThat(taken).isPositive();
    }

    private static int comeAndGo(String owner, AtomicInteger within, AtomicInteger most) {
        var budgets = store();
        var taken = 0;
        for (var round = 0; round < 10; round++) {
            var turn = budgets.take(DESK, owner, MOST, NOW, UNTIL).await().indefinitely();
            if (turn instanceof Turn.Taken) {
                taken++;
                most.accumulateAndGet(within.incrementAndGet(), Math::max);
                within.decrementAndGet();
                budgets.giveBack(DESK, owner).await().indefinitely();
            }
        }
        return taken;
    }

    private static Budgets store() {
        return new DynamoDbBudgets(TABLES.client(), TABLES.config(Duration.ZERO, Duration.ZERO));
    }
}
