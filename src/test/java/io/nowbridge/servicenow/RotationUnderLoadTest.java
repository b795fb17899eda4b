package io.nowbridge.servicenow;

import static io.nowbridge.servicenow.Outcomes.itemOf;
import static org.assertj.core.api.Assertions.assertThat;

import io.nowbridge.servicenow.Credentials.Basic;
import io.quarkus.test.junit.QuarkusTest;
import io.smallrye.mutiny.Uni;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** A password that is changed in the middle of 200 calls. */
@QuarkusTest
class RotationUnderLoadTest {

    private static final String USER = "svc_nowbridge";

    @RegisterExtension
    final DemoInstance instance = new DemoInstance();

    private final AtomicReference<Credentials> stored = new AtomicReference<>(new Basic(USER, "nowbridge"));
    private final AtomicInteger fetches = new AtomicInteger();
    private final AtomicInteger done = new AtomicInteger();

    @Test
    void noneOfThemFails() {
        var incidents = instance.clients(Hurried.SHORT.withQueue(200))
                .connect(instance.address(), this::fetch)
                .tasks(TaskTable.INCIDENT);
        var incident = new SysId(instance.find("incident", "number=INC0000001"));

        var calls = IntStream.range(0, 200)
                .mapToObj(call -> (call % 2 == 0
                                ? incidents.read(incident).map(found -> found.isPresent())
                                : incidents
                                        .update(incident, Map.of("work_notes", "Note " + call))
                                        .map(written -> true))
                        .invoke(this::rotateInTheMiddle))
                .toList();
        var outcomes = itemOf(Uni.join().all(calls).andCollectFailures());

        assertThat(outcomes).hasSize(200).containsOnly(true);
        assertThat(fetches).hasValue(2);
        var notes = "sys_created_by=" + USER + "&element=work_notes&element_id=" + incident;
        assertThat(instance.rows("sys_journal_field", notes).size()).isEqualTo(100);
    }

    private Uni<Credentials> fetch() {
        fetches.incrementAndGet();
        return Uni.createFrom().item(stored.get());
    }

    private void rotateInTheMiddle() {
        if (done.incrementAndGet() == 100) {
            stored.set(new Basic(USER, "rotated"));
            instance.change("sys_user", instance.find("sys_user", "user_name=" + USER), "user_password", "rotated");
        }
    }
}
