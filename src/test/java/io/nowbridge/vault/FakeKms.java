package io.nowbridge.vault;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.google.crypto.tink.subtle.AesGcmJce;
import com.google.crypto.tink.subtle.Random;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.ByteBuffer;
import java.security.GeneralSecurityException;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Queue;
import java.util.TreeMap;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.stream.Stream;

/**
 * A server that speaks KMS's JSON protocol, with keys of its own that really encrypt: another context, another key or an
 * altered blob is refused as KMS does (API reference, GenerateDataKey, Decrypt, ReEncrypt).
 */
final class FakeKms implements AutoCloseable {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final String ARN = "arn:aws:kms:eu-central-1:111122223333:";
    private static final int LONGEST_BLOB = 6144;

    private final Map<String, Key> keys = new ConcurrentHashMap<>();
    private final Map<String, String> aliases = new ConcurrentHashMap<>();
    private final Queue<Refusal> refusals = new ConcurrentLinkedQueue<>();
    private final Queue<Received> received = new ConcurrentLinkedQueue<>();
    private final HttpServer server;

    /** What was asked for: {@code Decrypt}, and its body. */
    record Received(String action, JsonNode body) {}

    private record Key(byte[] material, Optional<String> refusal) {}

    /** How KMS says no. */
    private static final class Refusal extends RuntimeException {

        private static final long serialVersionUID = 1;

        private final int status;
        private final String code;

        private Refusal(int status, String code) {
            super(code);
            this.status = status;
            this.code = code;
        }

        private byte[] body() {
            var text = code.isEmpty() ? "<html>No.</html>" : "{\"__type\": \"" + code + "\", \"message\": \"No.\"}";
            return text.getBytes(UTF_8);
        }
    }

    FakeKms() {
        try {
            server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        server.createContext("/", this::serve);
        server.start();
    }

    URI endpoint() {
        return URI.create("http://localhost:" + server.getAddress().getPort());
    }

    /** Makes a key and gives its ARN. */
    String newKey() {
        var arn = ARN + "key/" + UUID.randomUUID();
        keys.put(arn, new Key(Random.randBytes(32), Optional.empty()));
        return arn;
    }

    void point(String alias, String key) {
        aliases.put(alias, key);
    }

    /** Refuses every use of {@code key} from now on. */
    void refuse(String key, String code) {
        keys.computeIfPresent(key, (arn, present) -> new Key(present.material, Optional.of(code)));
    }

    /** Refuses the next request; without a code it is a proxy that answers, with a page. */
    void refuseNext(int status, String code) {
        refusals.add(new Refusal(status, code));
    }

    List<Received> received() {
        return List.copyOf(received);
    }

    @Override
    public void close() {
        server.stop(0);
    }

    private void serve(HttpExchange exchange) throws IOException {
        try (exchange) {
            var action = exchange.getRequestHeaders().getFirst("X-Amz-Target").replace("TrentService.", "");
            var body = JSON.readTree(exchange.getRequestBody());
            received.add(new Received(action, body));
            try {
                reply(exchange, 200, JSON.writeValueAsBytes(answer(action, body)));
            } catch (Refusal refusal) {
                reply(exchange, refusal.status, refusal.body());
            }
        }
    }

    private Map<String, ?> answer(String action, JsonNode body) throws IOException {
        var refusal = refusals.poll();
        if (refusal != null) {
            throw refusal;
        }
        return switch (action) {
            case "GenerateDataKey" -> generate(body);
            case "Decrypt" -> {
                var plain = decrypt(body, "KeyId", "EncryptionContext");
                yield Map.of("KeyId", key(body, "KeyId"), "Plaintext", plain);
            }
            case "ReEncrypt" -> {
                var plain = decrypt(body, "SourceKeyId", "SourceEncryptionContext");
                var destination = key(body, "DestinationKeyId");
                yield Map.of(
                        "KeyId", destination,
                        "SourceKeyId", key(body, "SourceKeyId"),
                        "CiphertextBlob", encrypt(destination, plain, body.path("DestinationEncryptionContext")));
            }
            default -> throw new Refusal(400, "UnknownOperationException");
        };
    }

    private Map<String, ?> generate(JsonNode body) {
        if (!body.path("KeySpec").asText().equals("AES_256")) {
            throw new Refusal(400, "ValidationException");
        }
        var key = key(body, "KeyId");
        var plain = Random.randBytes(32);
        return Map.of(
                "KeyId",
                key,
                "Plaintext",
                plain,
                "CiphertextBlob",
                encrypt(key, plain, body.path("EncryptionContext")));
    }

    // The blob names its key, as KMS's does.
    private byte[] encrypt(String key, byte[] plain, JsonNode context) {
        try {
            var name = key.getBytes(UTF_8);
            var encrypted = new AesGcmJce(keys.get(key).material).encrypt(plain, associated(context));
            return ByteBuffer.allocate(1 + name.length + encrypted.length)
                    .put((byte) name.length)
                    .put(name)
                    .put(encrypted)
                    .array();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    private byte[] decrypt(JsonNode body, String keyField, String contextField) throws IOException {
        var blob = body.path("CiphertextBlob").binaryValue();
        if (blob.length == 0 || blob.length > LONGEST_BLOB) {
            throw new Refusal(400, "ValidationException");
        }
        var key = key(body, keyField);
        var end = 1 + Byte.toUnsignedInt(blob[0]);
        if (end > blob.length || !keys.containsKey(name(blob, end))) {
            throw new Refusal(400, "InvalidCiphertextException");
        }
        if (!name(blob, end).equals(key)) {
            throw new Refusal(400, "IncorrectKeyException");
        }
        try {
            return new AesGcmJce(keys.get(key).material)
                    .decrypt(Arrays.copyOfRange(blob, end, blob.length), associated(body.path(contextField)));
        } catch (GeneralSecurityException e) {
            throw new Refusal(400, "InvalidCiphertextException");
        }
    }

    private static String name(byte[] blob, int end) {
        return new String(blob, 1, end - 1, UTF_8);
    }

    // By id, ARN, alias or the alias's ARN.
    private String key(JsonNode body, String field) {
        var asked = body.path(field).asText();
        var name = asked.startsWith(ARN) ? asked.substring(ARN.length()) : asked;
        var arn = Optional.ofNullable(aliases.get(name))
                .or(() -> Stream.of(asked, ARN + "key/" + asked)
                        .filter(keys::containsKey)
                        .findFirst())
                .orElseThrow(() -> new Refusal(400, "NotFoundException"));
        keys.get(arn).refusal.ifPresent(code -> {
            throw new Refusal(400, code);
        });
        return arn;
    }

    private static byte[] associated(JsonNode context) {
        var sorted = new TreeMap<String, String>();
        context.properties()
                .forEach(entry -> sorted.put(entry.getKey(), entry.getValue().asText()));
        return sorted.toString().getBytes(UTF_8);
    }

    private static void reply(HttpExchange exchange, int status, byte[] body) throws IOException {
        exchange.getResponseHeaders().add("Content-Type", "application/x-amz-json-1.1");
        exchange.sendResponseHeaders(status, body.length);
        exchange.getResponseBody().write(body);
    }
}
