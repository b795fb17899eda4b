package io.nowbridge.local;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.System.Logger.Level;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.function.Consumer;

/** A Java program of the local run in a process of its own, which ends when ours does. */
final class JavaProcess implements AutoCloseable {

    private static final String READY = "Ready: ";
    private static final String PARENT = "nowbridge.local.parent";

    private final Process process;
    private final CompletableFuture<String> ready = new CompletableFuture<>();

    private JavaProcess(Process process) {
        this.process = process;
    }

    /** What to start. */
    record Program(
            Class<?> main,
            String classPath,
            Path directory,
            Map<String, String> properties,
            Map<String, String> environment,
            List<String> arguments) {}

    /** Starts {@code program}; each line it prints goes to {@code output}. */
    static JavaProcess start(Program program, Consumer<String> output) {
        var command = new ArrayList<String>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.add("--add-opens=java.base/java.lang=ALL-UNNAMED");
        command.add("--enable-native-access=ALL-UNNAMED");
        if (Runtime.version().feature() >= 24) {
            // Netty's way to memory makes a current JDK warn.
            command.add("--sun-misc-unsafe-memory-access=allow");
        }
        command.add("-Djava.util.logging.manager=org.jboss.logmanager.LogManager");
        command.add("-D" + PARENT + "=" + ProcessHandle.current().pid());
        program.properties.forEach((name, value) -> command.add("-D" + name + "=" + value));
        command.addAll(List.of("-cp", program.classPath, program.main.getName()));
        command.addAll(program.arguments);
        var builder = new ProcessBuilder(command)
                .directory(program.directory.toAbsolutePath().toFile())
                .redirectErrorStream(true);
        builder.environment().putAll(program.environment);
        try {
            var started = new JavaProcess(builder.start());
            Thread.ofPlatform().daemon().start(() -> started.read(output));
            return started;
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot start " + command.getFirst(), e);
        }
    }

    /**
     * Called by the new process itself: starts what it serves and says where. Ends the process if that fails, or when
     * the one that started it has ended.
     */
    static void serve(Callable<String> start) {
        var parent = Long.getLong(PARENT);
        if (parent != null) {
            Thread.ofPlatform().daemon().start(() -> endWith(parent));
        }
        try {
            System.out.println(READY + start.call());
        } catch (Exception | LinkageError e) {
            System.getLogger(JavaProcess.class.getName()).log(Level.ERROR, "Cannot start", e);
            System.exit(1);
        }
    }

    private static void endWith(long parent) {
        ProcessHandle.of(parent).ifPresent(handle -> handle.onExit().join());
        System.exit(0);
    }

    /** Where it is up; fails if it ends before it says so. */
    CompletableFuture<String> whenReady() {
        return ready;
    }

    CompletableFuture<Integer> whenEnded() {
        return process.onExit().thenApply(Process::exitValue);
    }

    /** Ends it without a chance to tidy up, as {@code kill -9} does, and waits until it is gone. */
    void kill() {
        process.destroyForcibly();
        whenEnded().join();
    }

    @Override
    public void close() {
        process.destroy();
        whenEnded().join();
    }

    private void read(Consumer<String> output) {
        try (BufferedReader lines = process.inputReader(StandardCharsets.UTF_8)) {
            for (var line = lines.readLine(); line != null; line = lines.readLine()) {
                if (line.startsWith(READY)) {
                    ready.complete(line.substring(READY.length()));
                } else {
                    output.accept(line);
                }
            }
        } catch (IOException e) {
            output.accept("Cannot read on: " + e.getMessage());
        } finally {
            ready.completeExceptionally(new IllegalStateException("It ended before it was ready"));
        }
    }
}
