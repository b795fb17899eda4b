package io.nowbridge.anomaly;

class InMemoryAnomaliesTest extends AnomaliesContract {

    @Override
    protected Anomalies emptyStore() {
        return new InMemoryAnomalies();
    }
}
