package io.nowbridge.budget;

import static org.assertj.core.api.Assertions.assertThat;

import io.nowbridge.budget.Budgets.Turn;
import io.nowbridge.budget.Budgets.Turn.Taken;
import io.nowbridge.budget.Budgets.Turn.Wait;
import io.nowbridge.connection.ConnectionId;
import java.time.Instant;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The rules of {@link Budgets}. */
public abstract class BudgetsContract {

    protected static final Instant NOW = Instant.parse("2026-01-05T09:00:00Z");
    protected static final Instant UNTIL = NOW.plusSeconds(60);
    protected static final ConnectionId DESK = new ConnectionId("desk");

    private Budgets budgets = new InMemoryBudgets();

    protected abstract Budgets emptyStore();

    @BeforeEach
    void nothingTaken() {
        budgets = emptyStore();
    }

    @Test
    void thereAreSoManyTurnsAndNoMore() {
        assertThat(take("w1", NOW)).isEqualTo(new Taken());
        assertThat(take("w2", NOW)).isEqualTo(new Taken());
        assertThat(take("w3", NOW)).isEqualTo(new Wait(NOW.plusSeconds(10)));
    }

    @Test
    void eachConnectionHasItsOwn() {
        take("w1", NOW);
        take("w2", NOW);

        assertThat(budgets.take(new ConnectionId("other"), "w3", 2, NOW, UNTIL)
                        .await()
                        .indefinitely())
                .isEqualTo(new Taken());
    }

    @Test
    void whoeverHasATurnKeepsIt() {
        take("w1", NOW);
        take("w2", NOW);

        assertThat(take("w1", NOW)).isEqualTo(new Taken());
        assertThat(take("w3", NOW)).isInstanceOf(Wait.class);
    }

    @Test
    void aTurnThatIsGivenBackIsAnothers() {
        take("w1", NOW);
        take("w2", NOW);
        giveBack("w1");
        giveBack("w1");
        giveBack("nobody");

        assertThat(take("w3", NOW)).isEqualTo(new Taken());
        assertThat(take("w4", NOW)).isInstanceOf(Wait.class);
    }

    @Test
    void aTurnThatHasRunOutIsAnothers() {
        take("w1", NOW);
        take("w2", NOW.plusSeconds(1));

        var end = NOW.plusSeconds(60);

        assertThat(take("w3", end.minusMillis(10))).isEqualTo(new Wait(end));
        assertThat(take("w3", end)).isEqualTo(new Taken());
        assertThat(take("w4", end)).isInstanceOf(Wait.class);
    }

    @Test
    void whilePausedNobodyTakesATurn() {
        take("w1", NOW);
        budgets.pause(DESK, NOW.plusSeconds(30)).await().indefinitely();
        budgets.pause(DESK, NOW.plusSeconds(10)).await().indefinitely();

        assertThat(take("w2", NOW)).isEqualTo(new Wait(NOW.plusSeconds(30)));
        assertThat(take("w1", NOW)).isEqualTo(new Wait(NOW.plusSeconds(30)));
        assertThat(take("w2", NOW.plusSeconds(30))).isEqualTo(new Taken());
    }

    private Turn take(String owner, Instant now) {
        return budgets.take(DESK, owner, 2, now, now.plusSeconds(60)).await().indefinitely();
    }

    private void giveBack(String owner) {
        budgets.giveBack(DESK, owner).await().indefinitely();
    }
}
