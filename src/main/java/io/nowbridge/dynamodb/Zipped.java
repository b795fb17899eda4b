package io.nowbridge.dynamodb;

import static io.nowbridge.dynamodb.Attributes.binary;
import static io.nowbridge.dynamodb.Attributes.bytes;
import static io.nowbridge.dynamodb.Attributes.text;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import java.util.zip.GZIPInputStream;
import java.util.zip.GZIPOutputStream;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/** JSON, compressed, and where it is still too much for one item, in pieces. */
final class Zipped {

    private static final String BYTES = "bytes";

    // An item has 400 KB at most, with its names.
    private static final int PIECE = 350 * 1024;

    private final ObjectMapper json = new ObjectMapper();

    byte[] zip(JsonNode value) {
        var bytes = new ByteArrayOutputStream();
        try (var zip = new GZIPOutputStream(bytes)) {
            json.writeValue(zip, value);
        } catch (IOException e) {
            throw new UncheckedIOException("a value cannot be written", e);
        }
        return bytes.toByteArray();
    }

    /** The same, of what is to be in one item; what is too much for that is refused, called as it is here. */
    byte[] zipWhole(String name, JsonNode value) {
        var bytes = zip(value);
        if (bytes.length > PIECE) {
            throw new IllegalArgumentException(
                    "%s has %,d bytes, compressed, and there is room for %,d".formatted(name, bytes.length, PIECE));
        }
        return bytes;
    }

    JsonNode unzip(byte[] bytes) {
        try (var unzip = new GZIPInputStream(new ByteArrayInputStream(bytes))) {
            return json.readTree(unzip);
        } catch (IOException e) {
            throw new UncheckedIOException("an item holds no compressed JSON", e);
        }
    }

    /** Items of a partition, with sort keys that begin with {@code prefix}. */
    Stream<Map<String, AttributeValue>> pieces(String pk, String prefix, JsonNode value) {
        var all = zip(value);
        return IntStream.rangeClosed(0, (all.length - 1) / PIECE).mapToObj(number -> {
            var piece = Arrays.copyOfRange(all, number * PIECE, Math.min(all.length, (number + 1) * PIECE));
            var item = new HashMap<>(KeyedItems.key(pk, prefix + "%02d".formatted(number)));
            item.put(BYTES, binary(piece));
            return item;
        });
    }

    /** What all the pieces together are. */
    JsonNode together(List<Map<String, AttributeValue>> pieces) {
        var all = new ByteArrayOutputStream();
        pieces.stream()
                .sorted(Comparator.comparing(piece -> text(piece, "sk")))
                .map(piece -> bytes(piece, BYTES))
                .forEach(all::writeBytes);
        return unzip(all.toByteArray());
    }
}
