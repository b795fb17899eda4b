package io.nowbridge.rule;

import io.nowbridge.paging.Page;
import io.nowbridge.paging.PageRequest;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import java.util.Optional;

/** The rules there are. */
public interface Rules {

    /** Rules in the order of their ids. */
    Uni<Page<OpeningRule>> page(PageRequest request);

    Uni<Optional<OpeningRule>> find(RuleId id);

    /** Puts a rule in the place of its revision before, at revision 1 a new one; false if there is another one by now. */
    Uni<Boolean> save(OpeningRule rule);

    /** Forgets a rule; false, and nothing forgotten, if it is not at this revision any more. */
    Uni<Boolean> remove(OpeningRule rule);

    /** All rules, in the order of their ids. */
    default Multi<OpeningRule> all() {
        return Page.all(this::page);
    }
}
