package io.nowbridge.export;

import java.util.regex.Pattern;

/**
 * A cell of comma-separated values.
 *
 * <p>Spreadsheets run what looks like a formula. A text that begins like one gets an apostrophe before it, which makes it a
 * text in all of them and can be taken away again by whoever reads the file by program; dropping the character instead would
 * change what was said. Source: OWASP, "CSV Injection", with its full-width forms.
 *
 * <p>Where semicolons separate lists, as in most of Europe, a spreadsheet takes them for the ends of cells, and then no quote
 * holds a cell together that does not stand behind one: a text is looked at behind each semicolon, tab and line end too.
 */
final class Cell {

    private static final String SIGN = "[=+\\-@\uFF1D\uFF0B\uFF0D\uFF20]";

    // Looked for behind quotes and blanks as well: some programs take those away before they judge.
    private static final String BEGINS_A_FORMULA = "(?=[\"' \u00A0]*" + SIGN + ")";

    private static final Pattern FORMULA = Pattern.compile(
            "\\A(?=[\"' \u00A0]*[\t\r\n])|\\A" + BEGINS_A_FORMULA + "|(?<=[;\t\r\n])" + BEGINS_A_FORMULA);

    private static final String ENDS_A_CELL = ",;\t\"\r\n";

    private Cell() {}

    static String of(String text) {
        var harmless = FORMULA.matcher(text).replaceAll("'");
        return needsQuotes(harmless) ? "\"" + harmless.replace("\"", "\"\"") + "\"" : harmless;
    }

    private static boolean needsQuotes(String text) {
        return text.chars().anyMatch(letter -> ENDS_A_CELL.indexOf(letter) >= 0) || !text.equals(text.strip());
    }
}
