package io.nowbridge.connector.servicenow.probe;

import io.nowbridge.servicenow.SysId;
import java.util.random.RandomGenerator;

/** What a record of a test is known by, whatever becomes of the answers about it. */
record Mark(SysId sysId) {

    static final String TITLE = "Connection test of Nowbridge: may be deleted";

    static Mark of(RandomGenerator chance) {
        return new Mark(new SysId("%016x%016x".formatted(chance.nextLong(), chance.nextLong())));
    }

    String correlationId() {
        return "nowbridge-test-" + sysId;
    }
}
