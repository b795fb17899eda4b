package io.nowbridge.activity;

import io.nowbridge.connection.ConnectionId;
import io.nowbridge.paging.PageRequest;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/**
 * Which entries are wanted: all of a time that are as every part that is given says.
 *
 * @param from the earliest beginning, inclusive
 * @param to the latest beginning, exclusive
 * @param item the exact name of something that the entry is about, or that failed in it: an anomaly, a ticket's number, a SKU,
 *     an order
 * @param text what stands somewhere in it, in any case; only within {@link #LONGEST_SEARCH}
 */
public record Wanted(
        Instant from,
        Instant to,
        Optional<ConnectionId> connection,
        Optional<String> template,
        Optional<Operation> operation,
        Optional<Result> result,
        Optional<String> item,
        Optional<String> text) {

    /** The longest time in which a text can be looked for, since every entry of it has to be read. */
    public static final Duration LONGEST_SEARCH = Duration.ofDays(31);

    public Wanted {
        if (!from.isBefore(to)) {
            throw new IllegalArgumentException("the time ends before it begins");
        }
        if (text.isPresent() && Duration.between(from, to).compareTo(LONGEST_SEARCH) > 0) {
            throw new IllegalArgumentException(
                    "a text is looked for within %d days at most".formatted(LONGEST_SEARCH.toDays()));
        }
    }

    /** All of a time. */
    public static Wanted between(Instant from, Instant to) {
        return new Wanted(
                from,
                to,
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty());
    }

    /**
     * Where a page of these begins; fails with an {@link IllegalArgumentException} where that is no place within their time.
     */
    public Place place(PageRequest page) {
        var latest = Place.before(to);
        var place = page.from().map(Place::new).orElse(latest);
        if (place.compareTo(latest) > 0 || place.compareTo(Place.before(from)) < 0) {
            throw new IllegalArgumentException("lies outside the wanted time");
        }
        return place;
    }

    /**
     * Whether an entry, as the log shows it, is as all parts but {@code item} say: this one asks for failures too that the
     * entry does not show.
     */
    public boolean isMetBy(Activity entry) {
        return !entry.at().isBefore(from)
                && entry.at().isBefore(to)
                && connection.stream().allMatch(entry.connection()::equals)
                && template.stream().allMatch(wanted -> entry.template().equals(Optional.of(wanted)))
                && operation.stream().allMatch(entry.operation()::equals)
                && result.stream().allMatch(entry.result()::equals)
                && hasText(entry);
    }

    /** Whether the text that is wanted, if one is, stands in an entry. */
    public boolean hasText(Activity entry) {
        return text.stream().allMatch(wanted -> EntryText.has(entry, wanted));
    }
}
