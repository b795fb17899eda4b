package io.nowbridge.local;

import io.nowbridge.local.tdsynnex.TdSynnexStandIn;
import java.io.File;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicBoolean;

/** {@code ./nowbridge up}: starts the world and the functions, says what is where, and ends when either does. */
final class Up {

    private static final Path PROJECT = Path.of("");
    private static final Path DATA = Path.of(".nowbridge");

    /** The master keys that credentials are kept under. */
    static final Path KEYS = DATA.resolve("keys/credentials");

    private Up() {}

    public static void main(String[] line) throws IOException {
        try {
            var arguments = Arguments.read(List.of(line), Ports.NAMES, Set.of("fresh"));
            var ports = Ports.of(arguments);
            ports.requireFree();
            if (arguments.has("fresh")) {
                FunctionZip.delete(DATA);
            }
            run(ports);
        } catch (IllegalArgumentException e) {
            System.err.println(e.getMessage());
        }
        System.exit(1);
    }

    private static void run(Ports ports) {
        var classPath = new FunctionZip(PROJECT).classPath("target" + File.separator + "local" + File.separator + "*");
        var world = JavaProcess.start(world(ports, classPath), text -> print("world    ", text));
        var functions = JavaProcess.start(functions(ports, classPath), text -> print("functions", text));
        var stopping = new AtomicBoolean();
        Runtime.getRuntime().addShutdownHook(new Thread(() -> {
            stopping.set(true);
            functions.close();
            world.close();
        }));
        // If one of them fails to start, its own lines say why, and it ends.
        var isUp = CompletableFuture.allOf(world.whenReady(), functions.whenReady())
                .handle((ready, failure) -> failure == null)
                .join();
        if (isUp) {
            var gateway = local(ports.gateway());
            var issuer = IdentityProvider.issuer(ports.identity());
            DemoConnection.ensure(gateway, issuer, local(ports.serviceNow()), local(ports.qualytics()));
            DemoWebhooks.ensure(gateway, issuer, local(ports.serviceNow()), local(ports.qualytics()));
            DemoCatalogue.ensure(gateway, issuer, local(ports.serviceNow()), local(ports.tdSynnex()));
            DemoOrders.ensure(gateway, issuer, local(ports.serviceNow()), local(ports.tdSynnex()));
            DemoAccess.ensure(gateway, issuer);
            System.out.println(Welcome.to(ports));
        }
        var ended = CompletableFuture.anyOf(
                world.whenEnded().thenApply(code -> "The world ended with " + code),
                functions.whenEnded().thenApply(code -> "The functions ended with " + code));
        var who = ended.join();
        if (!stopping.get()) {
            System.err.println(who + ": stopping the rest");
        }
    }

    private static JavaProcess.Program functions(Ports ports, String classPath) {
        var issuer = IdentityProvider.issuer(ports.identity()).toString();
        var template = Template.read(Template.FILE, Map.of("TokenIssuer", issuer));
        return new JavaProcess.Program(
                Functions.class,
                classPath,
                PROJECT,
                Settings.of(
                        local(ports.dynamoDb()),
                        local(ports.sqs()),
                        List.of(local(ports.serviceNow()), local(ports.tdSynnex()), local(ports.qualytics())),
                        local(ports.tdSynnex()).resolve(TdSynnexStandIn.FILES),
                        KEYS,
                        DATA.resolve("exports")),
                template.environment(),
                List.of("--gateway", text(ports.gateway()), "--issuer", issuer, "--sqs", text(ports.sqs())));
    }

    private static JavaProcess.Program world(Ports ports, String classPath) {
        return new JavaProcess.Program(
                World.class,
                classPath,
                PROJECT,
                Map.of(),
                Map.of(),
                List.of(
                        "--servicenow",
                        text(ports.serviceNow()),
                        "--tdsynnex",
                        text(ports.tdSynnex()),
                        "--qualytics",
                        text(ports.qualytics()),
                        "--identity",
                        text(ports.identity()),
                        "--dynamodb",
                        text(ports.dynamoDb()),
                        "--sqs",
                        text(ports.sqs()),
                        "--data",
                        DATA.toString()));
    }

    private static void print(String who, String line) {
        // Written past any logger by DynamoDB Local, whose parser works all the same.
        if (!line.startsWith("ANTLR ")) {
            System.out.println(who + " | " + line);
        }
    }

    private static URI local(int port) {
        return URI.create("http://localhost:" + port);
    }

    private static String text(int port) {
        return Integer.toString(port);
    }
}
