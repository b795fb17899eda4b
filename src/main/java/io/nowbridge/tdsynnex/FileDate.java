package io.nowbridge.tdsynnex;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.Optional;

/** The date in a header; its form is not published, so whatever is no known one is left out. */
final class FileDate {

    private FileDate() {}

    static Optional<LocalDate> of(String written) {
        try {
            return switch (written.length()) {
                case 6 -> Optional.of(LocalDate.parse("20" + written, DateTimeFormatter.BASIC_ISO_DATE));
                case 8 -> Optional.of(LocalDate.parse(written, DateTimeFormatter.BASIC_ISO_DATE));
                case 10 -> Optional.of(LocalDate.parse(written, DateTimeFormatter.ISO_LOCAL_DATE));
                default -> Optional.empty();
            };
        } catch (DateTimeException anotherForm) {
            return Optional.empty();
        }
    }
}
