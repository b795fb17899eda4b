package io.nowbridge.product;

import io.nowbridge.activity.Failure;
import io.nowbridge.activity.Result;
import io.nowbridge.product.Catalogue.Edition;
import io.nowbridge.product.Run.Found;
import io.nowbridge.product.Run.Progress;
import io.nowbridge.product.Run.State;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** What a run is to be next, in the making. */
final class NextRun {

    private final Run before;
    private String startedBy;
    private State state;
    private boolean confirmed;
    private Optional<Edition> edition;
    private Found found;
    private List<Failure> remarks;
    private Progress progress;
    private Optional<Failure> waitingFor;
    private Optional<Failure> stop;
    private Optional<Result> result;
    private Optional<Instant> endedAt;

    NextRun(Run before) {
        this.before = before;
        this.startedBy = before.startedBy();
        this.state = before.state();
        this.confirmed = before.confirmed();
        this.edition = before.edition();
        this.found = before.found();
        this.remarks = before.remarks();
        this.progress = before.progress();
        this.waitingFor = before.waitingFor();
        this.stop = before.stop();
        this.result = before.result();
        this.endedAt = before.endedAt();
    }

    NextRun in(State its) {
        state = its;
        return this;
    }

    NextRun having(Optional<Edition> read, Found brought, List<Failure> noticed) {
        edition = read;
        found = brought;
        remarks = noticed;
        return this;
    }

    NextRun at(Progress its) {
        progress = its;
        return this;
    }

    NextRun confirmedBy(String person) {
        startedBy = person;
        confirmed = true;
        waitingFor = Optional.empty();
        return this;
    }

    NextRun waitingFor(Failure what) {
        waitingFor = Optional.of(what);
        return this;
    }

    NextRun stopping(Failure why) {
        stop = Optional.of(why);
        return this;
    }

    NextRun ended(Result its, Instant now) {
        result = Optional.of(its);
        endedAt = Optional.of(now);
        return in(State.ENDED);
    }

    Run of(long version) {
        return new Run(
                before.id(),
                before.template(),
                before.pairing(),
                before.task(),
                before.only(),
                startedBy,
                before.at(),
                state,
                confirmed,
                before.attempt(),
                edition,
                found,
                remarks,
                progress,
                waitingFor,
                stop,
                result,
                endedAt,
                version);
    }
}
