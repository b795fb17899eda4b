package io.nowbridge.vault;

import static io.nowbridge.vault.Outcomes.failureOf;
import static org.assertj.core.api.Assertions.assertThat;

import io.nowbridge.vault.VaultException.KeyUnusable;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import org.junit.jupiter.api.Test;

/** The vault in a running application that has neither a master key nor a region for KMS. */
@QuarkusTest
class VaultStartTest {

    @Inject
    Vault vault;

    @Test
    void anApplicationThatHoldsTheVaultStartsWithoutAKey() {
        assertThat(vault).isNotNull();
    }

    @Test
    void theFirstUseSaysWhatToSet() {
        assertThat(failureOf(vault.seal("c", new byte[0])))
                .isInstanceOf(KeyUnusable.class)
                .hasMessageContaining("nowbridge.vault.kms-key");
    }
}
