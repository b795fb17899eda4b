package io.nowbridge.lambda;

import io.nowbridge.activity.WhoCanFix;
import io.nowbridge.lambda.Problem.FieldError;
import java.util.List;

/** A request that cannot be served as it came, with every faulty field named. */
final class BadRequestException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final transient Problem problem;

    private BadRequestException(Problem problem) {
        super(problem.detail());
        this.problem = problem;
    }

    static BadRequestException naming(List<FieldError> errors) {
        return new BadRequestException(Problem.Kind.INVALID_REQUEST.saying(
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

    static BadRequestException unreadable(String detail) {
        return new BadRequestException(Problem.Kind.INVALID_REQUEST.saying(
                detail, "Send the request's body as one JSON object.", WhoCanFix.CALLER));
    }

    static BadRequestException tooLarge(int limit) {
        return new BadRequestException(Problem.Kind.REQUEST_TOO_LARGE.saying(
                "The body is larger than " + limit / 1024 + " KiB",
                "Send less: long texts are cut anyway.",
                WhoCanFix.CALLER));
    }

    static BadRequestException withoutSubject() {
        return new BadRequestException(Problem.Kind.NOT_ALLOWED.saying(
                "The token names nobody: it has no claim sub",
                "Sign in as a person, or as a client that has a name.",
                WhoCanFix.CALLER));
    }

    Problem problem() {
        return problem;
    }
}
