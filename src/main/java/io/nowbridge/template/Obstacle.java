package io.nowbridge.template;

import io.nowbridge.activity.Failure;
import io.nowbridge.activity.WhoCanFix;
import io.nowbridge.connection.ConnectedSystemException;
import io.nowbridge.setup.Check;

/**
 * What keeps a template from being enabled.
 *
 * @param subject the field of the template, or the table or right at the desk
 */
public record Obstacle(String subject, String message, WhoCanFix whoCanFix) {

    static Obstacle of(Misfit misfit) {
        return new Obstacle(misfit.field(), misfit.message(), WhoCanFix.ADMINISTRATOR);
    }

    static Obstacle of(Check failed) {
        var subject = failed.subject().isEmpty() ? failed.name() : failed.name() + " " + failed.subject();
        return new Obstacle(subject, failed.cause() + ". " + failed.fix(), failed.whoCanFix());
    }

    static Obstacle unreadable(ConnectedSystemException failure) {
        return new Obstacle(
                "deskId",
                "its tables could not be read: " + failure.getMessage() + ". " + failure.remedy(),
                WhoCanFix.of(failure));
    }

    Failure failure() {
        return new Failure(subject, message, whoCanFix, "Put this right, then enable the template.");
    }
}
