package io.nowbridge.local;

import io.quarkus.runtime.Application;
import io.vertx.core.Vertx;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Runs what ships, the unpacked {@code function.zip}, behind the local gateway: all functions in this one process. */
final class Functions {

    private Functions() {}

    public static void main(String[] line) {
        JavaProcess.serve(() -> start(Arguments.read(List.of(line), Set.of("gateway", "issuer"), Set.of())));
    }

    private static String start(Arguments arguments) throws ReflectiveOperationException {
        var issuer = arguments
                .last("issuer")
                .orElseGet(
                        () -> IdentityProvider.issuer(Ports.DEFAULTS.identity()).toString());
        var template = Template.read(Template.FILE, Map.of("TokenIssuer", issuer));
        var application = application();
        application.start(new String[0]);
        var vertx = Vertx.vertx();
        var port = arguments.port("gateway", Ports.DEFAULTS.gateway());
        var gateway = Gateway.start(vertx, port, template, BeanHandler::named, Clock.systemUTC());
        Runtime.getRuntime().addShutdownHook(new Thread(() -> {
            gateway.close();
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
