package io.nowbridge.local;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/** The script {@code nowbridge}, among JDKs and a Maven that only tell who called them. */
@DisabledOnOs(OS.WINDOWS)
class FrontDoorTest {

    private static final Path SCRIPT = Path.of("nowbridge").toAbsolutePath();

    @TempDir
    private Path machine;

    @BeforeEach
    void installMaven() throws IOException {
        maven("3.8.7");
    }

    @Test
    void theJdkOfJavaHomeIsTaken() throws Exception {
        var jdk = jdk("opt/a JDK with spaces", "25.0.1");

        var said = run(jdk, "test", "-Dtest=A B");

        assertThat(said).containsExactly("home: " + jdk, "words: verify|-Dtest=A B");
    }

    @Test
    void anOldJavaHomeIsPassedOver() throws Exception {
        var old = jdk("opt/old", "17.0.15");
        var current = jdk("opt/current", "21");
        Files.createSymbolicLink(machine.resolve("bin/java"), current.resolve("bin/java"));

        var said = run(old, "test");

        assertThat(said).contains("home: " + current);
    }

    @Test
    void aJavaWithoutACompilerIsPassedOver() throws Exception {
        var runtime = jdk("opt/runtime", "25");
        Files.delete(runtime.resolve("bin/javac"));
        var current = jdk("opt/current", "25");
        Files.createSymbolicLink(machine.resolve("bin/java"), current.resolve("bin/java"));

        var said = run(runtime, "test");

        assertThat(said).contains("home: " + current);
    }

    @Test
    void anOldMavenIsNamedWithWhatToInstall() throws Exception {
        maven("3.6.3");

        var said = run(jdk("opt/current", "25"), "test");

        assertThat(said).containsExactly("nowbridge: Maven 3.6.3 is too old: install Maven 3.8.7 or newer");
    }

    @Test
    void aMavenOfTwoDigitsIsNewer() throws Exception {
        maven("3.10.0");

        var said = run(jdk("opt/current", "25"), "test");

        assertThat(said).contains("words: verify");
    }

    @Test
    void anUnknownCommandShowsWhatThereIs() throws Exception {
        var said = run(jdk("opt/current", "25"), "fly");

        assertThat(said).last().isEqualTo("nowbridge: what is fly?");
        assertThat(said).anySatisfy(line -> assertThat(line).startsWith("./nowbridge up"));
    }

    private List<String> run(Path javaHome, String... words) throws IOException, InterruptedException {
        var command = new ArrayList<>(List.of("sh", SCRIPT.toString()));
        command.addAll(Arrays.asList(words));
        // Called from elsewhere on purpose: the script finds its own way.
        var builder = new ProcessBuilder(command).directory(machine.toFile()).redirectErrorStream(true);
        builder.environment().put("JAVA_HOME", javaHome.toString());
        builder.environment().put("PATH", machine.resolve("bin") + ":/usr/bin:/bin");
        var process = builder.start();
        var said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        process.waitFor();
        return said.lines().toList();
    }

    private Path jdk(String path, String version) throws IOException {
        program(path + "/bin/java", "exit 1");
        program(path + "/bin/javac", "echo javac " + version);
        return machine.toRealPath().resolve(path);
    }

    private void maven(String version) throws IOException {
        program("bin/mvn", """
                if [ "$1" = -version ]; then echo "Apache Maven %s"; exit; fi
                echo "home: $JAVA_HOME"
                printf 'words: %%s' "$1"; shift
                for word in "$@"; do printf '|%%s' "$word"; done
                """.formatted(version));
    }

    private void program(String path, String script) throws IOException {
        var file = machine.resolve(path);
        Files.createDirectories(file.getParent());
        Files.writeString(file, "#!/bin/sh\n" + script + "\n");
        Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rwxr-xr-x"));
    }
}
