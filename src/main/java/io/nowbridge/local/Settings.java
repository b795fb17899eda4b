package io.nowbridge.local;

import java.net.URI;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;

/** What the functions are told on this machine instead of what AWS and a customer would tell them. */
final class Settings {

    private Settings() {}

    /** As system properties, which win over everything else that configures Quarkus. */
    static Map<String, String> of(URI dynamoDb, URI serviceNow, Path keyFile) {
        var settings = new LinkedHashMap<String, String>();
        settings.put("quarkus.banner.enabled", "false");
        settings.put("quarkus.log.console.format", "%d{HH:mm:ss} %-5p %s%e%n");
        settings.put("quarkus.log.category.\"io.quarkus\".level", "WARN");
        settings.put("quarkus.dynamodb.endpoint-override", dynamoDb.toString());
        settings.put("quarkus.dynamodb.aws.region", LocalDynamoDb.REGION);
        settings.put("quarkus.dynamodb.aws.credentials.type", "static");
        settings.put("quarkus.dynamodb.aws.credentials.static-provider.access-key-id", LocalDynamoDb.ACCESS_KEY);
        settings.put("quarkus.dynamodb.aws.credentials.static-provider.secret-access-key", LocalDynamoDb.ACCESS_KEY);
        // In AWS the keys are in KMS; the template says so for every function.
        settings.put("nowbridge.vault.kms-key", "");
        settings.put("nowbridge.vault.key-file", keyFile.toString());
        settings.put("nowbridge.egress.allow", serviceNow.toString());
        return settings;
    }
}
