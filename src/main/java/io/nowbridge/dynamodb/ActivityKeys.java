package io.nowbridge.dynamodb;

import io.nowbridge.activity.EntryKey;
import io.nowbridge.activity.Place;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Map;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/** The keys of the activity table, as {@link DynamoDbActivityLog} describes them. */
final class ActivityKeys {

    private ActivityKeys() {}

    static LocalDate day(Instant at) {
        return LocalDate.ofInstant(at, ZoneOffset.UTC);
    }

    /** The day whose entries come next behind a place. */
    static LocalDate day(Place place) {
        return day(place.key().isPresent() ? place.at() : place.at().minusMillis(1));
    }

    static Map<String, AttributeValue> entry(EntryKey key) {
        return KeyedItems.key(day(key.at()).toString(), key.text());
    }

    /** The partition of what points to the entries that a name, folded, is in. */
    static String item(String name) {
        return "item#" + name;
    }

    static Map<String, AttributeValue> pointer(String name, EntryKey key) {
        return KeyedItems.key(item(name), key.text());
    }

    /** The partition of the failures that an entry does not hold itself, of one set of them. */
    static String failures(EntryKey key, String set) {
        return "failures#%s#%s".formatted(key.text(), set);
    }

    static String counts(LocalDate day) {
        return "counts#" + day;
    }

    /** The hour of a day's counts. */
    static String hour(Instant at) {
        return "%02d".formatted(at.atOffset(ZoneOffset.UTC).getHour());
    }
}
