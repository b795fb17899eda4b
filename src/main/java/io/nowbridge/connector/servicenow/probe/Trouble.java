package io.nowbridge.connector.servicenow.probe;

import io.nowbridge.activity.WhoCanFix;
import io.nowbridge.connector.probe.Remedy;
import io.nowbridge.connector.probe.Sheet.Line;
import io.nowbridge.connector.servicenow.Translation;
import io.nowbridge.setup.Check;

/** A call that failed in the middle of a test, as a check. */
final class Trouble {

    private Trouble() {}

    static Check at(Line line, Throwable failure) {
        return line.failed(cause(failure), remedy(failure));
    }

    static String cause(Throwable failure) {
        return Translation.of(failure).getMessage() + ".";
    }

    static Remedy remedy(Throwable failure) {
        var named = Translation.of(failure);
        return new Remedy(named.remedy(), WhoCanFix.of(named));
    }
}
