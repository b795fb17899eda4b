package io.nowbridge.vault;

/** Vaults for the tests of those who keep secrets in one. */
public final class Vaults {

    private Vaults() {}

    /** One whose master keys are in a file. */
    public static Vault of(KeyFile keys) {
        return new Vault(() -> keys);
    }
}
