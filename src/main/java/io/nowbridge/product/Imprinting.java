package io.nowbridge.product;

import io.nowbridge.template.Mappings;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Map;

/** Takes the imprints of products: 64 bits of a SHA-256 over table, currency, columns and values, field by field. */
final class Imprinting {

    // No text of a mapping or a catalogue has it.
    private static final byte END = 0;

    private Imprinting() {}

    static Imprint of(DeskProduct product, String offerTable, Mappings mappings) {
        return new Imprint(
                of(product.table(), product.currency().orElse(""), product.product(), mappings),
                of(offerTable, product.currency().orElse(""), product.offer(), mappings));
    }

    private static long of(String table, String currency, Map<String, String> fields, Mappings mappings) {
        var digest = sha256();
        add(digest, table);
        add(digest, currency);
        fields.forEach((field, value) -> {
            add(digest, mappings.column(field).orElse(""));
            add(digest, value);
        });
        var bits = ByteBuffer.wrap(digest.digest()).getLong();
        return bits == Imprint.UNKNOWN ? 1 : bits;
    }

    private static void add(MessageDigest digest, String text) {
        digest.update(text.getBytes(StandardCharsets.UTF_8));
        digest.update(END);
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }
}
