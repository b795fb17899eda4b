package io.nowbridge.export;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class CellTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "=1+1",
                "=HYPERLINK(\"http://evil.example\";\"Click\")",
                "+1",
                "-2+3+cmd|' /C calc'!A0",
                "@SUM(1+9)",
                "\t1",
                "\r1",
                "\n1",
                "\uFF1D1+1",
                "\uFF0B1",
                "\uFF0D1",
                "\uFF20SUM(1)",
                "\"=1+1",
                "'=1+1",
                " =1+1",
                "\u00A0=1+1",
                "\" '=1+1"
            })
    void whatBeginsLikeAFormulaBecomesAText(String hostile) {
        var cell = Cell.of(hostile);

        assertThat(unquoted(cell)).isEqualTo("'" + hostile);
    }

    @ParameterizedTest
    @ValueSource(strings = {"a=1", "3-2", "mara@example.com", "INC0010001", "", "2026-01-05T09:00:00Z"})
    void whatIsNoFormulaStaysAsItIs(String harmless) {
        assertThat(Cell.of(harmless)).isEqualTo(harmless);
    }

    @ParameterizedTest
    @CsvSource(
            quoteCharacter = '`',
            value = {
                "`a,b`,`\"a,b\"`",
                "`say \"hi\"`,`\"say \"\"hi\"\"\"`",
                "`a\rb`,`\"a\rb\"`",
                "`a;b`,`\"a;b\"`",
                "` a`,`\" a\"`"
            })
    void whatWouldEndACellIsQuoted(String text, String cell) {
        assertThat(Cell.of(text)).isEqualTo(cell);
    }

    // A field separator or a quote in the text must not begin another cell, in which a formula would be one again.
    @ParameterizedTest
    @ValueSource(strings = {"a\",=1+1", "a\r\n1", "a;1,\"", "a\",\"=1+1"})
    void noTextBreaksOutOfItsCell(String hostile) {
        var cell = Cell.of(hostile);

        assertThat(unquoted(cell)).isEqualTo(hostile);
    }

    @ParameterizedTest
    @CsvSource(
            quoteCharacter = '`',
            value = {
                "`a;=1+1`,`a;'=1+1`",
                "`a; \"=1+1`,`a;' \"=1+1`",
                "`a\n@SUM(1)`,`a\n'@SUM(1)`",
                "`a\t-1;+2`,`a\t'-1;'+2`",
                "`\t=1`,`'\t'=1`"
            })
    void whatBeginsLikeAFormulaWhereSemicolonsEndCellsBecomesATextToo(String hostile, String harmless) {
        assertThat(unquoted(Cell.of(hostile))).isEqualTo(harmless);
    }

    private static String unquoted(String cell) {
        if (!cell.startsWith("\"")) {
            assertThat(cell).doesNotContain(",", "\"", "\r", "\n");
            return cell;
        }
        var inner = cell.substring(1, cell.length() - 1);
        assertThat(inner.replace("\"\"", "")).doesNotContain("\"");
        return inner.replace("\"\"", "\"");
    }
}
