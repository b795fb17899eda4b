package io.nowbridge.budget;

class InMemoryBudgetsTest extends BudgetsContract {

    @Override
    protected Budgets emptyStore() {
        return new InMemoryBudgets();
    }
}
