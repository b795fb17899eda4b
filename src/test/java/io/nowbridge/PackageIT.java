package io.nowbridge;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import org.junit.jupiter.api.Test;

/** What is in the artifact that is deployed. */
class PackageIT {

    @Test
    void theHandlersAreInIt() throws IOException {
        assertThat(entries())
                .contains(
                        "io/nowbridge/lambda/ConnectionsHandler.class",
                        "io/nowbridge/lambda/CreateTicketHandler.class",
                        "io/nowbridge/lambda/TemplatesHandler.class",
                        "io/nowbridge/lambda/TicketTargetsHandler.class");
    }

    @Test
    void nothingOfTheLocalRunIsInIt() throws IOException {
        assertThat(entries()).noneMatch(name -> name.startsWith("io/nowbridge/local"));
    }

    @Test
    void noServerAndNoStandInIsInIt() throws IOException {
        assertThat(entries())
                .noneMatch(
                        name -> name.matches(
                                ".*(DynamoDBLocal|mock-oauth2-server|quarkus-vertx-http|io\\.vertx\\.vertx-web-\\d|snakeyaml|log4j|elasticmq|pekko|scala).*"));
    }

    @Test
    void oneHttpEngineIsInIt() throws IOException {
        assertThat(entries()).noneMatch(name -> name.matches(".*(url-connection-client|apache-client|aws-crt).*"));
    }

    private static List<String> entries() throws IOException {
        try (var zip = new ZipFile(Path.of("target/function.zip").toFile())) {
            return zip.stream().map(ZipEntry::getName).toList();
        }
    }
}
