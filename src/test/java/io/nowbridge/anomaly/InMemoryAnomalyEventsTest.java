package io.nowbridge.anomaly;

class InMemoryAnomalyEventsTest extends AnomalyEventsContract {

    @Override
    protected AnomalyEvents emptyStore() {
        return new InMemoryAnomalyEvents();
    }
}
