package io.nowbridge.ticket;

import io.nowbridge.activity.Failure;
import io.nowbridge.activity.WhoCanFix;

/** A field of a request that the desk cannot take, and what it would take instead. */
public record Misfit(String field, String message) {

    Failure failure() {
        return new Failure(field, message, WhoCanFix.CALLER, "Correct the field and send it again.");
    }
}
