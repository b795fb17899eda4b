package io.nowbridge.local;

import io.nowbridge.vault.KeyFile;

/** {@code ./nowbridge rotate-key}: adds a master key for credentials; what runs meanwhile goes on. */
final class RotateKey {

    private RotateKey() {}

    public static void main(String[] line) {
        new KeyFile(Up.KEYS).rotate();
        System.out.println(
                "There is another master key. Credentials that are entered from now on are under it; to put the"
                        + " others under it: POST /connection-credentials/rewrap");
    }
}
