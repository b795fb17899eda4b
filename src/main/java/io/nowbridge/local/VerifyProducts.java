package io.nowbridge.local;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.net.ConnectException;
import java.net.URI;
import java.util.List;
import java.util.Set;

/**
 * {@code ./nowbridge verify products}: compares every product that a template selects with what the desk has, column by column,
 * whatever is remembered of it. Writes nothing; fails if anything differs.
 */
final class VerifyProducts {

    private final ProductRuns runs;
    private long flaws;

    private VerifyProducts(ProductRuns runs) {
        this.runs = runs;
    }

    public static void main(String[] line) throws InterruptedException {
        try {
            var arguments = Arguments.read(List.of(line), Set.of("template", "gateway", "identity"), Set.of());
            var gateway = URI.create("http://localhost:" + arguments.port("gateway", Ports.DEFAULTS.gateway()));
            var issuer = IdentityProvider.issuer(arguments.port("identity", Ports.DEFAULTS.identity()));
            try (var api = new ApiCalls(gateway, issuer)) {
                var runs = new ProductRuns(api);
                var agrees = new VerifyProducts(runs).agrees(runs.template(arguments.last("template")));
                System.exit(agrees ? 0 : 1);
            }
        } catch (IllegalArgumentException e) {
            fail(String.valueOf(e.getMessage()));
        } catch (ConnectException e) {
            fail("Nothing runs: start it with ./nowbridge up");
        } catch (IOException e) {
            fail("It cannot be verified. " + e.getMessage());
        }
    }

    private boolean agrees(String template) throws IOException, InterruptedException {
        var run = runs.run(template, "verify", now -> System.err.println(progress(now)));
        for (var outcome : ProductRuns.flaws()) {
            runs.eachItem(run, outcome, this::tell);
        }
        System.out.println("%s products compared, %d not as they should be"
                .formatted(run.at("/progress/done").asText(), flaws));
        run.optional("stop")
                .ifPresent(stop -> System.out.println(stop.path("cause").asText() + ". "
                        + stop.path("resolution").asText()));
        return flaws == 0 && run.path("result").asText().equals("success");
    }

    /** How far a run has come. */
    static String progress(JsonNode run) {
        var progress = run.path("progress");
        return "%s: %d of %d chunks"
                        .formatted(
                                run.path("state").asText(),
                                progress.path("ended").asInt(),
                                progress.path("chunks").asInt())
                + progress.optional("secondsLeft")
                        .map(left -> ", %d s left".formatted(left.asLong()))
                        .orElse("");
    }

    private void tell(JsonNode item) {
        flaws++;
        System.out.println(
                item.path("sku").asText() + " " + item.path("outcome").asText()
                        + item.optional("failure")
                                .map(failure -> ": " + failure.path("cause").asText())
                                .orElse(""));
        for (var difference : item.path("differences")) {
            System.out.println("    %s.%s is \"%s\", should be \"%s\""
                    .formatted(
                            difference.path("part").asText(),
                            difference.path("column").asText(),
                            difference.path("from").asText(),
                            difference.path("to").asText()));
        }
    }

    private static void fail(String reason) {
        System.err.println(reason);
        System.exit(1);
    }
}
