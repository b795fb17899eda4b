package io.nowbridge.local;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import software.amazon.awssdk.services.dynamodb.model.AttributeDefinition;
import software.amazon.awssdk.services.dynamodb.model.BillingMode;
import software.amazon.awssdk.services.dynamodb.model.CreateTableRequest;
import software.amazon.awssdk.services.dynamodb.model.GlobalSecondaryIndex;
import software.amazon.awssdk.services.dynamodb.model.KeySchemaElement;

/** A DynamoDB table as {@code infra/tables.yaml} declares it. */
record Table(
        String name,
        List<KeySchemaElement> key,
        List<AttributeDefinition> attributes,
        List<GlobalSecondaryIndex> indexes,
        Optional<String> expiryAttribute) {

    /** Where the tables are declared, seen from the project's directory. */
    static final Path FILE = Path.of("infra/tables.yaml");

    private static final String TYPE = "AWS::DynamoDB::Table";

    private static final Set<String> RESOURCE = Set.of("DeletionPolicy", "Properties", "Type", "UpdateReplacePolicy");
    private static final Set<String> PROPERTIES = Set.of(
            "AttributeDefinitions",
            "BillingMode",
            "DeletionProtectionEnabled",
            "GlobalSecondaryIndexes",
            "KeySchema",
            "PointInTimeRecoverySpecification",
            "SSESpecification",
            "TableName",
            "TimeToLiveSpecification");

    static List<Table> read(Path file) {
        return Stack.read(file, Map.of()).knowsTypes(Set.of(TYPE)).resources(TYPE).values().stream()
                .map(table -> table.knows(RESOURCE).at("Properties").knows(PROPERTIES))
                .map(Table::of)
                .toList();
    }

    Set<List<KeySchemaElement>> indexKeys() {
        return indexes.stream().map(GlobalSecondaryIndex::keySchema).collect(Collectors.toSet());
    }

    CreateTableRequest request() {
        return CreateTableRequest.builder()
                .tableName(name)
                .keySchema(key)
                .attributeDefinitions(attributes)
                .globalSecondaryIndexes(indexes.isEmpty() ? null : indexes)
                .billingMode(BillingMode.PAY_PER_REQUEST)
                .build();
    }

    private static Table of(Node properties) {
        properties.at("BillingMode").mustBe("PAY_PER_REQUEST");
        var key = key(properties);
        var attributes = properties.at("AttributeDefinitions").elements().stream()
                .map(attribute -> AttributeDefinition.builder()
                        .attributeName(attribute.at("AttributeName").text())
                        .attributeType(attribute.at("AttributeType").text())
                        .build())
                .collect(Collectors.toUnmodifiableList());
        var indexes = properties.find("GlobalSecondaryIndexes").stream()
                .flatMap(all -> all.elements().stream())
                .map(Table::index)
                .toList();
        var expiry = properties
                .find("TimeToLiveSpecification")
                .filter(ttl -> ttl.at("Enabled").flag())
                .map(ttl -> ttl.at("AttributeName").text());
        return new Table(properties.at("TableName").text(), key, attributes, indexes, expiry);
    }

    private static GlobalSecondaryIndex index(Node index) {
        return GlobalSecondaryIndex.builder()
                .indexName(index.at("IndexName").text())
                .keySchema(key(index))
                .projection(projection -> projection.projectionType(
                        index.at("Projection").at("ProjectionType").text()))
                .build();
    }

    private static List<KeySchemaElement> key(Node properties) {
        return properties.at("KeySchema").elements().stream()
                .map(part -> KeySchemaElement.builder()
                        .attributeName(part.at("AttributeName").text())
                        .keyType(part.at("KeyType").text())
                        .build())
                .toList();
    }
}
