package io.nowbridge.servicenow;

import io.smallrye.mutiny.Uni;
import java.util.List;

/**
 * Many operations in one call (ServiceNow docs, Batch API). They are carried out one after another, and are no transaction:
 * each has an outcome of its own. The instance ends a batch after 30 s and leaves the rest of it unserviced.
 */
public interface Batches {

    /**
     * Runs operations and answers what became of each, in their order. What is too large for one call, above 5 MB, goes into
     * several; those of a call that failed are refused for its reason.
     *
     * <p>Fails with a {@link ServiceNowException}, and with nothing else, where every call failed. Never repeated here if it
     * writes.
     *
     * @param name what the batch is called in messages, such as {@code Writing products}
     */
    Uni<List<Outcome>> run(String name, List<Operation> operations);
}
