package io.nowbridge.lambda;

import io.nowbridge.lambda.TicketBody.AnomalyBody;
import io.quarkus.runtime.annotations.RegisterForReflection;
import org.jspecify.annotations.Nullable;

/** The body of a request for a link, as it comes over the wire. */
@RegisterForReflection
record LinkBody(
        @Nullable String ticket,
        @Nullable String connectionId,
        @Nullable Boolean leaveUntouched,
        @Nullable AnomalyBody anomaly) {}
