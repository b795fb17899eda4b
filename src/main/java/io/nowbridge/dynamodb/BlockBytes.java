package io.nowbridge.dynamodb;

import io.nowbridge.product.DeskIds;
import io.nowbridge.product.Imprint;
import io.nowbridge.product.Kept;
import io.nowbridge.product.Sku;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Collection;
import java.util.HexFormat;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.regex.Pattern;

/**
 * The products of a block, in few bytes: what reading all of a catalogue costs, these decide. A product with a SKU of 7 digits
 * and ids that are derived takes 29.
 *
 * <p>One byte says which layout it is: 1. Then for each product, numbers in big-endian order:
 *
 * <table>
 * <caption>A product in layout 1</caption>
 * <tr><th>bytes</th><th>what</th></tr>
 * <tr><td>1</td><td>bit 0: it is active; bits 1 and 2: how its product's id is written; bits 3 and 4: how its offer's</td></tr>
 * <tr><td>1 + n</td><td>the SKU's length, and the SKU in ASCII</td></tr>
 * <tr><td>4</td><td>when it was written, in seconds since 1970, without sign</td></tr>
 * <tr><td>8 + 8</td><td>the imprints of its product and its offer</td></tr>
 * <tr><td>0, 16, or 2 + n</td><td>its product's id: 0 not at all, 1 as 32 hexadecimal digits, 2 as a length and a text</td></tr>
 * <tr><td>0, 16, or 2 + n</td><td>its offer's id likewise</td></tr>
 * </table>
 */
final class BlockBytes {

    private static final int LAYOUT = 1;

    private static final int ACTIVE = 1;
    private static final int PRODUCT_ID = 1;
    private static final int OFFER_ID = 3;
    private static final int KINDS = 3;

    private static final int DERIVED = 0;
    private static final int HEX = 1;
    private static final int TEXT = 2;

    private static final Pattern HEX_ID = Pattern.compile("[0-9a-f]{32}");
    private static final int HEX_BYTES = 16;

    private BlockBytes() {}

    static byte[] write(Collection<Kept> products) {
        var bytes = new ByteArrayOutputStream();
        try (var out = new DataOutputStream(bytes)) {
            out.writeByte(LAYOUT);
            for (var product : products) {
                write(product, out);
            }
        } catch (IOException e) {
            throw new UncheckedIOException("a block cannot be written", e);
        }
        return bytes.toByteArray();
    }

    static SortedMap<Sku, Kept> read(byte[] bytes) {
        var products = new TreeMap<Sku, Kept>();
        try (var in = new DataInputStream(new ByteArrayInputStream(bytes))) {
            var layout = in.readUnsignedByte();
            if (layout != LAYOUT) {
                throw new IllegalStateException("a block has layout " + layout + ", of another version");
            }
            while (in.available() > 0) {
                var product = product(in);
                products.put(product.sku(), product);
            }
        } catch (IOException e) {
            throw new UncheckedIOException("a block cannot be read", e);
        }
        return products;
    }

    private static void write(Kept product, DataOutputStream out) throws IOException {
        var ids = product.ids();
        out.writeByte(
                (product.active() ? ACTIVE : 0) | kind(ids.product()) << PRODUCT_ID | kind(ids.offer()) << OFFER_ID);
        var sku = product.sku().value().getBytes(StandardCharsets.US_ASCII);
        out.writeByte(sku.length);
        out.write(sku);
        out.writeInt((int) product.writtenAt().getEpochSecond());
        out.writeLong(product.imprint().product());
        out.writeLong(product.imprint().offer());
        write(ids.product(), out);
        write(ids.offer(), out);
    }

    private static Kept product(DataInputStream in) throws IOException {
        var flags = in.readUnsignedByte();
        var sku = new String(in.readNBytes(in.readUnsignedByte()), StandardCharsets.US_ASCII);
        var writtenAt = Instant.ofEpochSecond(Integer.toUnsignedLong(in.readInt()));
        var imprint = new Imprint(in.readLong(), in.readLong());
        var ids = new DeskIds(id(flags >> PRODUCT_ID & KINDS, in), id(flags >> OFFER_ID & KINDS, in));
        return new Kept(new Sku(sku), imprint, ids, (flags & ACTIVE) != 0, writtenAt);
    }

    private static int kind(Optional<String> id) {
        return id.map(text -> HEX_ID.matcher(text).matches() ? HEX : TEXT).orElse(DERIVED);
    }

    private static void write(Optional<String> id, DataOutputStream out) throws IOException {
        switch (kind(id)) {
            case DERIVED -> {}
            case HEX -> out.write(HexFormat.of().parseHex(id.orElseThrow()));
            default -> out.writeUTF(id.orElseThrow());
        }
    }

    private static Optional<String> id(int kind, DataInputStream in) throws IOException {
        return switch (kind) {
            case DERIVED -> Optional.empty();
            case HEX -> Optional.of(HexFormat.of().formatHex(in.readNBytes(HEX_BYTES)));
            case TEXT -> Optional.of(in.readUTF());
            default -> throw new IllegalStateException("a block has an id of kind " + kind);
        };
    }
}
