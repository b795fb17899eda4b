package io.nowbridge.rule;

import io.nowbridge.anomaly.Anomaly;
import io.nowbridge.anomaly.Anomaly.Datastore;
import io.nowbridge.anomaly.Anomaly.FailedCheck;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;

/**
 * What an anomaly must be like for a rule to hold of it. A condition that is left out, or names nothing, holds of all; case
 * does not count.
 *
 * @param source where it was found
 * @param datastores the ids of those where it may lie
 * @param tags all of which it has
 * @param ruleTypes of which one of its failed checks has one, such as {@code notNull}
 * @param minimumWeight how severe it is at least
 * @param types of which it has one: record, shape
 */
public record Conditions(
        Optional<String> source,
        SortedSet<String> datastores,
        SortedSet<String> tags,
        SortedSet<String> ruleTypes,
        Optional<Integer> minimumWeight,
        SortedSet<String> types) {

    public Conditions {
        datastores = Collections.unmodifiableSortedSet(whateverTheCase(datastores));
        tags = Collections.unmodifiableSortedSet(whateverTheCase(tags));
        ruleTypes = Collections.unmodifiableSortedSet(whateverTheCase(ruleTypes));
        types = Collections.unmodifiableSortedSet(whateverTheCase(types));
    }

    /**
     * Whether a condition holds of an anomaly.
     *
     * @param condition its name in requests
     * @param wanted what it takes, in words
     * @param found what the anomaly has of it, in words
     */
    public record Judgement(String condition, boolean holds, String wanted, String found) {}

    public boolean hold(Anomaly anomaly) {
        return judge(anomaly).stream().allMatch(Judgement::holds);
    }

    /** Judges each condition that was not left out. */
    public List<Judgement> judge(Anomaly anomaly) {
        var judgements = new ArrayList<Judgement>();
        source.ifPresent(wanted -> judgements.add(
                oneOf("source", List.of(wanted), List.of(anomaly.id().source()))));
        given(datastores)
                .ifPresent(wanted -> judgements.add(
                        oneOf("datastores", wanted, listed(anomaly.datastore().map(Datastore::id)))));
        given(tags).ifPresent(wanted -> judgements.add(all("tags", wanted, anomaly.tags())));
        given(ruleTypes).ifPresent(wanted -> judgements.add(oneOf("ruleTypes", wanted, ruleTypes(anomaly))));
        minimumWeight.ifPresent(wanted -> judgements.add(atLeast(wanted, anomaly.weight())));
        given(types).ifPresent(wanted -> judgements.add(oneOf("types", wanted, listed(anomaly.type()))));
        return judgements;
    }

    private static Judgement oneOf(String condition, Collection<String> wanted, Collection<String> found) {
        var holds = !Collections.disjoint(whateverTheCase(wanted), whateverTheCase(found));
        return new Judgement(condition, holds, "one of: " + String.join(", ", wanted), words(found));
    }

    private static Judgement all(String condition, Collection<String> wanted, Collection<String> found) {
        var holds = whateverTheCase(found).containsAll(wanted);
        return new Judgement(condition, holds, "all of: " + String.join(", ", wanted), words(found));
    }

    private static Judgement atLeast(int wanted, Optional<Integer> found) {
        var holds = found.filter(weight -> weight >= wanted).isPresent();
        return new Judgement("minimumWeight", holds, "at least " + wanted, words(listed(found.map(String::valueOf))));
    }

    private static List<String> ruleTypes(Anomaly anomaly) {
        return anomaly.failedChecks().stream()
                .map(FailedCheck::ruleType)
                .flatMap(Optional::stream)
                .distinct()
                .toList();
    }

    private static Optional<SortedSet<String>> given(SortedSet<String> names) {
        return Optional.of(names).filter(some -> !some.isEmpty());
    }

    private static List<String> listed(Optional<String> value) {
        return value.stream().toList();
    }

    private static String words(Collection<String> found) {
        return found.isEmpty() ? "nothing" : String.join(", ", found);
    }

    private static SortedSet<String> whateverTheCase(Collection<String> names) {
        var sorted = new TreeSet<>(String.CASE_INSENSITIVE_ORDER);
        sorted.addAll(names);
        return sorted;
    }
}
