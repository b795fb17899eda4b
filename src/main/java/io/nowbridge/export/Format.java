package io.nowbridge.export;

import java.time.ZoneId;

/** How a file of entries is written. */
public sealed interface Format {

    /**
     * Comma-separated values for spreadsheets, as RFC 4180 has them.
     *
     * @param zone whose wall clock the times are shown by
     * @param byteOrderMark whether the file begins with one: some spreadsheets take it for UTF-8 by nothing else
     */
    record Csv(ZoneId zone, boolean byteOrderMark) implements Format {}

    /** One entry of the API in JSON on each line, for programs. */
    record Ndjson() implements Format {}

    default String contentType() {
        return switch (this) {
            case Csv csv -> "text/csv; charset=utf-8";
            case Ndjson ndjson -> "application/x-ndjson";
        };
    }

    /** What the names of such files end with, after a dot. */
    default String extension() {
        return switch (this) {
            case Csv csv -> "csv";
            case Ndjson ndjson -> "ndjson";
        };
    }
}
