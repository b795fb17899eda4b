package io.nowbridge.ticket;

import io.nowbridge.activity.Activity;
import io.nowbridge.activity.ActivityLog;
import io.smallrye.mutiny.Uni;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Entries by their id, in the order of their first writing. */
public final class InMemoryActivityLog implements ActivityLog {

    private final Map<String, Activity> entries = new LinkedHashMap<>();

    public List<Activity> entries() {
        return List.copyOf(entries.values());
    }

    @Override
    public Uni<Void> record(Activity activity) {
        return Uni.createFrom().voidItem().invoke(() -> entries.put(activity.id(), activity));
    }
}
