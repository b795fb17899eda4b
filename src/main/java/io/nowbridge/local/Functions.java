package io.nowbridge.local;

import io.quarkus.runtime.Application;
import io.vertx.core.Vertx;
import java.net.URI;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Runs what ships, the unpacked {@code function.zip}, behind the local gateway, the queues and the schedules: all functions in
 * this one process.
 */
final class Functions {

    private static final String NEVER = "never";

    // Where the build puts the console.
    private static final Path CONSOLE = Path.of("target/console");

    private Functions() {}

    public static void main(String[] line) {
        JavaProcess.serve(() ->
                start(Arguments.read(List.of(line), Set.of("console", "gateway", "issuer", "sqs", "tick"), Set.of())));
    }

    private static String start(Arguments arguments) throws ReflectiveOperationException {
        var issuer = arguments
                .last("issuer")
                .orElseGet(
                        () -> IdentityProvider.issuer(Ports.DEFAULTS.identity()).toString());
        var template = Template.read(Template.FILE, Map.of("TokenIssuer", issuer));
        var application = application();
        application.start(new String[0]);
        var invocations = new Invocations(template, BeanHandler::named, Clock.systemUTC());
        var ticks = new Ticks(template, invocations, Clock.systemUTC());
        var downloads = new Downloads(Path.of(System.getProperty(Settings.EXPORTS)), Clock.systemUTC());
        var port = arguments.port("gateway", Ports.DEFAULTS.gateway());
        var console = new Console(
                arguments.last("console").map(Path::of).orElse(CONSOLE),
                URI.create(issuer),
                ConsoleHeaders.read(ConsoleHeaders.FILE, URI.create(issuer)));
        var own = new Gateway.Own(ticks, console, downloads);
        var gateway = Gateway.start(Vertx.vertx(), port, template, invocations, own, Clock.systemUTC());
        var scheduler = arguments.last("tick").filter(NEVER::equals).isPresent()
                ? Optional.<Scheduler>empty()
                : Optional.of(
                        Scheduler.start(template, ticks, arguments.last("tick").map(Duration::parse)));
        var sqsPort = arguments.port("sqs", Ports.DEFAULTS.sqs());
        var sqs = LocalSqs.client(sqsPort);
        var pollers = QueuePoller.start(template, sqs, sqsPort, invocations);
        Runtime.getRuntime().addShutdownHook(new Thread(() -> {
            // Nothing new begins, what goes on ends, and only then what it works with.
            gateway.close();
            scheduler.ifPresent(Scheduler::close);
            pollers.forEach(QueuePoller::close);
            invocations.close();
            sqs.close();
            application.stop();
        }));
        return "http://localhost:" + gateway.port();
    }

    // Quarkus generates this class into what ships; nothing that we compile can name it.
    private static Application application() throws ReflectiveOperationException {
        return Class.forName("io.quarkus.runner.ApplicationImpl")
                .asSubclass(Application.class)
                .getConstructor()
                .newInstance();
    }
}
