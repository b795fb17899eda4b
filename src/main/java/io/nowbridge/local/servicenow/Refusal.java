package io.nowbridge.local.servicenow;

import io.vertx.core.json.JsonObject;
import java.util.Map;
import java.util.Optional;

/** A call the instance does not carry out, in the words of the real one. */
final class Refusal extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final int status;
    private final transient Optional<String> detail;
    private final transient Map<String, String> headers;

    private Refusal(int status, String message, Optional<String> detail, Map<String, String> headers) {
        super(message, null, false, false);
        this.status = status;
        this.detail = detail;
        this.headers = headers;
    }

    static Refusal of(int status, String message, String detail) {
        return new Refusal(status, message, Optional.of(detail), Map.of());
    }

    /** The write is refused by rights, a business rule or a data policy. */
    static Refusal operationFailed(String detail) {
        return of(403, "Operation Failed", detail);
    }

    static Refusal noRecord() {
        return of(404, "No Record found", "Record doesn't exist or ACL restricts the record retrieval");
    }

    static Refusal invalidTable(String table) {
        return withoutDetail(400, "Invalid table " + table);
    }

    static Refusal unknownUri() {
        return withoutDetail(400, "Requested URI does not represent any resource");
    }

    static Refusal withoutDetail(int status, String message) {
        return new Refusal(status, message, Optional.empty(), Map.of());
    }

    Refusal withHeaders(Map<String, String> more) {
        return new Refusal(status, String.valueOf(getMessage()), detail, more);
    }

    /** The detail, or the message where there is none. */
    String reason() {
        return detail.orElse(String.valueOf(getMessage()));
    }

    Answer answer() {
        var error = new JsonObject().put("message", getMessage()).put("detail", detail.orElse(null));
        var answer = Answer.json(status, new JsonObject().put("error", error).put("status", "failure"));
        headers.forEach(answer::with);
        return answer;
    }
}
