package io.nowbridge.connector.catalogue;

import io.nowbridge.connection.ConnectedSystemException;
import io.nowbridge.connection.ConnectedSystemException.Effect;
import io.nowbridge.connection.ConnectedSystemException.Report;
import io.nowbridge.connection.ConnectedSystemException.Unavailable;
import io.nowbridge.connection.ConnectedSystemException.Unintelligible;
import io.nowbridge.inbox.Inbox;
import io.nowbridge.inbox.Inbox.Arrival;
import io.nowbridge.inbox.Inbox.Copy;
import io.nowbridge.product.Catalogue.Edition;
import io.nowbridge.product.Catalogue.Row;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import io.smallrye.mutiny.groups.GeneratorEmitter;
import io.smallrye.mutiny.infrastructure.Infrastructure;
import io.smallrye.mutiny.unchecked.Unchecked;
import java.io.IOException;
import java.time.Duration;
import java.util.Optional;

/** The rows of files that arrive in an inbox; whoever reads them decides how fast, and when to stop. */
public final class FileRows {

    private static final Duration A_MINUTE = Duration.ofMinutes(1);

    // Ten times what the largest distributors list, and what the memory of a plan has room for.
    private static final int MOST_ROWS = 5_000_000;

    private final Inbox inbox;
    private final RowReader.Opening opening;
    private final int most;

    public FileRows(Inbox inbox, RowReader.Opening opening) {
        this(inbox, opening, MOST_ROWS);
    }

    FileRows(Inbox inbox, RowReader.Opening opening, int most) {
        this.inbox = inbox;
        this.opening = opening;
        this.most = most;
    }

    public Uni<Optional<Edition>> newest() {
        return inbox.newest().map(found -> found.map(FileRows::edition));
    }

    /** A file that has been seen, as the features call it. */
    public static Edition edition(Arrival arrival) {
        return new Edition(arrival.name(), arrival.at(), arrival.bytes(), arrival.version());
    }

    /** All rows of an edition, the header first. */
    public Multi<Row> of(Edition edition) {
        var arrival = new Arrival(edition.name(), edition.at(), edition.bytes(), edition.version());
        return inbox.fetch(arrival).onItem().transformToMulti(this::rows);
    }

    private Multi<Row> rows(Copy copy) {
        return Multi.createFrom()
                .resource(Unchecked.supplier(() -> new Reading(copy, opening, most)), Reading::rows)
                .withFinalizer(Unchecked.consumer(Reading::close))
                .runSubscriptionOn(Infrastructure.getDefaultWorkerPool())
                .onFailure()
                .transform(FileRows::translated);
    }

    private static Throwable translated(Throwable failure) {
        return switch (failure) {
            case ConnectedSystemException known -> known;
            case BrokenCatalogueException e ->
                new Unintelligible(new Report(String.valueOf(e.getMessage()), e.remedy(), Effect.NONE), e);
            // So Mutiny hands on what its suppliers may not throw.
            case RuntimeException e when e.getCause() instanceof IOException cause -> translated(cause);
            case IOException e ->
                new Unavailable(
                        new Report(
                                "The file could not be read", "Nothing need be done: it is tried again.", Effect.NONE),
                        A_MINUTE,
                        e);
            case Throwable bug -> bug;
        };
    }

    /** A file that is being read. */
    private static final class Reading {

        private final Copy copy;
        private final RowReader reader;
        private final int most;
        private int rows;

        Reading(Copy copy, RowReader.Opening opening, int most) throws IOException {
            this.copy = copy;
            this.most = most;
            try {
                this.reader = opening.open(copy.open());
            } catch (IOException | RuntimeException e) {
                copy.close();
                throw e;
            }
        }

        Multi<Row> rows() {
            return Multi.createFrom()
                    .generator(
                            () -> this,
                            (Reading reading, GeneratorEmitter<? super Row> emitter) -> reading.emit(emitter));
        }

        private Reading emit(GeneratorEmitter<? super Row> emitter) {
            try {
                var row = rows == 0 ? Optional.<Row>of(reader.header()) : reader.next();
                if (row.isPresent() && rows++ > most) {
                    throw new BrokenCatalogueException(
                            "The file has more than %,d rows".formatted(most),
                            "Ask the distributor for another file.",
                            null);
                }
                row.ifPresentOrElse(emitter::emit, emitter::complete);
            } catch (IOException e) {
                emitter.fail(e);
            }
            return this;
        }

        void close() throws IOException {
            try {
                reader.close();
            } finally {
                copy.close();
            }
        }
    }
}
