package io.nowbridge.local;

import java.io.IOException;
import java.net.ServerSocket;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;

/** Where the parts of the local run listen; 0 stands for any free port. */
record Ports(int gateway, int serviceNow, int tdSynnex, int qualytics, int identity, int dynamoDb, int sqs) {

    static final Ports DEFAULTS = new Ports(8080, 8090, 8092, 8093, 8094, 8000, 9324);

    /** The arguments that set them: {@code --gateway 9080}. */
    static final Set<String> NAMES =
            Set.of("gateway", "servicenow", "tdsynnex", "qualytics", "identity", "dynamodb", "sqs");

    static Ports of(Arguments arguments) {
        return new Ports(
                arguments.port("gateway", DEFAULTS.gateway),
                arguments.port("servicenow", DEFAULTS.serviceNow),
                arguments.port("tdsynnex", DEFAULTS.tdSynnex),
                arguments.port("qualytics", DEFAULTS.qualytics),
                arguments.port("identity", DEFAULTS.identity),
                arguments.port("dynamodb", DEFAULTS.dynamoDb),
                arguments.port("sqs", DEFAULTS.sqs));
    }

    /** Complains, in one sentence, about the first port that another program holds. */
    void requireFree() {
        byName().forEach((name, port) -> {
            if (!isFree(port)) {
                throw new IllegalArgumentException(
                        "Port %d is taken: stop the program that holds it, or choose another with --%s"
                                .formatted(port, name));
            }
        });
    }

    private Map<String, Integer> byName() {
        var all = new LinkedHashMap<String, Integer>();
        all.put("gateway", gateway);
        all.put("servicenow", serviceNow);
        all.put("tdsynnex", tdSynnex);
        all.put("qualytics", qualytics);
        all.put("identity", identity);
        all.put("dynamodb", dynamoDb);
        all.put("sqs", sqs);
        return all;
    }

    private static boolean isFree(int port) {
        try (var socket = new ServerSocket(port)) {
            return socket.isBound();
        } catch (IOException e) {
            return false;
        }
    }

    /** A port that was free a moment ago, for servers that cannot choose one themselves. */
    static int anyFree() {
        try (var socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        } catch (IOException e) {
            throw new IllegalStateException("No port is free", e);
        }
    }
}
