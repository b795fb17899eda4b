package io.nowbridge.ticket;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Collection;
import java.util.HexFormat;
import java.util.Optional;
import java.util.function.BiConsumer;

/** A SHA-256 over parts, each preceded by its length so that no two sequences of parts read the same. */
public final class ContentDigest {

    private final MessageDigest sha256;

    ContentDigest() {
        try {
            sha256 = MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }

    /** Of these parts, as 64 hexadecimal digits. */
    public static String of(String... parts) {
        var digest = new ContentDigest();
        for (var part : parts) {
            digest.add(part);
        }
        return digest.hex();
    }

    ContentDigest add(String part) {
        var bytes = part.getBytes(StandardCharsets.UTF_8);
        return count(bytes.length, bytes);
    }

    /** Adds a part that may be missing; a missing one differs from an empty one. */
    ContentDigest add(Optional<?> part) {
        return part.map(value -> add(value.toString())).orElseGet(() -> count(-1, new byte[0]));
    }

    <T> ContentDigest addAll(Collection<T> items, BiConsumer<ContentDigest, T> each) {
        count(items.size(), new byte[0]);
        items.forEach(item -> each.accept(this, item));
        return this;
    }

    String hex() {
        return HexFormat.of().formatHex(sha256.digest());
    }

    private ContentDigest count(int length, byte[] bytes) {
        sha256.update(ByteBuffer.allocate(Integer.BYTES).putInt(length).flip());
        sha256.update(bytes);
        return this;
    }
}
