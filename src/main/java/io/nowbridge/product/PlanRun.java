package io.nowbridge.product;

import io.nowbridge.product.Catalogue.Catalogues;
import io.nowbridge.product.ProductWork.Conditions;
import io.nowbridge.product.ProductWork.Stores;
import io.smallrye.mutiny.Uni;
import java.time.Duration;

/** Finds out what is to be done in a run, and has it done in chunks. */
public final class PlanRun {

    /** What became of it. */
    public sealed interface Outcome {

        /** What is to be done is on its way; a run of which nothing is to be done has ended. */
        record Planned(Run run) implements Outcome {}

        /** A person has to look at it. */
        record Held(Run run) implements Outcome {}

        /** It came to nothing, and the run says why. */
        record Stopped(Run run) implements Outcome {}

        /** The catalogue could not be read now: a later tick has it planned. */
        record Later(String cause) implements Outcome {}

        /** Somebody else plans it, or it is not to be planned. */
        record Elsewhere() implements Outcome {}
    }

    PlanRun(Ways ways, Catalogues catalogues, Stores stores, EndRun endRun, RunLog log, Conditions conditions) {}

    /** Plans it in {@code time}. */
    public Uni<Outcome> run(RunId id, Duration time) {
        return Uni.createFrom().failure(new UnsupportedOperationException("is being written"));
    }
}
