package io.nowbridge.connector.servicenow;

import io.nowbridge.ticket.Misfit;
import io.nowbridge.ticket.Warning;
import java.util.List;
import java.util.Optional;

/** What became of one field of a form: what to store, what is wrong with it, what to warn of. */
record Finding(Optional<String> value, List<Misfit> misfits, List<Warning> warnings) {

    static Finding leftOut() {
        return new Finding(Optional.empty(), List.of(), List.of());
    }

    static Finding of(String value) {
        return new Finding(Optional.of(value), List.of(), List.of());
    }

    static Finding unfit(String field, String message) {
        return new Finding(Optional.empty(), List.of(new Misfit(field, message)), List.of());
    }

    static Finding unchecked(String field, String value, String message) {
        return new Finding(Optional.of(value), List.of(), List.of(new Warning(field, message)));
    }
}
