package io.nowbridge.vault;

import static io.nowbridge.vault.Outcomes.itemOf;
import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.QuarkusTestProfile;
import io.quarkus.test.junit.TestProfile;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** The vault in a running application that is configured with a key of KMS. */
@QuarkusTest
@TestProfile(KmsStartTest.WithKms.class)
class KmsStartTest {

    @Inject
    Vault vault;

    /** Configured as when deployed, but for where KMS is. */
    public static final class WithKms implements QuarkusTestProfile {

        @Override
        public List<TestResourceEntry> testResources() {
            return List.of(new TestResourceEntry(RunningKms.class));
        }
    }

    public static final class RunningKms implements QuarkusTestResourceLifecycleManager {

        private final FakeKms kms = new FakeKms();

        @Override
        public Map<String, String> start() {
            kms.point("alias/nowbridge-credentials", kms.newKey());
            return Map.of(
                    "nowbridge.vault.kms-key", "alias/nowbridge-credentials",
                    "quarkus.kms.endpoint-override", kms.endpoint().toString(),
                    "quarkus.kms.aws.region", "eu-central-1",
                    "quarkus.kms.aws.credentials.type", "static",
                    "quarkus.kms.aws.credentials.static-provider.access-key-id", "test",
                    "quarkus.kms.aws.credentials.static-provider.secret-access-key", "test");
        }

        @Override
        public void stop() {
            kms.close();
        }
    }

    @Test
    void theKmsClientOfTheApplicationSealsAndOpens() {
        var sealed = itemOf(vault.seal("c", new byte[] {1, 2, 3}));

        assertThat(sealed.keyId()).startsWith("arn:aws:kms:");
        assertThat(itemOf(vault.open("c", sealed))).containsExactly(1, 2, 3);
    }
}
