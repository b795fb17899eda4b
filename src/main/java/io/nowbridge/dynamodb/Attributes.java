package io.nowbridge.dynamodb;

import java.util.List;
import java.util.Map;
import software.amazon.awssdk.core.SdkBytes;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/** Values in DynamoDB's own form. */
final class Attributes {

    private Attributes() {}

    static AttributeValue text(String value) {
        return AttributeValue.fromS(value);
    }

    static AttributeValue number(long value) {
        return AttributeValue.fromN(Long.toString(value));
    }

    static AttributeValue binary(byte[] value) {
        return AttributeValue.fromB(SdkBytes.fromByteArray(value));
    }

    static AttributeValue list(List<Map<String, AttributeValue>> items) {
        return AttributeValue.fromL(items.stream().map(AttributeValue::fromM).toList());
    }

    /** The text of an attribute that every item has. */
    static String text(Map<String, AttributeValue> item, String name) {
        return present(item, name).s();
    }

    static long number(Map<String, AttributeValue> item, String name) {
        return Long.parseLong(present(item, name).n());
    }

    static boolean flag(Map<String, AttributeValue> item, String name) {
        return present(item, name).bool();
    }

    static byte[] bytes(Map<String, AttributeValue> item, String name) {
        return present(item, name).b().asByteArray();
    }

    static Map<String, AttributeValue> map(Map<String, AttributeValue> item, String name) {
        return present(item, name).m();
    }

    static List<Map<String, AttributeValue>> list(Map<String, AttributeValue> item, String name) {
        return present(item, name).l().stream().map(AttributeValue::m).toList();
    }

    private static AttributeValue present(Map<String, AttributeValue> item, String name) {
        var value = item.get(name);
        if (value == null) {
            throw new IllegalStateException("the item has no attribute " + name);
        }
        return value;
    }
}
