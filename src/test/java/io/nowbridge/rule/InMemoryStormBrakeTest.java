package io.nowbridge.rule;

class InMemoryStormBrakeTest extends StormBrakeContract {

    @Override
    protected StormBrake emptyStore() {
        return new InMemoryStormBrake();
    }
}
