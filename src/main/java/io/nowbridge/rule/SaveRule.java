package io.nowbridge.rule;

import io.nowbridge.access.Requester;
import io.nowbridge.activity.Activity;
import io.nowbridge.connection.Connections;
import io.nowbridge.connection.Kind;
import io.nowbridge.rule.RuleOutcome.ChangedMeanwhile;
import io.nowbridge.rule.RuleOutcome.NoSuchRule;
import io.nowbridge.rule.RuleOutcome.Removed;
import io.nowbridge.rule.RuleOutcome.Saved;
import io.nowbridge.rule.RuleOutcome.Unfit;
import io.nowbridge.setup.ChangeLog;
import io.nowbridge.setup.Flaw;
import io.nowbridge.ticket.TicketWording;
import io.smallrye.mutiny.Uni;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;

/** Writes down what people say of a rule, once its templates can be filled in and its desk is one. */
public final class SaveRule {

    private final Rules rules;
    private final Connections connections;
    private final TicketWording wording;
    private final ChangeLog log;
    private final RuleIds ids;
    private final InstantSource clock;

    public SaveRule(
            Rules rules,
            Connections connections,
            TicketWording wording,
            ChangeLog log,
            RuleIds ids,
            InstantSource clock) {
        this.rules = rules;
        this.connections = connections;
        this.wording = wording;
        this.log = log;
        this.ids = ids;
        this.clock = clock;
    }

    public Uni<RuleOutcome> create(RuleForm form, Requester by) {
        return save("create", new OpeningRule(ids.next(), form, 1), by);
    }

    /** Replaces all that is said of a rule, if its revision is still {@code expected}. */
    public Uni<RuleOutcome> replace(RuleId id, long expected, RuleForm form, Requester by) {
        return at(id, expected, rule -> save("edit", new OpeningRule(id, form, expected + 1), by));
    }

    public Uni<RuleOutcome> remove(RuleId id, long expected, Requester by) {
        var began = clock.instant();
        return at(
                id,
                expected,
                rule -> rules.remove(rule)
                        .flatMap(removed -> removed
                                ? logged("delete", rule, by, began).replaceWith(new Removed())
                                : item(new ChangedMeanwhile())));
    }

    private Uni<RuleOutcome> at(RuleId id, long expected, Function<OpeningRule, Uni<RuleOutcome>> change) {
        return rules.find(id)
                .flatMap(found -> found.map(
                                rule -> rule.revision() == expected ? change.apply(rule) : item(new ChangedMeanwhile()))
                        .orElseGet(() -> item(new NoSuchRule())));
    }

    private Uni<RuleOutcome> save(String action, OpeningRule rule, Requester by) {
        var began = clock.instant();
        return flaws(rule.form())
                .flatMap(flaws -> flaws.isEmpty()
                        ? rules.save(rule)
                                .flatMap(saved -> saved
                                        ? logged(action, rule, by, began).replaceWith(new Saved(rule))
                                        : item(new ChangedMeanwhile()))
                        : item(new Unfit(flaws)));
    }

    private Uni<List<Flaw>> flaws(RuleForm form) {
        var ofTemplates = form.fields().entrySet().stream()
                .flatMap(field ->
                        wording.flaw(field.getValue()).stream().map(flaw -> new Flaw("fields." + field.getKey(), flaw)))
                .toList();
        return flawOfDesk(form)
                .map(ofDesk ->
                        Stream.concat(ofDesk.stream(), ofTemplates.stream()).toList());
    }

    private Uni<Optional<Flaw>> flawOfDesk(RuleForm form) {
        return form.desk()
                .map(desk -> connections
                        .find(desk)
                        .map(found ->
                                found.filter(connection -> connection.type().kind() == Kind.DESK)
                                                .isPresent()
                                        ? Optional.<Flaw>empty()
                                        : Optional.of(new Flaw("connectionId", "names no desk"))))
                .orElseGet(() -> Uni.createFrom().item(Optional.empty()));
    }

    private Uni<Void> logged(String action, OpeningRule rule, Requester by, Instant began) {
        return log.done(
                action,
                rule.form().desk().orElse(Activity.ALL),
                by,
                began,
                Map.of(
                        "rule", rule.id().value(),
                        "name", rule.form().name(),
                        "enabled", Boolean.toString(rule.form().enabled()),
                        "revision", Long.toString(rule.revision())));
    }

    private static Uni<RuleOutcome> item(RuleOutcome outcome) {
        return Uni.createFrom().item(outcome);
    }
}
