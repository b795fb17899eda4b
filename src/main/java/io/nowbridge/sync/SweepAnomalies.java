package io.nowbridge.sync;

import io.nowbridge.activity.Failure;
import io.nowbridge.anomaly.AnomalyPlatform;
import io.nowbridge.anomaly.AnomalyPlatforms;
import io.nowbridge.connection.ConnectedSystemException;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;

/**
 * Finds at the anomaly platforms what no webhook told: new anomalies, and other statuses of those that have tickets. What it
 * finds it puts where webhooks put theirs.
 */
public final class SweepAnomalies {

    // So that nothing falls between two sweeps whose clocks disagree.
    private static final Duration OVERLAP = Duration.ofMinutes(10);

    private static final int AT_ONCE = 4;

    /** How the sweep goes about it: how far the first one looks back. */
    public record Reach(Duration first) {}

    /** What a sweep found. */
    public record Report(int created, int changed, List<Failure> failures) {

        public Report {
            failures = List.copyOf(failures);
        }

        static Report of(List<Report> several) {
            return new Report(
                    several.stream().mapToInt(Report::created).sum(),
                    several.stream().mapToInt(Report::changed).sum(),
                    several.stream()
                            .flatMap(report -> report.failures().stream())
                            .toList());
        }
    }

    private final AnomalyPlatforms platforms;
    private final AnomalyNews news;
    private final LinkedAnomalies linked;
    private final Marks marks;
    private final InstantSource clock;
    private final Reach reach;

    SweepAnomalies(
            AnomalyPlatforms platforms,
            AnomalyNews news,
            LinkedAnomalies linked,
            Marks marks,
            InstantSource clock,
            Reach reach) {
        this.platforms = platforms;
        this.news = news;
        this.linked = linked;
        this.marks = marks;
        this.clock = clock;
        this.reach = reach;
    }

    public Uni<Report> run() {
        return platforms
                .sources()
                .onItem()
                .transformToMulti(sources -> Multi.createFrom().iterable(sources))
                .onItem()
                .transformToUniAndConcatenate(source -> sweep(source.name()))
                .collect()
                .asList()
                .map(Report::of);
    }

    // One platform's failure never stops the next.
    private Uni<Report> sweep(String source) {
        return platforms
                .of(source)
                .flatMap(found -> found.map(platform -> sweep(source, platform))
                        .orElseGet(() -> Uni.createFrom().item(new Report(0, 0, List.of()))))
                .onFailure(ConnectedSystemException.class)
                .recoverWithItem(failure -> new Report(0, 0, List.of(Failure.of("source " + source, failure))));
    }

    private Uni<Report> sweep(String source, AnomalyPlatform platform) {
        var began = clock.instant();
        var mark = "sweep#" + source;
        return marks.find(mark)
                .map(since -> since.map(Instant::parse).orElse(began.minus(reach.first())))
                .flatMap(since -> created(platform, since.minus(OVERLAP)))
                .call(created -> marks.keep(mark, began.toString(), Optional.empty()))
                .flatMap(created -> changed(source, platform).map(changed -> new Report(created, changed, List.of())));
    }

    private Uni<Integer> created(AnomalyPlatform platform, Instant since) {
        return news.bring(platform.foundSince(since).onItem().transformToUniAndConcatenate(news::created));
    }

    private Uni<Integer> changed(String source, AnomalyPlatform platform) {
        return news.bring(linked.next(source)
                .onItem()
                .transformToUni(id -> platform.read(id)
                        .flatMap(read -> read.map(news::changed)
                                .orElseGet(() -> Uni.createFrom().item(Optional.empty()))))
                .merge(AT_ONCE));
    }
}
