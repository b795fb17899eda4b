package io.nowbridge.dynamodb;

import java.util.HashMap;
import java.util.Map;
import java.util.function.Consumer;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.Delete;
import software.amazon.awssdk.services.dynamodb.model.Put;
import software.amazon.awssdk.services.dynamodb.model.TransactWriteItem;
import software.amazon.awssdk.services.dynamodb.model.Update;

/** Parts of transactions, all about one table. */
record TableWrites(String table) {

    static final String IS_THERE = "attribute_exists(pk)";
    static final String IS_NOT_THERE = "attribute_not_exists(pk)";

    /** Both in one; what they share is as {@code others} says. */
    static Map<String, AttributeValue> together(Map<String, AttributeValue> some, Map<String, AttributeValue> others) {
        var all = new HashMap<>(some);
        all.putAll(others);
        return all;
    }

    TransactWriteItem put(
            Map<String, AttributeValue> key, Map<String, AttributeValue> item, Consumer<Put.Builder> condition) {
        return TransactWriteItem.builder()
                .put(put -> condition.accept(put.tableName(table).item(together(item, key))))
                .build();
    }

    TransactWriteItem change(Map<String, AttributeValue> key, Consumer<Update.Builder> change) {
        return TransactWriteItem.builder()
                .update(update -> change.accept(update.tableName(table).key(key)))
                .build();
    }

    TransactWriteItem remove(Map<String, AttributeValue> key, Consumer<Delete.Builder> condition) {
        return TransactWriteItem.builder()
                .delete(delete -> condition.accept(delete.tableName(table).key(key)))
                .build();
    }

    /** Takes something away that must be there. */
    TransactWriteItem remove(Map<String, AttributeValue> key) {
        return remove(key, delete -> delete.conditionExpression(IS_THERE));
    }
}
