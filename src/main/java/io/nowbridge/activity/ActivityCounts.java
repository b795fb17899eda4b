package io.nowbridge.activity;

import io.smallrye.mutiny.Uni;
import java.time.Instant;
import java.util.List;
import java.util.Map;

/** How many entries the log has, without a look at them. */
public interface ActivityCounts {

    /** The hours (UTC) that begin within a time and have entries, in their order. */
    Uni<List<Hour>> between(Instant from, Instant to);

    /** How many actions began in an hour, by what they were and what has become of them. */
    record Hour(Instant begin, Map<Operation, Map<Result, Long>> counts) {}
}
