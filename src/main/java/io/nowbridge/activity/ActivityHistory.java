package io.nowbridge.activity;

import io.nowbridge.paging.Page;
import io.nowbridge.paging.PageRequest;
import io.smallrye.mutiny.Uni;
import java.util.Optional;

/** What the log has kept. */
public interface ActivityHistory {

    /**
     * Entries, those that began last first. However many there are, a page costs a bounded number of reads: it may hold fewer
     * entries than asked for, even none, and still be followed by another. What is recorded meanwhile appears on no page after
     * the first, and moves nothing from one page to another.
     */
    Uni<Page<Activity>> page(Wanted wanted, PageRequest page);

    Uni<Optional<Activity>> find(EntryKey key);

    /** The items of an entry that failed, all of them, in a fixed order. */
    Uni<Page<Failure>> failures(EntryKey key, PageRequest page);

    /** Notes that somebody leaves an entry's failures as they are; false if there is no such entry. */
    Uni<Boolean> ignore(EntryKey key, Activity.Ignored ignored);
}
