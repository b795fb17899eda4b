package io.nowbridge.lambda;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.nowbridge.product.Item;
import io.quarkus.runtime.annotations.RegisterForReflection;
import java.util.List;
import java.util.Optional;

/** What became of one product in a run, as the API shows it. */
@RegisterForReflection
@JsonInclude(JsonInclude.Include.NON_ABSENT)
record ProductItemReply(
        String sku, String action, String outcome, List<Changed> differences, Optional<EntryReply.Failed> failure) {

    /** One column, as the desk had it and as it should be. */
    @RegisterForReflection
    record Changed(String part, String column, String from, String to) {

        static Changed of(Item.Difference difference) {
            return new Changed(
                    Spelling.word(difference.part()), difference.column(), difference.from(), difference.to());
        }
    }

    static ProductItemReply of(Item item) {
        return new ProductItemReply(
                item.sku().value(),
                Spelling.word(item.action()),
                Spelling.word(item.outcome()),
                item.differences().stream().map(Changed::of).toList(),
                item.failure().map(EntryReply.Failed::of));
    }
}
