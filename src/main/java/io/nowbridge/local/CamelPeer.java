package io.nowbridge.local;

import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;

/** camel-servicenow, writing products record by record, in a process of its own. */
final class CamelPeer {

    private CamelPeer() {}

    /** What it took. */
    record Taken(long calls, Duration time) {}

    static Taken upsert(URI instance, int products, int atOnce) throws IOException, InterruptedException {
        var process = new ProcessBuilder(List.of(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-cp",
                        "target/camel/*",
                        "src/bench/camel/CamelUpserts.java",
                        instance.toString(),
                        "svc_nowbridge",
                        "nowbridge",
                        Integer.toString(products),
                        Integer.toString(atOnce)))
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
        var output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8).strip();
        if (process.waitFor() != 0) {
            throw new IOException("camel-servicenow has failed: " + output);
        }
        var words = output.substring(output.lastIndexOf('\n') + 1).split(" ", -1);
        return new Taken(Long.parseLong(words[0]), Duration.ofMillis(Long.parseLong(words[1])));
    }
}
