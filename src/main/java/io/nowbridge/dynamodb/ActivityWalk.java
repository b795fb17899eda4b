package io.nowbridge.dynamodb;

import io.nowbridge.activity.Activity;
import io.nowbridge.activity.Place;
import io.nowbridge.paging.Page;
import io.smallrye.mutiny.Uni;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * A page on its way: goes from stretch to stretch of the log until it has what a page holds, or has read as much as a page may
 * cost. Where stretches turn out to be short, it looks into twice as many at once.
 */
final class ActivityWalk {

    /** How many queries a page takes at most. */
    static final int MOST_QUERIES = 64;

    /** How many items a page reads at most, of which a filter may leave none. */
    static final int MOST_READ = 4_000;

    private static final int WIDEST = 8;

    private final ActivityStretches log;
    private final int size;
    private final List<Activity> found = new ArrayList<>();
    private Place place;
    private int width = 1;
    private int queries;
    private int read;

    ActivityWalk(ActivityStretches log, Place from, int size) {
        this.log = log;
        this.place = from;
        this.size = size;
    }

    Uni<Page<Activity>> page() {
        var ahead = log.behind(place, Math.min(width, MOST_QUERIES - queries));
        if (ahead.isEmpty() || found.size() > size || read >= MOST_READ) {
            return Uni.createFrom().item(this::soFar);
        }
        var each = Math.max(1, (MOST_READ - read) / ahead.size());
        return Uni.join()
                .all(ahead.stream()
                        .map(stretch -> stretch.read(size + 1 - found.size(), each))
                        .toList())
                .andFailFast()
                .invoke(this::add)
                .chain(this::page);
    }

    // What lies behind one that was not read to its end is for a later look.
    private void add(List<Stretch.Part> parts) {
        queries += parts.size();
        read += parts.stream().mapToInt(Stretch.Part::read).sum();
        for (var part : parts) {
            found.addAll(part.found());
            place = part.place();
            if (!part.isLast()) {
                width = 1;
                return;
            }
        }
        width = Math.min(WIDEST, 2 * width);
    }

    private Page<Activity> soFar() {
        if (found.size() > size) {
            var page = found.subList(0, size);
            return new Page<>(
                    page, Optional.of(Place.behind(page.getLast().key()).text()));
        }
        return new Page<>(found, log.behind(place, 1).isEmpty() ? Optional.empty() : Optional.of(place.text()));
    }
}
