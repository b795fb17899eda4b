package io.nowbridge.ticket;

import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/** What people did to the tickets of a desk, as a test tells it. */
public final class FakeTicketChanges implements TicketChanges {

    private final List<Changed> changes = new ArrayList<>();
    private final List<Written> journal = new ArrayList<>();
    private Optional<RuntimeException> failure = Optional.empty();
    private int looks;

    private record Written(TicketRef ticket, TicketNote note) {}

    public void changed(TicketRef ticket, Instant at) {
        changes.add(new Changed(ticket, at));
    }

    /** Somebody wrote a note, or we did. */
    public void wrote(TicketRef ticket, String author, boolean ours, String text, Instant at) {
        journal.add(new Written(ticket, new TicketNote("j" + (journal.size() + 1), author, ours, text, false, at)));
        changed(ticket, at);
    }

    public void fail(RuntimeException with) {
        failure = Optional.of(with);
    }

    public void recover() {
        failure = Optional.empty();
    }

    /** How often it was asked for changes of incidents. */
    public int looks() {
        return looks;
    }

    @Override
    public Multi<Changed> since(String table, Instant since) {
        return Multi.createFrom().deferred(() -> {
            looks += table.equals("incident") ? 1 : 0;
            return failure.isPresent()
                    ? Multi.createFrom().failure(failure.get())
                    : Multi.createFrom()
                            .iterable(changes.stream()
                                    .filter(change -> change.ref().table().equals(table)
                                            && !change.at().isBefore(since))
                                    .sorted(Comparator.comparing(Changed::at))
                                    .toList());
        });
    }

    @Override
    public Uni<List<TicketNote>> notes(TicketRef ticket, int limit) {
        return Uni.createFrom()
                .item(() -> journal.reversed().stream()
                        .filter(written -> written.ticket().equals(ticket))
                        .map(Written::note)
                        .limit(limit)
                        .toList());
    }
}
