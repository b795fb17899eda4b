package io.nowbridge.product;

class InMemoryRunsTest extends RunsContract {

    @Override
    protected Runs emptyStore() {
        return new InMemoryRuns();
    }
}
