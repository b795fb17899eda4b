package io.nowbridge.dynamodb;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.nowbridge.product.DeskIds;
import io.nowbridge.product.Imprint;
import io.nowbridge.product.Kept;
import io.nowbridge.product.Sku;
import java.time.Instant;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class BlockBytesTest {

    private static final Sku SKU = new Sku("1234567");
    private static final Imprint IMPRINT = new Imprint(0x0102030405060708L, -1);

    @Test
    void aProductWithDerivedIdsTakesTwentyNineBytes() {
        var product = new Kept(SKU, IMPRINT, DeskIds.DERIVED, true, Instant.parse("2026-01-05T09:00:00Z"));

        assertThat(HexFormat.of().formatHex(BlockBytes.write(List.of(product))))
                .isEqualTo("01" + "01" + "0731323334353637" + "695b7d90" + "0102030405060708" + "ffffffffffffffff");
    }

    @Test
    void aServiceNowIdTakesSixteenBytes() {
        var ids = new DeskIds(Optional.empty(), Optional.of("8a5055c9c61122780043563ef53438e3"));
        var product = new Kept(SKU, IMPRINT, ids, false, Instant.EPOCH);

        assertThat(BlockBytes.write(List.of(product))).hasSize(1 + 29 + 16);
        assertThat(BlockBytes.read(BlockBytes.write(List.of(product)))).containsValue(product);
    }

    @Test
    void aTimeAfterTheYear2038IsKept() {
        var product = new Kept(SKU, IMPRINT, DeskIds.DERIVED, true, Instant.parse("2100-01-01T00:00:00Z"));

        assertThat(BlockBytes.read(BlockBytes.write(List.of(product)))).containsValue(product);
    }

    @Test
    void aLayoutOfAnotherVersionIsRefused() {
        assertThatThrownBy(() -> BlockBytes.read(new byte[] {2}))
                .isInstanceOf(IllegalStateException.class)
                .hasMessage("a block has layout 2, of another version");
    }
}
