package io.nowbridge.local;

import io.nowbridge.connection.ConnectionId;
import io.nowbridge.sync.TicketWakeups;
import io.nowbridge.sync.TicketWakeups.Wakeup;
import io.nowbridge.ticket.TicketRef;
import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.QuarkusTestProfile;
import io.quarkus.test.junit.TestProfile;
import jakarta.inject.Inject;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** The SQS client of a running application that is configured as the local run configures it. */
@QuarkusTest
@TestProfile(QueueStartTest.WithQueues.class)
class QueueStartTest {

    private static final TicketRef TICKET = new TicketRef(new ConnectionId("demo"), "incident", "1");

    @Inject
    TicketWakeups tickets;

    /** With the local run's own settings for SQS. */
    public static final class WithQueues implements QuarkusTestProfile {

        @Override
        public List<TestResourceEntry> testResources() {
            return List.of(new TestResourceEntry(RunningSqs.class));
        }
    }

    public static final class RunningSqs implements QuarkusTestResourceLifecycleManager {

        private final LocalSqs sqs = LocalSqs.passing(Duration.ofMinutes(1));

        @Override
        public Map<String, String> start() {
            var nowhere = URI.create("http://localhost");
            return Settings.of(nowhere, sqs.endpoint(), List.of(nowhere), nowhere, Path.of("keys"), Path.of("exports"))
                    .entrySet()
                    .stream()
                    .filter(setting -> setting.getKey().startsWith("quarkus.sqs."))
                    .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
        }

        @Override
        public void stop() {
            sqs.close();
        }
    }

    @Test
    void theApplicationsClientFindsItsQueue() {
        tickets.wake(List.of(Wakeup.of(TICKET))).await().atMost(Duration.ofSeconds(20));
    }
}
