package io.nowbridge.rule;

import static io.nowbridge.rule.RuleFixtures.full;
import static io.nowbridge.rule.RuleFixtures.rule;
import static org.assertj.core.api.Assertions.assertThat;

import io.nowbridge.paging.PageRequest;
import io.smallrye.mutiny.Uni;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What every store of rules does. */
public abstract class RulesContract {

    private Rules rules = new InMemoryRules();

    protected abstract Rules emptyStore();

    @BeforeEach
    void noRules() {
        rules = emptyStore();
    }

    @Test
    void aRuleIsFoundAsItWasSaved() {
        var everything = new OpeningRule(new RuleId("a"), full(), 1);
        var hardlyAnything = rule("b");
        save(everything);
        save(hardlyAnything);

        assertThat(await(rules.find(everything.id()))).contains(everything);
        assertThat(await(rules.find(hardlyAnything.id()))).contains(hardlyAnything);
        assertThat(await(rules.find(new RuleId("c")))).isEmpty();
    }

    @Test
    void anotherRevisionTakesThePlaceOfTheOneBefore() {
        save(rule("a"));

        var changed = new OpeningRule(new RuleId("a"), full(), 2);

        assertThat(save(changed)).isTrue();
        assertThat(await(rules.find(changed.id()))).contains(changed);
    }

    @Test
    void whoeverReadAnotherRevisionChangesNothing() {
        var first = rule("a");
        save(first);

        assertThat(save(new OpeningRule(first.id(), full(), 1))).isFalse();
        assertThat(save(new OpeningRule(first.id(), full(), 3))).isFalse();
        assertThat(await(rules.remove(new OpeningRule(first.id(), full(), 2)))).isFalse();
        assertThat(await(rules.find(first.id()))).contains(first);
    }

    @Test
    void aRemovedRuleIsGone() {
        var rule = rule("a");
        save(rule);

        assertThat(await(rules.remove(rule))).isTrue();
        assertThat(await(rules.find(rule.id()))).isEmpty();
        assertThat(await(rules.remove(rule))).isFalse();
    }

    @Test
    void rulesComeAPageAtATimeInTheOrderOfTheirIds() {
        List.of("b", "c", "a").forEach(id -> save(rule(id)));

        var first = await(rules.page(new PageRequest(2, Optional.empty())));
        var second = await(rules.page(new PageRequest(2, first.next())));

        assertThat(first.items()).extracting(rule -> rule.id().value()).containsExactly("a", "b");
        assertThat(second.items()).extracting(rule -> rule.id().value()).containsExactly("c");
        assertThat(second.next()).isEmpty();
    }

    private boolean save(OpeningRule rule) {
        return await(rules.save(rule));
    }

    private static <T> T await(Uni<T> uni) {
        return uni.await().indefinitely();
    }
}
