package io.nowbridge.vault;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class SealedTest {

    private static final Sealed SEALED = new Sealed("key", new byte[] {1, 2}, new byte[] {3, 4});

    static Sealed[] others() {
        return new Sealed[] {
            new Sealed("other", new byte[] {1, 2}, new byte[] {3, 4}),
            new Sealed("key", new byte[] {1}, new byte[] {3, 4}),
            new Sealed("key", new byte[] {1, 2}, new byte[] {3, 5}),
        };
    }

    @Test
    void itShowsWhichKeyAndNothingElse() {
        assertThat(SEALED).hasToString("Sealed[keyId=key]");
    }

    @Test
    void theSameContentIsTheSame() {
        var same = new Sealed("key", new byte[] {1, 2}, new byte[] {3, 4});

        assertThat(same).isEqualTo(SEALED).hasSameHashCodeAs(SEALED);
    }

    @ParameterizedTest
    @MethodSource("others")
    void anyDifferenceMakesItAnother(Sealed other) {
        assertThat(other).isNotEqualTo(SEALED);
    }

    @Test
    void nobodyChangesItThroughAnArray() {
        var given = new byte[] {1, 2};
        var sealed = new Sealed("key", given, new byte[] {3, 4});

        given[0] = 9;
        sealed.wrappedKey()[0] = 9;
        sealed.ciphertext()[0] = 9;

        assertThat(sealed).isEqualTo(SEALED);
    }
}
