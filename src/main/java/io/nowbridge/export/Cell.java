package io.nowbridge.export;

/**
 * A cell of comma-separated values.
 *
 * <p>Spreadsheets run what looks like a formula. A text that begins like one gets an apostrophe before it, which makes it a
 * text in all of them and can be taken away again by whoever reads the file by program; dropping the character instead would
 * change what was said. Source: OWASP, "CSV Injection", with its full-width forms.
 */
final class Cell {

    private static final String BEGINS_A_FORMULA = "=+-@\t\r\n\uFF1D\uFF0B\uFF0D\uFF20";

    private Cell() {}

    static String of(String text) {
        var harmless = beginsAFormula(text) ? "'" + text : text;
        return needsQuotes(harmless) ? "\"" + harmless.replace("\"", "\"\"") + "\"" : harmless;
    }

    // Looked for behind quotes and blanks as well: some programs take those away before they judge.
    private static boolean beginsAFormula(String text) {
        return text.chars()
                .dropWhile(letter -> letter == '"' || letter == '\'' || letter == ' ' || letter == '\u00A0')
                .limit(1)
                .anyMatch(letter -> BEGINS_A_FORMULA.indexOf(letter) >= 0);
    }

    private static boolean needsQuotes(String text) {
        return text.chars().anyMatch(letter -> letter == ',' || letter == '"' || letter == '\r' || letter == '\n')
                || !text.equals(text.strip());
    }
}
