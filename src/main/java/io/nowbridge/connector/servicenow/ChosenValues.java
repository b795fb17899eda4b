package io.nowbridge.connector.servicenow;

import java.util.stream.Stream;

/** What became of the choices on a form. */
record ChosenValues(Finding category, Finding subcategory, Finding impact, Finding urgency) {

    Stream<Finding> findings() {
        return Stream.of(category, subcategory, impact, urgency);
    }
}
