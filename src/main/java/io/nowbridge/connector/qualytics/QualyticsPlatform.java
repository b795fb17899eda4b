package io.nowbridge.connector.qualytics;

import io.nowbridge.anomaly.Anomaly;
import io.nowbridge.anomaly.AnomalyFilter;
import io.nowbridge.anomaly.AnomalyId;
import io.nowbridge.anomaly.AnomalyPlatform;
import io.nowbridge.anomaly.Status;
import io.nowbridge.connection.ConnectedSystemException;
import io.nowbridge.connection.ConnectedSystemException.Effect;
import io.nowbridge.connection.ConnectedSystemException.Rejected;
import io.nowbridge.connection.ConnectedSystemException.Report;
import io.nowbridge.connection.Connection;
import io.nowbridge.connection.ConnectionId;
import io.nowbridge.connection.PlatformSettings;
import io.nowbridge.qualytics.Anomalies.Wanted;
import io.nowbridge.qualytics.AnomalyKey;
import io.nowbridge.qualytics.ArchivedStatus;
import io.nowbridge.qualytics.Comment;
import io.nowbridge.qualytics.OpenStatus;
import io.nowbridge.qualytics.Qualytics;
import io.nowbridge.qualytics.QualyticsException;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/** Finds anomalies in Qualytics, and writes to them. */
public final class QualyticsPlatform implements AnomalyPlatform {

    // Some hours' worth on a busy instance: a comment that is looked for has been written minutes ago.
    private static final int NEWEST_COMMENTS = 1000;

    private final Connection connection;
    private final Qualytics qualytics;
    private final Anomalies anomalies;

    public QualyticsPlatform(Connection connection, Qualytics qualytics) {
        this.connection = connection;
        this.qualytics = qualytics;
        this.anomalies = new Anomalies(PlatformSettings.of(connection).source(), connection.instance());
    }

    @Override
    public ConnectionId connection() {
        return connection.id();
    }

    @Override
    public String name() {
        return connection.type().title();
    }

    @Override
    public Uni<Optional<Anomaly>> read(AnomalyId id) {
        return shown(id).map(found -> found.map(shown -> anomalies.told(id, shown)));
    }

    @Override
    public Uni<Excerpt> newest(AnomalyFilter filter, int number) {
        var wanted = new Wanted(filter.archived(), filter.status().map(Status::label), filter.datastore());
        return told(qualytics.anomalies().newest(wanted, number))
                .map(part -> new Excerpt(
                        part.anomalies().stream().map(anomalies::told).toList(), part.isLast()));
    }

    // A day more than asked for, since nobody says where the instance's days begin; what is older is dropped here.
    @Override
    public Multi<Anomaly> foundSince(Instant since) {
        var day = LocalDate.ofInstant(since, ZoneOffset.UTC).minusDays(1);
        return qualytics
                .anomalies()
                .foundSince(day)
                .filter(shown -> shown.created().map(at -> !at.isBefore(since)).orElse(true))
                .map(anomalies::told)
                .onFailure(QualyticsException.class)
                .transform(QualyticsPlatform::translated);
    }

    @Override
    public Multi<Anomaly> foundBetween(Instant from, Instant to) {
        return qualytics
                .anomalies()
                .foundBetween(
                        LocalDate.ofInstant(from, ZoneOffset.UTC).minusDays(1),
                        LocalDate.ofInstant(to, ZoneOffset.UTC).plusDays(1))
                .filter(shown -> shown.created()
                        .map(at -> !at.isBefore(from) && at.isBefore(to))
                        .orElse(true))
                .map(anomalies::told)
                .onFailure(QualyticsException.class)
                .transform(QualyticsPlatform::translated);
    }

    @Override
    public Uni<Void> reopen(AnomalyId id, Status status) {
        var open = open(status);
        return told(on(id, key -> qualytics.anomalies().mark(key, open)));
    }

    @Override
    public Uni<Void> archive(AnomalyId id, Status status) {
        var archived = archived(status);
        return told(on(id, key -> qualytics.anomalies().archive(key, archived)));
    }

    @Override
    public Uni<String> comment(AnomalyId id, String text) {
        return told(on(id, this::number)
                .flatMap(number -> qualytics.comments().add(number, text))
                .map(Comment::id));
    }

    @Override
    public Uni<Optional<String>> findComment(AnomalyId id, String reference) {
        return shown(id)
                .flatMap(found -> found.map(this::comments)
                        .orElseGet(() -> Uni.createFrom().item(List.of())))
                .map(comments -> comments.stream()
                        .filter(comment -> comment.message().strip().endsWith(reference))
                        .map(Comment::id)
                        .findFirst());
    }

    // Not every version shows them with their anomaly.
    private Uni<List<Comment>> comments(io.nowbridge.qualytics.Anomaly shown) {
        return shown.comments()
                .map(comments -> Uni.createFrom().item(comments))
                .orElseGet(() -> told(qualytics
                        .comments()
                        .newestFirst()
                        .select()
                        .first(NEWEST_COMMENTS)
                        .filter(comment -> comment.anomaly()
                                .filter(Long.toString(shown.id())::equals)
                                .isPresent())
                        .collect()
                        .asList()));
    }

    private Uni<Optional<io.nowbridge.qualytics.Anomaly>> shown(AnomalyId id) {
        return AnomalyKey.of(id.id())
                .map(key -> told(qualytics.anomalies().find(key)))
                .orElseGet(() -> Uni.createFrom().item(Optional.empty()));
    }

    private Uni<Long> number(AnomalyKey key) {
        return key.number().isPresent()
                ? Uni.createFrom().item(key.number().getAsLong())
                : qualytics
                        .anomalies()
                        .find(key)
                        .map(found ->
                                found.orElseThrow(() -> unknown(key.value())).id());
    }

    private static <T> Uni<T> on(AnomalyId id, Function<AnomalyKey, Uni<T>> work) {
        return AnomalyKey.of(id.id()).map(work).orElseGet(() -> Uni.createFrom().failure(unknown(id.id())));
    }

    private static Rejected unknown(String id) {
        var report =
                new Report("Qualytics has no anomaly " + id, "Name an anomaly by its number or its UUID.", Effect.NONE);
        return new Rejected(report, new IllegalArgumentException(id));
    }

    private static <T> Uni<T> told(Uni<T> work) {
        return work.onFailure(QualyticsException.class).transform(QualyticsPlatform::translated);
    }

    private static ConnectedSystemException translated(Throwable failure) {
        return Translation.of((QualyticsException) failure);
    }

    private static OpenStatus open(Status status) {
        return switch (status) {
            case ACTIVE -> OpenStatus.ACTIVE;
            case ACKNOWLEDGED -> OpenStatus.ACKNOWLEDGED;
            case RESOLVED, DUPLICATE, INVALID, DISCARDED ->
                throw new IllegalArgumentException(status + " is for the archive");
        };
    }

    private static ArchivedStatus archived(Status status) {
        return switch (status) {
            case RESOLVED -> ArchivedStatus.RESOLVED;
            case DUPLICATE -> ArchivedStatus.DUPLICATE;
            case INVALID -> ArchivedStatus.INVALID;
            case DISCARDED -> ArchivedStatus.DISCARDED;
            case ACTIVE, ACKNOWLEDGED -> throw new IllegalArgumentException(status + " is not for the archive");
        };
    }
}
