package io.nowbridge.lambda;

import static io.nowbridge.activity.ActivityFixtures.NOW;
import static io.nowbridge.activity.ActivityFixtures.opened;
import static org.assertj.core.api.Assertions.assertThat;

import io.nowbridge.activity.Activity.Trace;
import io.nowbridge.activity.ActivityLog;
import io.nowbridge.activity.EntryKey;
import io.nowbridge.activity.InMemoryActivity;
import io.nowbridge.activity.TracedLog;
import io.nowbridge.connector.servicenow.probe.TestedInstance;
import io.nowbridge.servicenow.ServiceNow;
import io.nowbridge.servicenow.SysId;
import io.nowbridge.servicenow.TaskTable;
import io.quarkus.test.junit.QuarkusTest;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.function.Function;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** What entries say of the calls that their invocation made, at an instance that is really called. */
@QuarkusTest
class InvocationTest {

    private static final FakeContext AMPLE = new FakeContext(29_000);

    @RegisterExtension
    final TestedInstance instance = new TestedInstance();

    private final InMemoryActivity entries = new InMemoryActivity();
    private final ActivityLog log = new TracedLog(entries);
    private final ServiceNow serviceNow = instance.client();

    @Test
    void anEntrySaysHowManyCallsItsRequestMadeAndWhichItWas() {
        new HttpEdge(RunningHandler.JSON)
                .answer(RunningHandler.event(), AMPLE, Function.identity(), event -> work("a", 3), Reply::ok);

        assertThat(trace("a")).isEqualTo(new Trace(Optional.of("request-1"), 3));
    }

    @Test
    void anEntryOfATickDoesToo() {
        new ScheduleEdge().run(AMPLE, () -> work("a", 2));

        assertThat(trace("a")).isEqualTo(new Trace(Optional.of("request-1"), 2));
    }

    @Test
    void messagesSideBySideAndOneAfterTheOtherCountTheirOwn() {
        var secondHasCalled = new CompletableFuture<String>();

        new QueueEdge().answer(Batch.of("a1", "b1", "a2"), AMPLE, message -> switch (message.getMessageId()) {
            case "a1" ->
                calls(1).chain(() -> Uni.createFrom().completionStage(secondHasCalled))
                        .chain(() -> record("a1"));
            case "b1" ->
                calls(3).invoke(() -> secondHasCalled.complete("called")).chain(() -> record("b1"));
            default -> work("a2", 2);
        });

        assertThat(trace("a1").remoteCalls()).isEqualTo(1);
        assertThat(trace("b1").remoteCalls()).isEqualTo(3);
        assertThat(trace("a2").remoteCalls()).isEqualTo(2);
    }

    @Test
    void anEntryThatNoInvocationWritesSaysNothing() {
        work("a", 1).await().indefinitely();

        assertThat(trace("a")).isEqualTo(Trace.UNKNOWN);
    }

    private Uni<String> work(String entry, int calls) {
        return calls(calls).chain(() -> record(entry));
    }

    private Uni<Void> calls(int number) {
        return Multi.createFrom()
                .range(0, number)
                .onItem()
                .transformToUniAndConcatenate(call -> serviceNow
                        .tasks(TaskTable.INCIDENT)
                        .read(new SysId("%032d".formatted(call)))
                        .replaceWith("asked"))
                .collect()
                .asList()
                .replaceWithVoid();
    }

    private Uni<String> record(String entry) {
        return log.record(opened(entry, NOW)).replaceWith(entry);
    }

    private Trace trace(String entry) {
        return entries.find(new EntryKey(NOW, entry))
                .await()
                .indefinitely()
                .orElseThrow()
                .trace();
    }
}
