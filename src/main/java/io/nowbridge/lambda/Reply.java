package io.nowbridge.lambda;

import java.time.Duration;
import java.util.HashMap;
import java.util.Map;

/** An HTTP answer before it is written: status, headers, and a body to be shown as JSON, or the bytes of a file. */
record Reply(int status, Map<String, String> headers, Object body) {

    static final int NO_CONTENT = 204;

    static Reply ok(Object body) {
        return new Reply(200, Map.of("content-type", "application/json"), body);
    }

    static Reply created(Object body) {
        return new Reply(201, Map.of("content-type", "application/json"), body);
    }

    static Reply accepted(Object body) {
        return new Reply(202, Map.of("content-type", "application/json"), body);
    }

    /** It is done, and there is nothing to say about it. */
    static Reply noContent() {
        return new Reply(NO_CONTENT, Map.of(), "");
    }

    /** A file to be kept under {@code name}, which has nothing in it but letters, digits, dots, dashes and underscores. */
    static Reply file(String name, String contentType, byte[] bytes) {
        return new Reply(
                200,
                Map.of(
                        "content-type",
                        contentType,
                        "content-disposition",
                        "attachment; filename=\"%s\"".formatted(name),
                        "x-content-type-options",
                        "nosniff"),
                bytes);
    }

    /** The same, with where to ask what became of it. */
    Reply at(String location) {
        var located = new HashMap<>(headers);
        located.put("location", location);
        return new Reply(status, Map.copyOf(located), body);
    }

    /** Something that can be changed, with the revision that a change must name. */
    Reply tagged(long revision) {
        var tagged = new HashMap<>(headers);
        tagged.put("etag", Revisions.tag(revision));
        return new Reply(status, Map.copyOf(tagged), body);
    }

    /** To be kept as a file rather than shown. */
    Reply attached(String fileName) {
        var attached = new HashMap<>(headers);
        attached.put("content-disposition", "attachment; filename=\"" + fileName + "\"");
        return new Reply(status, Map.copyOf(attached), body);
    }

    static Reply problem(Problem problem) {
        return new Reply(problem.status(), Map.of("content-type", "application/problem+json"), problem);
    }

    /** A problem that passes: the caller may come back after {@code pause}. */
    static Reply problem(Problem problem, Duration pause) {
        var seconds = Math.max(1, pause.plusMillis(999).toSeconds());
        return new Reply(
                problem.status(),
                Map.of("content-type", "application/problem+json", "retry-after", Long.toString(seconds)),
                problem);
    }
}
