package io.nowbridge.local;

import java.net.URI;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** What the functions are told on this machine instead of what AWS and a customer would tell them. */
final class Settings {

    /** The folder with exported files. */
    static final String EXPORTS = "nowbridge.exports.folder";

    private Settings() {}

    /** As system properties, which win over everything else that configures Quarkus. */
    static Map<String, String> of(
            URI dynamoDb, URI sqs, List<URI> standIns, URI catalogue, Path keyFile, Path exports) {
        var settings = new LinkedHashMap<String, String>();
        settings.put("quarkus.banner.enabled", "false");
        settings.put("quarkus.log.console.format", "%d{HH:mm:ss} %-5p %s%e%n");
        settings.put("quarkus.log.category.\"io.quarkus\".level", "WARN");
        settings.putAll(client("quarkus.dynamodb.", dynamoDb));
        settings.putAll(client("quarkus.sqs.", sqs));
        // In AWS the keys are in KMS; the template says so for every function.
        settings.put("nowbridge.vault.kms-key", "");
        settings.put("nowbridge.vault.key-file", keyFile.toString());
        // In AWS exports lie in a bucket.
        settings.put("nowbridge.exports.bucket", "");
        settings.put(EXPORTS, exports.toString());
        // In AWS distributors' files arrive in a bucket.
        settings.put("nowbridge.catalogue.location", catalogue.toString());
        settings.put(
                "nowbridge.egress.allow", standIns.stream().map(URI::toString).collect(Collectors.joining(",")));
        return settings;
    }

    private static Map<String, String> client(String prefix, URI endpoint) {
        return Map.of(
                prefix + "endpoint-override", endpoint.toString(),
                prefix + "aws.region", LocalDynamoDb.REGION,
                prefix + "aws.credentials.type", "static",
                prefix + "aws.credentials.static-provider.access-key-id", LocalDynamoDb.ACCESS_KEY,
                prefix + "aws.credentials.static-provider.secret-access-key", LocalDynamoDb.ACCESS_KEY);
    }
}
