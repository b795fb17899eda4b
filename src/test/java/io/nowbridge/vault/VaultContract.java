package io.nowbridge.vault;

import static io.nowbridge.vault.Outcomes.failureOf;
import static io.nowbridge.vault.Outcomes.itemOf;
import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.nowbridge.vault.VaultException.Tampered;
import java.util.Arrays;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What a vault does, whatever its master keys are. */
abstract class VaultContract {

    static final String CONNECTION = "servicenow-prod";
    static final byte[] SECRET = "{\"username\":\"nowbridge\",\"password\":\"pa:ss\"}".getBytes(UTF_8);

    abstract Vault vault();

    /** Makes another master key the current one. */
    abstract void rotate();

    @Test
    void whatIsSealedForAConnectionOpensForIt() {
        var sealed = itemOf(vault().seal(CONNECTION, SECRET));

        assertThat(itemOf(vault().open(CONNECTION, sealed))).isEqualTo(SECRET);
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 100_000})
    void aSecretOfAnyLengthComesBack(int length) {
        var secret = new byte[length];
        new Random(length).nextBytes(secret);

        var sealed = itemOf(vault().seal(CONNECTION, secret));

        assertThat(itemOf(vault().open(CONNECTION, sealed))).isEqualTo(secret);
    }

    @Test
    void aSecretThatItsOwnerWipesMeanwhileIsSealedAsItWas() {
        var secret = SECRET.clone();

        var sealing = vault().seal(CONNECTION, secret);
        Arrays.fill(secret, (byte) 0);

        assertThat(itemOf(vault().open(CONNECTION, itemOf(sealing)))).isEqualTo(SECRET);
    }

    @Test
    void nothingThatIsStoredShowsTheSecret() {
        var sealed = itemOf(vault().seal(CONNECTION, SECRET));

        assertThat(text(sealed.ciphertext()) + text(sealed.wrappedKey()) + sealed)
                .doesNotContain("nowbridge\"", "pa:ss", "username");
    }

    @Test
    void anotherConnectionCannotOpenIt() {
        var sealed = itemOf(vault().seal(CONNECTION, SECRET));

        assertThat(failureOf(vault().open("servicenow-test", sealed))).isInstanceOf(Tampered.class);
        assertThat(failureOf(vault().rewrap("servicenow-test", sealed))).isInstanceOf(Tampered.class);
    }

    @Test
    void theSecretOfOneSealingIsNotOpenedByTheKeyOfAnother() {
        var one = itemOf(vault().seal(CONNECTION, SECRET));
        var two = itemOf(vault().seal(CONNECTION, SECRET));

        var mixed = new Sealed(one.keyId(), one.wrappedKey(), two.ciphertext());

        assertThat(failureOf(vault().open(CONNECTION, mixed))).isInstanceOf(Tampered.class);
    }

    @Test
    void everySealingHasADataKeyAndANonceOfItsOwn() {
        var one = itemOf(vault().seal(CONNECTION, SECRET));
        var two = itemOf(vault().seal(CONNECTION, SECRET));

        assertThat(one.wrappedKey()).isNotEqualTo(two.wrappedKey());
        assertThat(nonce(one)).hasSize(12).isNotEqualTo(nonce(two));
        assertThat(one.ciphertext()).isNotEqualTo(two.ciphertext());
    }

    @Test
    void aSecretInWhichAnyBitWasFlippedDoesNotOpen() {
        var sealed = itemOf(vault().seal(CONNECTION, SECRET));

        assertThat(flippings(sealed.ciphertext()))
                .allSatisfy(bytes -> assertThat(failureOf(vault().open(CONNECTION, withCiphertext(sealed, bytes))))
                        .isInstanceOf(Tampered.class));
    }

    @Test
    void aDataKeyInWhichAnyBitWasFlippedDoesNotOpen() {
        var sealed = itemOf(vault().seal(CONNECTION, SECRET));

        assertThat(flippings(sealed.wrappedKey()))
                .allSatisfy(bytes -> assertThat(failureOf(vault().open(CONNECTION, withWrappedKey(sealed, bytes))))
                        .isInstanceOf(Tampered.class));
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 11, 12, 27, 28, 40})
    void whatWasCutShortDoesNotOpen(int length) {
        var sealed = itemOf(vault().seal(CONNECTION, SECRET));

        var cutSecret = withCiphertext(sealed, Arrays.copyOf(sealed.ciphertext(), length));
        var cutKey = withWrappedKey(sealed, Arrays.copyOf(sealed.wrappedKey(), length));

        assertThat(failureOf(vault().open(CONNECTION, cutSecret))).isInstanceOf(Tampered.class);
        assertThat(failureOf(vault().open(CONNECTION, cutKey))).isInstanceOf(Tampered.class);
        assertThat(failureOf(vault().rewrap(CONNECTION, cutKey))).isInstanceOf(Tampered.class);
    }

    @Test
    void whatIsUnderTheCurrentMasterKeyIsLeftAsItIs() {
        var sealed = itemOf(vault().seal(CONNECTION, SECRET));

        var rewrapped = itemOf(vault().rewrap(CONNECTION, sealed));

        assertThat(rewrapped).isSameAs(sealed);
        assertThat(vault().isCurrent(sealed)).isTrue();
    }

    @Test
    void whatAnOlderMasterKeyWrappedOpensAsBefore() {
        var sealed = itemOf(vault().seal(CONNECTION, SECRET));

        rotate();

        assertThat(itemOf(vault().open(CONNECTION, sealed))).isEqualTo(SECRET);
    }

    @Test
    void rewrappingChangesTheMasterKeyAndLeavesTheCiphertext() {
        var sealed = itemOf(vault().seal(CONNECTION, SECRET));
        rotate();

        var rewrapped = itemOf(vault().rewrap(CONNECTION, sealed));

        assertThat(rewrapped.ciphertext()).isEqualTo(sealed.ciphertext());
        assertThat(rewrapped.wrappedKey()).isNotEqualTo(sealed.wrappedKey());
        assertThat(rewrapped.keyId()).isNotEqualTo(sealed.keyId());
        assertThat(vault().isCurrent(rewrapped)).isTrue();
        assertThat(vault().isCurrent(sealed)).isFalse();
    }

    @Test
    void bothTheOldAndTheRewrappedOpenWhileOneReplacesTheOther() {
        var sealed = itemOf(vault().seal(CONNECTION, SECRET));
        rotate();

        var rewrapped = itemOf(vault().rewrap(CONNECTION, sealed));

        assertThat(itemOf(vault().open(CONNECTION, sealed))).isEqualTo(SECRET);
        assertThat(itemOf(vault().open(CONNECTION, rewrapped))).isEqualTo(SECRET);
        assertThat(failureOf(vault().open("servicenow-test", rewrapped))).isInstanceOf(Tampered.class);
    }

    private static Iterable<byte[]> flippings(byte[] bytes) {
        return IntStream.range(0, bytes.length)
                .mapToObj(at -> {
                    var flipped = bytes.clone();
                    flipped[at] ^= (byte) (1 << at % 8);
                    return flipped;
                })
                .toList();
    }

    private static Sealed withCiphertext(Sealed sealed, byte[] ciphertext) {
        return new Sealed(sealed.keyId(), sealed.wrappedKey(), ciphertext);
    }

    private static Sealed withWrappedKey(Sealed sealed, byte[] wrappedKey) {
        return new Sealed(sealed.keyId(), wrappedKey, sealed.ciphertext());
    }

    // Tink writes it first.
    private static byte[] nonce(Sealed sealed) {
        return Arrays.copyOf(sealed.ciphertext(), 12);
    }

    private static String text(byte[] bytes) {
        return new String(bytes, ISO_8859_1);
    }
}
