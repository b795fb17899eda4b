package io.nowbridge.local;

import java.net.URI;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;

/** What ships, run in a process of its own that a test can kill; the world that it talks to survives. */
public final class FunctionsProcess implements AutoCloseable {

    private static final Path PROJECT = Path.of("").toAbsolutePath();

    private final JavaProcess process;
    private final URI baseUri;
    private final List<String> log;

    private FunctionsProcess(JavaProcess process, URI baseUri, List<String> log) {
        this.process = process;
        this.baseUri = baseUri;
        this.log = log;
    }

    public static FunctionsProcess start(World world) {
        return start(world, Map.of());
    }

    /** Without ticks but those that are asked for. */
    public static FunctionsProcess start(World world, Map<String, String> settings) {
        return start(world, settings, "never");
    }

    /**
     * Starts on a free port and waits until requests are answered; {@code settings} win over the local run's own, and
     * {@code tick} over the schedules' rates.
     */
    static FunctionsProcess start(World world, Map<String, String> settings, String tick) {
        var template = Template.read(
                PROJECT.resolve(Template.FILE),
                Map.of("TokenIssuer", world.issuer().toString()));
        var properties = new HashMap<>(world.settings());
        properties.putAll(settings);
        var environment = new HashMap<>(template.environment());
        // It does not live long enough to be worth the better compiler.
        environment.put("JDK_JAVA_OPTIONS", "-XX:TieredStopAtLevel=1");
        var program = new JavaProcess.Program(
                Functions.class,
                new FunctionZip(PROJECT).classPath(jarsOfThisTest()),
                PROJECT,
                properties,
                environment,
                List.of(
                        "--gateway",
                        "0",
                        "--issuer",
                        world.issuer().toString(),
                        "--sqs",
                        Integer.toString(world.sqsPort()),
                        "--tick",
                        tick));
        var log = new CopyOnWriteArrayList<String>();
        var process = JavaProcess.start(program, line -> {
            log.add(line);
            System.out.println("functions | " + line);
        });
        var baseUri = process.whenReady().orTimeout(60, TimeUnit.SECONDS).join();
        return new FunctionsProcess(process, URI.create(baseUri), log);
    }

    /** The gateway's address. */
    public URI baseUri() {
        return baseUri;
    }

    /** What it has printed so far. */
    List<String> log() {
        return List.copyOf(log);
    }

    /** Ends it as {@code kill -9} does: at once, wherever it is. */
    public void kill() {
        process.kill();
    }

    @Override
    public void close() {
        process.close();
    }

    // They come after what ships: what is not in there is found here.
    private static String jarsOfThisTest() {
        return Arrays.stream(System.getProperty("java.class.path").split(java.io.File.pathSeparator))
                .filter(entry -> entry.endsWith(".jar"))
                .collect(Collectors.joining(java.io.File.pathSeparator));
    }
}
