package io.nowbridge.dynamodb;

import static io.nowbridge.dynamodb.Attributes.text;

import io.nowbridge.activity.Activity;
import io.nowbridge.activity.Failure;
import io.nowbridge.activity.FailurePlace;
import io.nowbridge.activity.ItemNames;
import io.nowbridge.ticket.ContentDigest;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/**
 * The failures that an entry has no room for, in items of their own. They lie under a digest of them all, so that writing them
 * again changes nothing, and an attempt that failed otherwise leaves those of the entry, which are not its own, alone.
 */
record MoreFailures(Activity activity, String set) {

    private static final String SET = "moreFailures";

    static Optional<MoreFailures> of(Activity activity) {
        return activity.failures().size() <= Activity.SHOWN_FAILURES
                ? Optional.empty()
                : Optional.of(new MoreFailures(activity, digest(activity.failures())));
    }

    /** Which set an entry's item names, or a pointer's. */
    static Optional<String> set(Map<String, AttributeValue> item) {
        return Optional.ofNullable(item.get(SET)).map(AttributeValue::s);
    }

    Map<String, AttributeValue> mark() {
        return Map.of(SET, text(set));
    }

    Stream<Map<String, AttributeValue>> items() {
        var partition = ActivityKeys.failures(activity.key(), set);
        return IntStream.range(Activity.SHOWN_FAILURES, activity.failures().size())
                .mapToObj(index -> {
                    var item = new HashMap<>(
                            ActivityItems.toItem(activity.failures().get(index)));
                    item.putAll(KeyedItems.key(partition, FailurePlace.behind(index)));
                    return item;
                });
    }

    /** Pointers to the entry from the names of these failures but {@code others}. */
    Stream<Map<String, AttributeValue>> pointers(Set<String> others) {
        return ItemNames.of(activity).stream()
                .filter(name -> !others.contains(name))
                .map(name -> {
                    var pointer = new HashMap<>(ActivityKeys.pointer(name, activity.key()));
                    pointer.putAll(mark());
                    return pointer;
                });
    }

    private static String digest(List<Failure> failures) {
        return ContentDigest.of(failures.stream()
                .flatMap(failure -> Stream.of(
                        failure.subject(), failure.cause(), failure.whoCanFix().name(), failure.resolution()))
                .toArray(String[]::new));
    }
}
