package io.nowbridge.lambda;

import io.nowbridge.activity.WhoCanFix;
import io.nowbridge.lambda.Problem.FieldError;
import io.nowbridge.lambda.Problem.Kind;
import java.util.List;

/** A request that is not served as it came: faulty, or by somebody who may not make it. */
final class RefusedException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final transient Problem problem;

    private RefusedException(Problem problem) {
        super(problem.detail());
        this.problem = problem;
    }

    static RefusedException naming(List<FieldError> errors) {
        return new RefusedException(Kind.INVALID_REQUEST.saying(
                "These fields are not right: "
                        + String.join(
                                ", ",
                                errors.stream()
                                        .map(FieldError::field)
                                        .distinct()
                                        .toList()),
                "Correct them and send the request again.",
                WhoCanFix.CALLER,
                List.copyOf(errors)));
    }

    static RefusedException unreadable(String detail) {
        return new RefusedException(
                Kind.INVALID_REQUEST.saying(detail, "Send the request's body as one JSON object.", WhoCanFix.CALLER));
    }

    static RefusedException tooLarge(int limit) {
        return new RefusedException(Kind.REQUEST_TOO_LARGE.saying(
                "The body is larger than " + limit / 1024 + " KiB", "Send less.", WhoCanFix.CALLER));
    }

    static RefusedException withoutSubject() {
        return new RefusedException(Kind.NOT_ALLOWED.saying(
                "The token names nobody: it has no claim sub",
                "Sign in as a person, or as a client that has a name.",
                WhoCanFix.CALLER));
    }

    static RefusedException withoutRole(String role) {
        return new RefusedException(Kind.NOT_ALLOWED.saying(
                "This takes the role " + role,
                "Ask an administrator to do it, or for the role.",
                WhoCanFix.ADMINISTRATOR));
    }

    static RefusedException notFound(String what) {
        return new RefusedException(
                Kind.NOT_FOUND.saying("There is no " + what, "Check the id in the path.", WhoCanFix.CALLER));
    }

    static RefusedException withoutRevision() {
        return new RefusedException(Kind.REVISION_REQUIRED.saying(
                "The request does not say which revision it changes",
                "Read it first, and send its ETag as If-Match.",
                WhoCanFix.CALLER));
    }

    Problem problem() {
        return problem;
    }
}
