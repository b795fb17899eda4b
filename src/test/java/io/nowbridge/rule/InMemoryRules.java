package io.nowbridge.rule;

import io.nowbridge.paging.Page;
import io.nowbridge.paging.PageRequest;
import io.smallrye.mutiny.Uni;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** Rules in memory. */
public final class InMemoryRules implements Rules {

    private final Map<String, OpeningRule> rules = new TreeMap<>();

    @Override
    public Uni<Page<OpeningRule>> page(PageRequest request) {
        return Uni.createFrom().item(() -> {
            var rest = rules.values().stream()
                    .filter(rule -> request.from()
                            .map(last -> rule.id().value().compareTo(last) > 0)
                            .orElse(true))
                    .toList();
            var items = rest.stream().limit(request.size()).toList();
            var next = items.size() == rest.size()
                    ? Optional.<String>empty()
                    : Optional.of(items.getLast().id().value());
            return new Page<>(items, next);
        });
    }

    @Override
    public Uni<Optional<OpeningRule>> find(RuleId id) {
        return Uni.createFrom().item(() -> Optional.ofNullable(rules.get(id.value())));
    }

    @Override
    public Uni<Boolean> save(OpeningRule rule) {
        return Uni.createFrom().item(() -> {
            if (revision(rule.id()) != rule.revision() - 1) {
                return false;
            }
            rules.put(rule.id().value(), rule);
            return true;
        });
    }

    @Override
    public Uni<Boolean> remove(OpeningRule rule) {
        return Uni.createFrom()
                .item(() -> revision(rule.id()) == rule.revision()
                        && rules.remove(rule.id().value()) != null);
    }

    private long revision(RuleId id) {
        return Optional.ofNullable(rules.get(id.value()))
                .map(OpeningRule::revision)
                .orElse(0L);
    }
}
