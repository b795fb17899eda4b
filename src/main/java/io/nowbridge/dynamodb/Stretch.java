package io.nowbridge.dynamodb;

import io.nowbridge.activity.Activity;
import io.nowbridge.activity.Place;
import io.smallrye.mutiny.Uni;
import java.util.List;

/** A part of the log that one query goes through, from its latest entry on. */
interface Stretch {

    /** Looks for {@code wanted} entries, among {@code most} items at most. */
    Uni<Part> read(int wanted, int most);

    /**
     * What a query found.
     *
     * @param found the entries that are wanted
     * @param read how many items it went through
     * @param place where to go on
     * @param isLast whether it came to the end of the stretch
     */
    record Part(List<Activity> found, int read, Place place, boolean isLast) {}
}
