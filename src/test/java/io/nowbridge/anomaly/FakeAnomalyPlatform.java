package io.nowbridge.anomaly;

import io.nowbridge.connection.ConnectedSystemException;
import io.nowbridge.connection.ConnectedSystemException.Effect;
import io.nowbridge.connection.ConnectedSystemException.Report;
import io.nowbridge.connection.Connection;
import io.nowbridge.connection.ConnectionId;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;

/** The platform of the default source, in memory; fails when told to, and can be disconnected. */
public final class FakeAnomalyPlatform implements AnomalyPlatform, AnomalyPlatforms {

    private static final int EXCERPT = 3;
    private static final ConnectionId CONNECTION = new ConnectionId("platform");

    private final Map<AnomalyId, Anomaly> anomalies = new LinkedHashMap<>();
    private final List<Comment> comments = new ArrayList<>();
    private Optional<ConnectedSystemException> failure = Optional.empty();
    private Optional<ConnectedSystemException> afterComment = Optional.empty();
    private Optional<ConnectedSystemException> refusal = Optional.empty();
    private boolean connected = true;
    private int reads;
    private int changes;
    private int excerpts;

    /** A comment that was written through us. */
    public record Comment(String id, AnomalyId anomaly, String text) {}

    /** Puts an anomaly there, or another in its place. */
    public void has(Anomaly anomaly) {
        anomalies.put(anomaly.id(), anomaly);
    }

    public void lose(AnomalyId id) {
        anomalies.remove(id);
    }

    public void disconnect() {
        connected = false;
    }

    public void fail(ConnectedSystemException with) {
        failure = Optional.of(with);
    }

    /** It may be read, and nothing else. */
    public void refuseWrites(ConnectedSystemException with) {
        refusal = Optional.of(with);
    }

    /** The next comment is written, and its answer lost. */
    public void loseAnswerToComment(ConnectedSystemException with) {
        afterComment = Optional.of(with);
    }

    public void recover() {
        failure = Optional.empty();
        refusal = Optional.empty();
    }

    public Optional<Status> status(AnomalyId id) {
        return Optional.ofNullable(anomalies.get(id)).flatMap(Anomaly::status).flatMap(Status::labelled);
    }

    public List<Comment> comments() {
        return List.copyOf(comments);
    }

    public int reads() {
        return reads;
    }

    /** How often somebody's status was set. */
    public int changes() {
        return changes;
    }

    @Override
    public ConnectionId connection() {
        return CONNECTION;
    }

    @Override
    public String name() {
        return "Qualytics";
    }

    @Override
    public Uni<Optional<Anomaly>> read(AnomalyId id) {
        return answer(() -> {
            reads++;
            return Optional.ofNullable(anomalies.get(id));
        });
    }

    /** Excerpts of three, so that a few anomalies are several. */
    @Override
    public Uni<Excerpt> newest(AnomalyFilter filter, int number) {
        return answer(() -> {
            excerpts++;
            var wanted = anomalies.values().stream()
                    .filter(anomaly -> passes(filter, anomaly))
                    .sorted(Comparator.comparing(
                                    (Anomaly anomaly) -> anomaly.detectedAt().orElse(Instant.EPOCH))
                            .reversed())
                    .toList();
            var from = Math.min((number - 1) * EXCERPT, wanted.size());
            var to = Math.min(from + EXCERPT, wanted.size());
            return new Excerpt(wanted.subList(from, to), to == wanted.size());
        });
    }

    private static boolean passes(AnomalyFilter filter, Anomaly anomaly) {
        var status = anomaly.status().flatMap(Status::labelled);
        return status.filter(Status::isArchived).isPresent() == filter.archived()
                && (filter.status().isEmpty() || filter.status().equals(status))
                && (filter.datastore().isEmpty()
                        || filter.datastore().equals(anomaly.datastore().map(Anomaly.Datastore::id)));
    }

    /** How many excerpts were asked for. */
    public int excerpts() {
        return excerpts;
    }

    @Override
    public Multi<Anomaly> foundSince(Instant since) {
        return answer(() -> anomalies.values().stream()
                        .filter(anomaly -> anomaly.detectedAt()
                                .filter(at -> at.isBefore(since))
                                .isEmpty())
                        .toList())
                .onItem()
                .transformToMulti(found -> Multi.createFrom().iterable(found));
    }

    @Override
    public Multi<Anomaly> foundBetween(Instant from, Instant to) {
        return foundSince(from)
                .filter(anomaly ->
                        anomaly.detectedAt().filter(at -> !at.isBefore(to)).isEmpty());
    }

    @Override
    public Uni<Void> reopen(AnomalyId id, Status status) {
        return set(id, status);
    }

    @Override
    public Uni<Void> archive(AnomalyId id, Status status) {
        return set(id, status);
    }

    private Uni<Void> set(AnomalyId id, Status status) {
        return written(() -> {
                    changes++;
                    return anomalies.computeIfPresent(id, (same, before) -> before.in(status));
                })
                .replaceWithVoid();
    }

    @Override
    public Uni<String> comment(AnomalyId id, String text) {
        return written(() -> {
            if (!anomalies.containsKey(id)) {
                throw unknown(id);
            }
            var comment = new Comment("c" + (comments.size() + 1), id, text);
            comments.add(comment);
            var lost = afterComment;
            afterComment = Optional.empty();
            lost.ifPresent(with -> {
                throw with;
            });
            return comment.id();
        });
    }

    @Override
    public Uni<Optional<String>> findComment(AnomalyId id, String reference) {
        return answer(() -> comments.stream()
                .filter(comment ->
                        comment.anomaly().equals(id) && comment.text().endsWith(reference))
                .map(Comment::id)
                .findFirst());
    }

    @Override
    public Uni<Optional<AnomalyPlatform>> of(String source) {
        return Uni.createFrom()
                .item(connected && source.equals(AnomalyId.DEFAULT_SOURCE) ? Optional.of(this) : Optional.empty());
    }

    @Override
    public Uni<Optional<Connection>> connection(String source) {
        return Uni.createFrom().item(Optional.empty());
    }

    @Override
    public Uni<List<Source>> sources() {
        return Uni.createFrom().item(connected ? List.of(new Source(AnomalyId.DEFAULT_SOURCE, CONNECTION)) : List.of());
    }

    private <T> Uni<T> written(Supplier<T> answer) {
        return Uni.createFrom()
                .deferred(() -> refusal.isPresent() ? Uni.createFrom().failure(refusal.get()) : answer(answer));
    }

    private static ConnectedSystemException.Rejected unknown(AnomalyId id) {
        var report = new Report("There is no anomaly " + id.id(), "Name another.", Effect.NONE);
        return new ConnectedSystemException.Rejected(report, new IllegalArgumentException(id.id()));
    }

    private <T> Uni<T> answer(Supplier<T> answer) {
        return Uni.createFrom()
                .deferred(() -> failure.isPresent()
                        ? Uni.createFrom().failure(failure.get())
                        : Uni.createFrom().item(answer));
    }
}
