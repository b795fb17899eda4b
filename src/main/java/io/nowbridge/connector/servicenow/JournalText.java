package io.nowbridge.connector.servicenow;

import io.nowbridge.servicenow.Difference;
import java.util.HashMap;
import java.util.Map;
import java.util.regex.Pattern;

/**
 * What goes into a journal is shown as it is written: a text from outside cannot become part of a page.
 *
 * <p>Source: ServiceNow docs, Journal field type: what stands between code tags is rendered as HTML.
 */
public final class JournalText {

    private static final Pattern TAG = Pattern.compile("\\[(?=/?code])", Pattern.CASE_INSENSITIVE);

    private JournalText() {}

    /** The same values by column, those of journals without the tags. */
    static Map<String, String> plain(Map<String, String> values) {
        var plain = new HashMap<>(values);
        plain.replaceAll((column, text) -> Difference.isJournal(column) ? plain(text) : text);
        return plain;
    }

    /** The same text without the tags. */
    public static String plain(String text) {
        return TAG.matcher(text).replaceAll("[ ");
    }
}
