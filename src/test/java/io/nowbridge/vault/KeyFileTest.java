package io.nowbridge.vault;

import static io.nowbridge.vault.Outcomes.failureOf;
import static io.nowbridge.vault.Outcomes.itemOf;
import static java.util.stream.Collectors.joining;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import io.nowbridge.vault.VaultException.KeyUnusable;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class KeyFileTest {

    private static final int MANY = 8;
    private static final byte[] SECRET = {1, 2, 3};

    @TempDir
    private Path directory;

    private Path file;

    @BeforeEach
    void place() {
        file = directory.resolve("made/here/keys");
    }

    @Test
    void nobodyButItsOwnerMayReadItOrItsDirectory() throws IOException {
        itemOf(vault().seal("c", SECRET));

        assertThat(mode(file)).isEqualTo("rw-------");
        assertThat(mode(file.getParent())).isEqualTo("rwx------");
        assertThat(mode(file.getParent().getParent())).isEqualTo("rwx------");
    }

    @ParameterizedTest
    @ValueSource(strings = {"rw-r-----", "rw--w----", "rw----r--", "rw-rw-rw-"})
    void oneThatIsOpenToOthersIsRefusedWithTheRemedy(String mode) throws IOException {
        var sealed = itemOf(vault().seal("c", SECRET));
        Files.setPosixFilePermissions(file, PosixFilePermissions.fromString(mode));

        assertThat(List.of(
                        failureOf(vault().seal("c", SECRET)),
                        failureOf(vault().open("c", sealed)),
                        failureOf(vault().rewrap("c", sealed)),
                        catchThrowable(() -> vault().isCurrent(sealed)),
                        catchThrowable(() -> new KeyFile(file).rotate())))
                .allSatisfy(failure ->
                        assertThat(failure).isInstanceOf(KeyUnusable.class).hasMessageEndingWith("chmod 600 " + file));
    }

    @Test
    void oneThatWasClosedToOthersServesAgain() throws IOException {
        var sealed = itemOf(vault().seal("c", SECRET));
        Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw-r--r--"));
        var vault = vault();
        failureOf(vault.open("c", sealed));

        Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw-------"));

        assertThat(itemOf(vault.open("c", sealed))).isEqualTo(SECRET);
    }

    @Test
    void aLostFileIsMissedAndNotReplaced() throws IOException {
        var sealed = itemOf(vault().seal("c", SECRET));
        Files.delete(file);

        assertThat(failureOf(vault().open("c", sealed)))
                .isInstanceOf(KeyUnusable.class)
                .hasMessageContaining("does not exist");
        assertThat(failureOf(vault().rewrap("c", sealed))).isInstanceOf(KeyUnusable.class);
        assertThat(file).doesNotExist();
    }

    @Test
    void theKeyOfAnotherFileIsNamedAsMissing() {
        var sealed = itemOf(vault().seal("c", SECRET));
        var elsewhere = new KeyFile(directory.resolve("other"));
        elsewhere.rotate();

        assertThat(failureOf(new Vault(() -> elsewhere).open("c", sealed)))
                .isInstanceOf(KeyUnusable.class)
                .hasMessageEndingWith("has no key " + sealed.keyId());
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "hunter2", "id hunter2!", "id aHVudGVyMg==", "\n"})
    void aDamagedFileIsRefusedAndLeftAsItIs(String text) throws IOException {
        new KeyFile(file).rotate();
        Files.writeString(file, text);

        assertThat(failureOf(vault().seal("c", SECRET)))
                .isInstanceOf(KeyUnusable.class)
                .hasMessageContaining("is damaged")
                .hasMessageNotContaining("hunter2");
        assertThat(catchThrowable(() -> new KeyFile(file).rotate())).isInstanceOf(KeyUnusable.class);
        assertThat(file).hasContent(text);
    }

    @Test
    void whereNoFileCanBeMadeTheFailureNamesIt() throws IOException {
        Files.writeString(directory.resolve("made"), "in the way");

        assertThat(failureOf(vault().seal("c", SECRET)))
                .isInstanceOf(KeyUnusable.class)
                .hasMessageContaining(file.toString());
    }

    @Test
    void aKeyThatAnotherProcessAddsCountsAtOnce() {
        var vault = vault();
        var sealed = itemOf(vault.seal("c", SECRET));

        new KeyFile(file).rotate();

        assertThat(vault.isCurrent(sealed)).isFalse();
        assertThat(vault.isCurrent(itemOf(vault.seal("c", SECRET)))).isTrue();
    }

    @Test
    void theNewestKeyIsTheLastLine() throws IOException {
        var sealed = itemOf(vault().seal("c", SECRET));
        new KeyFile(file).rotate();

        var current = itemOf(vault().seal("c", SECRET));

        assertThat(Files.readAllLines(file))
                .extracting(line -> line.split(" ", 2)[0])
                .containsExactly(sealed.keyId(), current.keyId());
    }

    @Test
    void threadsThatStartTogetherAgreeOnOneKey() throws Exception {
        var keyIds = together(() -> itemOf(vault().seal("c", SECRET)).keyId());

        assertThat(Set.copyOf(keyIds)).hasSize(1);
        assertThat(Files.readAllLines(file)).hasSize(1);
    }

    @Test
    void processesThatStartTogetherAgreeOnOneKey() throws Exception {
        var processes = Stream.generate(this::sealingProcess).limit(MANY).toList();
        for (var process : processes) {
            process.inputReader().readLine();
        }

        for (var process : processes) {
            process.outputWriter().close();
        }

        var keyIds = processes.stream()
                .map(process -> process.inputReader().lines().collect(joining()))
                .toList();
        assertThat(keyIds).hasSize(MANY).doesNotContain("");
        assertThat(Set.copyOf(keyIds)).hasSize(1);
        assertThat(Files.readAllLines(file)).hasSize(1);
    }

    @Test
    void noKeyIsLostWhenManyAreAddedAtOnce() throws Exception {
        var sealed = together(() -> {
            new KeyFile(file).rotate();
            return itemOf(vault().seal("c", SECRET));
        });

        assertThat(Files.readAllLines(file)).hasSize(MANY);
        assertThat(sealed)
                .allSatisfy(each -> assertThat(itemOf(vault().open("c", each))).isEqualTo(SECRET));
    }

    @Test
    void nothingButTheKeysAndTheirLockIsLeftBehind() throws Exception {
        together(() -> {
            new KeyFile(file).rotate();
            return file;
        });

        try (var left = Files.list(file.getParent())) {
            assertThat(left).containsExactlyInAnyOrder(file, file.resolveSibling("keys.lock"));
        }
    }

    /** Practises elsewhere, says that it is ready, waits until its input ends, seals something and prints the key's id. */
    static final class SealingProcess {

        private SealingProcess() {}

        public static void main(String[] arguments) throws IOException {
            sealInto(Path.of(arguments[1]).resolve("practice"));
            System.out.println("ready");
            System.in.transferTo(System.out);
            System.out.println(sealInto(Path.of(arguments[0])));
        }

        private static String sealInto(Path file) {
            var keys = new KeyFile(file);
            return itemOf(new Vault(() -> keys).seal("c", SECRET)).keyId();
        }
    }

    private Process sealingProcess() {
        var java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
        var classPath = System.getProperty("java.class.path");
        try {
            return new ProcessBuilder(
                            java,
                            "-XX:TieredStopAtLevel=1",
                            "-cp",
                            classPath,
                            SealingProcess.class.getName(),
                            file.toString(),
                            Files.createTempDirectory(directory, "practice").toString())
                    .redirectError(ProcessBuilder.Redirect.INHERIT)
                    .start();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static <T> List<T> together(Callable<T> task) throws Exception {
        var start = new CyclicBarrier(MANY);
        try (var threads = Executors.newFixedThreadPool(MANY)) {
            Callable<T> atOnce = () -> {
                start.await();
                return task.call();
            };
            return threads.invokeAll(Stream.generate(() -> atOnce).limit(MANY).toList()).stream()
                    .map(Future::resultNow)
                    .toList();
        }
    }

    private Vault vault() {
        var keys = new KeyFile(file);
        return new Vault(() -> keys);
    }

    private static String mode(Path path) throws IOException {
        return PosixFilePermissions.toString(Files.getPosixFilePermissions(path));
    }
}
