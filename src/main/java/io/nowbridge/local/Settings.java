package io.nowbridge.local;

import java.net.URI;
import java.util.LinkedHashMap;
import java.util.Map;

/** What the functions are told on this machine instead of what AWS and a customer would tell them. */
final class Settings {

    private Settings() {}

    /** As system properties, which win over everything else that configures Quarkus. */
    static Map<String, String> of(URI dynamoDb, URI serviceNow) {
        var settings = new LinkedHashMap<String, String>();
        settings.put("quarkus.banner.enabled", "false");
        settings.put("quarkus.log.console.format", "%d{HH:mm:ss} %-5p %s%e%n");
        settings.put("quarkus.log.category.\"io.quarkus\".level", "WARN");
        settings.put("quarkus.dynamodb.endpoint-override", dynamoDb.toString());
        settings.put("quarkus.dynamodb.aws.region", LocalDynamoDb.REGION);
        settings.put("quarkus.dynamodb.aws.credentials.type", "static");
        settings.put("quarkus.dynamodb.aws.credentials.static-provider.access-key-id", LocalDynamoDb.ACCESS_KEY);
        settings.put("quarkus.dynamodb.aws.credentials.static-provider.secret-access-key", LocalDynamoDb.ACCESS_KEY);
        settings.put("nowbridge.connections.demo.type", "servicenow");
        settings.put("nowbridge.connections.demo.name", "ServiceNow (local)");
        settings.put("nowbridge.connections.demo.instance-url", serviceNow.toString());
        settings.put("nowbridge.connections.demo.authentication.type", "basic");
        settings.put("nowbridge.connections.demo.authentication.username", "svc_nowbridge");
        settings.put("nowbridge.connections.demo.authentication.password", "nowbridge");
        return settings;
    }
}
