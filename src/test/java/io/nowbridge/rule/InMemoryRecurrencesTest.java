package io.nowbridge.rule;

class InMemoryRecurrencesTest extends RecurrencesContract {

    @Override
    protected Recurrences emptyStore() {
        return new InMemoryRecurrences();
    }
}
