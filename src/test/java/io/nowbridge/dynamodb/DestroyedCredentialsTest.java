package io.nowbridge.dynamodb;

import static io.nowbridge.connection.ConnectionFixtures.CREDENTIALS;
import static io.nowbridge.connection.ConnectionFixtures.OTHER_CREDENTIALS;
import static io.nowbridge.connection.ConnectionFixtures.connection;
import static io.nowbridge.connection.ConnectionFixtures.disconnected;
import static io.nowbridge.connection.ConnectionFixtures.rotated;
import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.nowbridge.connection.Authentication;
import io.nowbridge.vault.KeyFile;
import io.nowbridge.vault.Vaults;
import java.net.URLEncoder;
import java.nio.ByteBuffer;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/** A secret that was destroyed cannot be recovered from the tables. */
class DestroyedCredentialsTest {

    @RegisterExtension
    static final RealTables TABLES = new RealTables();

    @TempDir
    private Path directory;

    private DynamoDbConnections connections;

    @BeforeEach
    void startEmpty() {
        TABLES.empty("nowbridge-connections", Set.of("pk", "sk"));
        TABLES.empty("nowbridge-credentials", Set.of("connectionId"));
        var vault = Vaults.of(new KeyFile(directory.resolve("keys")));
        connections = new DynamoDbConnections(TABLES.client(), TABLES.config(Duration.ZERO, Duration.ZERO), vault);
    }

    @Test
    void noTableShowsASecretAndAfterDisconnectingNoneKeepsWhatWouldOpenIt() {
        var first = connection("prod");
        var second = rotated(first);

        connections.add(first, CREDENTIALS).await().indefinitely();
        var afterAdding = everything();
        var added = sealedParts();
        connections.rotate(second, OTHER_CREDENTIALS).await().indefinitely();
        var afterRotating = everything();
        var rotated = sealedParts();
        connections.disconnect(disconnected(second)).await().indefinitely();
        var afterDisconnecting = everything();

        assertThat(List.of(afterAdding, afterRotating, afterDisconnecting))
                .allSatisfy(tables -> assertThat(tables).contains("prod").doesNotContain(forms(CREDENTIALS)))
                .allSatisfy(tables -> assertThat(tables).doesNotContain(forms(OTHER_CREDENTIALS)));
        assertThat(afterAdding).contains(added);
        assertThat(afterRotating).contains(rotated).doesNotContain(added);
        assertThat(afterDisconnecting).doesNotContain(added).doesNotContain(rotated);
    }

    @Test
    void removingAConnectionLeavesNothingOfItsCredentials() {
        var first = connection("prod");
        connections.add(first, CREDENTIALS).await().indefinitely();
        var added = sealedParts();

        connections.remove(first).await().indefinitely();

        assertThat(everything()).doesNotContain(added).doesNotContain("prod");
    }

    /** The values of the credentials that are secret, each in every form in which it might be written. */
    private static String[] forms(Authentication credentials) {
        return credentials.values().values().stream()
                .flatMap(DestroyedCredentialsTest::forms)
                .toArray(String[]::new);
    }

    private static Stream<String> forms(String secret) {
        var bytes = secret.getBytes(UTF_8);
        var plain = Stream.of(
                secret,
                URLEncoder.encode(secret, UTF_8),
                HexFormat.of().formatHex(bytes),
                HexFormat.of().withUpperCase().formatHex(bytes));
        var base64 = Stream.of(Base64.getEncoder(), Base64.getUrlEncoder())
                .flatMap(encoder -> IntStream.range(0, 3).mapToObj(place -> within(encoder, bytes, place)));
        return Stream.concat(plain, base64);
    }

    // In a longer text, Base64 looks one of three ways, less the characters that it shares with its neighbours.
    private static String within(Base64.Encoder encoder, byte[] secret, int place) {
        var text = encoder.withoutPadding()
                .encodeToString(ByteBuffer.allocate(place + secret.length)
                        .put(place, secret)
                        .array());
        return text.substring(place == 0 ? 0 : place + 1, text.length() - 1);
    }

    /** What the credentials table holds of keys and ciphertexts, in hexadecimal digits. */
    private static String[] sealedParts() {
        return TABLES.items("nowbridge-credentials").stream()
                .flatMap(item -> Stream.of("wrappedKey", "ciphertext").map(item::get))
                .map(part -> HexFormat.of().formatHex(part.b().asByteArray()))
                .toArray(String[]::new);
    }

    /** All items of all tables: texts as they are, bytes both as text and in hexadecimal digits. */
    private static String everything() {
        return TABLES.client().listTables().join().tableNames().stream()
                .flatMap(table -> TABLES.items(table).stream())
                .flatMap(item -> item.entrySet().stream())
                .flatMap(attribute -> Stream.concat(Stream.of(attribute.getKey()), texts(attribute.getValue())))
                .collect(Collectors.joining("\n"));
    }

    private static Stream<String> texts(AttributeValue value) {
        return switch (value.type()) {
            case M ->
                value.m().entrySet().stream()
                        .flatMap(entry -> Stream.concat(Stream.of(entry.getKey()), texts(entry.getValue())));
            case L -> value.l().stream().flatMap(DestroyedCredentialsTest::texts);
            case B ->
                Stream.of(
                        value.b().asString(ISO_8859_1),
                        HexFormat.of().formatHex(value.b().asByteArray()));
            case S -> Stream.of(value.s());
            default -> Stream.of(value.toString());
        };
    }
}
