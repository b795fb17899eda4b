package io.nowbridge.ticket;

import java.util.regex.Pattern;

/**
 * Where a page of anomalies begins in the platform's list.
 *
 * @param excerpt the platform's own page, from 1
 * @param skipped how many of its anomalies come before
 */
public record AnomalyPlace(int excerpt, int skipped) {

    public static final AnomalyPlace BEGINNING = new AnomalyPlace(1, 0);

    private static final Pattern TEXT = Pattern.compile("([1-9]\\d{0,6})\\.(\\d{1,4})");

    /** Reads what {@link #text} wrote. */
    public static AnomalyPlace read(String text) {
        var parts = TEXT.matcher(text);
        if (!parts.matches()) {
            throw new IllegalArgumentException("is not one that an answer gave as next");
        }
        return new AnomalyPlace(Integer.parseInt(parts.group(1)), Integer.parseInt(parts.group(2)));
    }

    public String text() {
        return excerpt + "." + skipped;
    }
}
