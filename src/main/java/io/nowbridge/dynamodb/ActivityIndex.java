package io.nowbridge.dynamodb;

import static io.nowbridge.dynamodb.Attributes.text;

import io.nowbridge.activity.Activity;
import io.nowbridge.activity.Result;
import io.nowbridge.activity.Wanted;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/** The ways to the entries of a day, the most selective first: the table itself has them all. */
enum ActivityIndex {
    TEMPLATE(ActivityItems.TEMPLATE, "byTemplate", "templateDay") {
        @Override
        Optional<String> of(Activity entry) {
            return entry.template();
        }

        @Override
        Optional<String> of(Wanted wanted) {
            return wanted.template();
        }
    },
    // Success is what nearly all entries have: by it, the index would be as long as the table.
    RESULT(ActivityItems.RESULT, "byResult", "resultDay") {
        @Override
        Optional<String> of(Activity entry) {
            return ofResult(entry.result());
        }

        @Override
        Optional<String> of(Wanted wanted) {
            return wanted.result().flatMap(ActivityIndex::ofResult);
        }
    },
    CONNECTION(ActivityItems.CONNECTION, "byConnection", "connectionDay") {
        @Override
        Optional<String> of(Activity entry) {
            return Optional.of(entry.connection().value());
        }

        @Override
        Optional<String> of(Wanted wanted) {
            return wanted.connection().map(connection -> connection.value());
        }
    },
    OPERATION(ActivityItems.OPERATION, "byOperation", "operationDay") {
        @Override
        Optional<String> of(Activity entry) {
            return Optional.of(entry.operation().name());
        }

        @Override
        Optional<String> of(Wanted wanted) {
            return wanted.operation().map(Enum::name);
        }
    };

    private final String value;
    private final String index;
    private final String attribute;

    ActivityIndex(String value, String index, String attribute) {
        this.value = value;
        this.index = index;
        this.attribute = attribute;
    }

    /** What an entry is found by here; empty where it is not found here. */
    abstract Optional<String> of(Activity entry);

    /** What is looked for here; empty where this is not asked for. */
    abstract Optional<String> of(Wanted wanted);

    /** The attribute that has the value. */
    String value() {
        return value;
    }

    String index() {
        return index;
    }

    /** The attribute that is the index's key. */
    String attribute() {
        return attribute;
    }

    /** The keys of all indexes that an entry is found by. */
    static Map<String, AttributeValue> keys(Activity entry) {
        var keys = new HashMap<String, AttributeValue>();
        for (var index : values()) {
            index.of(entry)
                    .map(value -> partition(value, ActivityKeys.day(entry.at())))
                    .ifPresent(partition -> keys.put(index.attribute(), text(partition)));
        }
        return keys;
    }

    static String partition(String value, LocalDate day) {
        return value + "#" + day;
    }

    private static Optional<String> ofResult(Result result) {
        return Optional.of(result).filter(it -> it != Result.SUCCESS).map(Enum::name);
    }
}
