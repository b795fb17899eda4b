package io.nowbridge.lambda;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.nowbridge.activity.WhoCanFix;
import io.quarkus.runtime.annotations.RegisterForReflection;
import java.util.List;
import java.util.Locale;

/**
 * Why a request was not served, as RFC 9457 describes it.
 *
 * @param type stable, for programs; documented in {@code docs/problems.md}
 * @param detail what happened this time, for people
 * @param resolution what to do about it
 * @param whoCanFix caller, administrator, remote owner, operator or nobody
 * @param errors the faulty fields of the request, each with what is wrong with it
 */
@RegisterForReflection
@JsonInclude(JsonInclude.Include.NON_EMPTY)
record Problem(
        String type,
        String title,
        int status,
        String detail,
        String resolution,
        String whoCanFix,
        List<FieldError> errors) {

    /** A faulty field. */
    @RegisterForReflection
    record FieldError(String field, String message) {}

    /** A kind of problem: what its type, title and status always are. */
    enum Kind {
        INVALID_REQUEST(400, "The request is not valid"),
        NOT_GENUINE(401, "Nothing proves where this message comes from"),
        NOT_ALLOWED(403, "You may not do this"),
        NOT_FOUND(404, "There is no such thing"),
        IN_PROGRESS(409, "This request is already being worked on"),
        CONFLICT(409, "This does not go with what is there"),
        RUN_UNDER_WAY(409, "Another run is under way"),
        NOT_READY(409, "The template cannot run"),
        NOT_NOW(409, "The order is at a stage that does not allow this"),
        ALREADY_TAKEN(409, "This message was taken before"),
        CHANGED_MEANWHILE(412, "Somebody else has changed it"),
        REQUEST_TOO_LARGE(413, "The request is too large"),
        UNFIT_FIELDS(422, "The connected system does not know some of these values"),
        UNRECOGNISED_MESSAGE(422, "Nothing in this message is known here"),
        UNKNOWN_CONNECTION(422, "There is no such connection"),
        CONNECTION_CLOSED(422, "Nothing flows over this connection"),
        IDEMPOTENCY_KEY_REUSED(422, "This idempotency key belongs to another request"),
        TEST_FAILED(422, "The connection does not work"),
        REVISION_REQUIRED(428, "A change must say what it changes"),
        INTERNAL_ERROR(500, "Something went wrong here"),
        CREDENTIALS_UNREADABLE(500, "The connection's credentials cannot be opened"),
        REJECTED_BY_SYSTEM(502, "The connected system rejected the request"),
        CREDENTIALS_REFUSED(502, "The connected system refused the connection's credentials"),
        RIGHTS_MISSING(502, "The connected system refused the integration user"),
        UNINTELLIGIBLE_ANSWER(502, "What answered is not the connected system"),
        LINK_UNCONFIRMED(503, "It is not known whether the ticket tells of the anomaly"),
        UNCONFIRMED(503, "It is not known whether the ticket is open"),
        SYSTEM_UNAVAILABLE(503, "The connected system is not available"),
        STORE_UNAVAILABLE(503, "The store is not available"),
        OUT_OF_TIME(503, "The time for this request ran out");

        private final int status;
        private final String title;

        Kind(int status, String title) {
            this.status = status;
            this.title = title;
        }

        Problem saying(String detail, String resolution, WhoCanFix whoCanFix, List<FieldError> errors) {
            var type =
                    "urn:nowbridge:problem:" + name().toLowerCase(Locale.ROOT).replace('_', '-');
            return new Problem(type, title, status, detail, resolution, whoCanFix.label(), errors);
        }

        Problem saying(String detail, String resolution, WhoCanFix whoCanFix) {
            return saying(detail, resolution, whoCanFix, List.of());
        }
    }
}
