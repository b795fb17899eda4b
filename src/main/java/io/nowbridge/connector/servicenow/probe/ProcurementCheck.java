package io.nowbridge.connector.servicenow.probe;

import static java.util.stream.Collectors.joining;

import io.nowbridge.connector.probe.Sheet;
import io.nowbridge.connector.probe.Sheet.Line;
import io.nowbridge.setup.Check;
import java.util.List;

/** Sums up what was found of the tables that hold products and purchase orders. */
final class ProcurementCheck {

    static final Line LINE = Line.of("procurement");

    private ProcurementCheck() {}

    static Check of(List<TableNeed> needs, Sheet sheet) {
        var needed = needs.stream().filter(TableNeed::isProcurement).toList();
        if (needed.isEmpty()) {
            return LINE.skipped("No template needs the procurement tables.");
        }
        var barred = needed.stream()
                .filter(need -> sheet.failed(need.read()))
                .map(TableNeed::table)
                .collect(joining(", "));
        return barred.isEmpty()
                ? LINE.passed("The tables that templates need may be read.")
                : LINE.failed("Templates cannot read " + barred + ".", TableWords.PROCUREMENT);
    }
}
