package io.nowbridge.connector.servicenow.product;

import io.nowbridge.activity.Failure;
import io.nowbridge.activity.WhoCanFix;
import io.nowbridge.connection.ConnectedSystemException;
import io.nowbridge.connection.ConnectedSystemException.Effect;
import io.nowbridge.connection.ConnectedSystemException.Report;
import io.nowbridge.connection.ConnectedSystemException.Unavailable;
import io.nowbridge.connector.servicenow.Translation;
import io.nowbridge.product.Sku;
import io.nowbridge.servicenow.ServiceNowException;
import java.time.Duration;
import java.util.concurrent.TimeoutException;

/** Words what goes wrong with products, with what can be done about it. */
final class ProductFailures {

    // ServiceNow ends a batch after 30 s: by then what it was doing when its answer was lost is done.
    private static final Duration UNTIL_A_BATCH_IS_OVER = Duration.ofSeconds(30);

    private static final String RIGHTS =
            "Give the integration user the roles model_manager and procurement_user, or let the"
                    + " access controls (ACLs), data policies and business rules of the tables that the template maps to let it write.";
    private static final String VALUES =
            "Correct the template's mapping, or the data policy or business rule of the instance"
                    + " that refuses the value; the message is ServiceNow's own.";
    private static final String REPEAT = "Retry the run for the products that failed, or wait for the next one.";

    private ProductFailures() {}

    /** Of one product, in ServiceNow's words. */
    static Failure of(Sku sku, ServiceNowException failure) {
        var translated = Translation.of(failure);
        var cause = String.valueOf(translated.getMessage());
        return switch (translated) {
            case ConnectedSystemException.Rejected rejected ->
                new Failure(sku.value(), cause, WhoCanFix.ADMINISTRATOR, VALUES);
            case ConnectedSystemException.Forbidden forbidden ->
                new Failure(sku.value(), cause, WhoCanFix.ADMINISTRATOR, RIGHTS);
            case Unavailable unavailable -> new Failure(sku.value(), cause, WhoCanFix.NOBODY, REPEAT);
            case ConnectedSystemException.Unauthorized unauthorized -> Failure.of(sku.value(), unauthorized);
            case ConnectedSystemException.Unintelligible unintelligible -> Failure.of(sku.value(), unintelligible);
        };
    }

    /** Something that the template maps to is not there. */
    static Failure unknown(Sku sku, String table, String name) {
        return new Failure(
                sku.value(),
                "The instance has no record of " + table + " that is called \"" + name + "\"",
                WhoCanFix.ADMINISTRATOR,
                "Correct the template's mapping of values to " + table + ", or create the record there.");
    }

    /** It was to be changed, is not there, and too little is known of it to create it. */
    static Failure missing(Sku sku) {
        return new Failure(
                sku.value(),
                "The instance does not have this product",
                WhoCanFix.NOBODY,
                "The next synchronisation creates it.");
    }

    /** It was there a moment ago. */
    static Failure vanished(Sku sku) {
        return new Failure(sku.value(), "Its record was deleted while it was being written", WhoCanFix.NOBODY, REPEAT);
    }

    /** Nothing can be said of any product. */
    static ConnectedSystemException ofAll(Throwable failure) {
        var translated = Translation.of(failure);
        return translated instanceof Unavailable lost && !lost.answered()
                ? new Unavailable(
                        new Report(String.valueOf(lost.getMessage()), lost.remedy(), Effect.PENDING),
                        longer(lost.retryAfter()),
                        lost.asked(),
                        lost)
                : translated;
    }

    /** The instance did not get a single look-up done. */
    static ConnectedSystemException tooSlow() {
        return new Unavailable(
                new Report("The instance ended a batch before it had begun it", "Repeat the same later.", Effect.NONE),
                UNTIL_A_BATCH_IS_OVER,
                new TimeoutException());
    }

    private static Duration longer(Duration asked) {
        return asked.compareTo(UNTIL_A_BATCH_IS_OVER) > 0 ? asked : UNTIL_A_BATCH_IS_OVER;
    }
}
