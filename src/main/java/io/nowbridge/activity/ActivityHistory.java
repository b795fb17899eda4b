package io.nowbridge.activity;

import io.nowbridge.paging.Page;
import io.nowbridge.paging.PageRequest;
import io.smallrye.mutiny.Uni;
import java.util.Optional;

/** What the log has kept. */
public interface ActivityHistory {

    /**
     * Entries, those that began last first. However many there are, a page costs a bounded number of reads: it may hold fewer
     * entries than asked for, even none, and still be followed by another. What begins meanwhile appears on none of the pages
     * that follow, and moves nothing from one to another. A page begins at a {@link Place} within the wanted time, else it
     * fails with an {@link IllegalArgumentException}. What was recorded a moment ago may be missing yet.
     */
    Uni<Page<Activity>> page(Wanted wanted, PageRequest page);

    /** An entry, with no more failures than {@link Activity#SHOWN_FAILURES}; so are those of a page. */
    Uni<Optional<Activity>> find(EntryKey key);

    /** The items of an entry that failed, all of them, in the order in which they were recorded; none of no entry. */
    Uni<Page<Failure>> failures(EntryKey key, PageRequest page);

    /**
     * Notes that somebody leaves an entry's failures as they are; false if there is no such entry. A later attempt, which
     * replaces the entry, supersedes it.
     */
    Uni<Boolean> ignore(EntryKey key, Activity.Ignored ignored);
}
