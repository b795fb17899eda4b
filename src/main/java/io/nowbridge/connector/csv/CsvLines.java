package io.nowbridge.connector.csv;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.dataformat.csv.CsvFactory;
import com.fasterxml.jackson.dataformat.csv.CsvParser;
import com.fasterxml.jackson.dataformat.csv.CsvSchema;
import io.nowbridge.connector.catalogue.BrokenCatalogueException;
import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.PushbackReader;
import java.io.Reader;
import java.nio.charset.Charset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Rows of cells (RFC 4180), in which quoted cells may have separators, doubled quotes and line breaks. */
final class CsvLines implements Closeable {

    private static final String REMEDY =
            "Have the distributor write the file anew; a quote within a quoted cell is doubled.";

    // A quote that is never closed makes one cell of the rest of the file.
    private static final int LONGEST_CELL = 100_000;
    // Nor has any price list as many columns.
    private static final int MOST_CELLS = 1_000;
    private static final int BYTE_ORDER_MARK = 0xFEFF;

    private final CsvParser parser;
    private long line;

    private CsvLines(CsvParser parser) {
        this.parser = parser;
    }

    static CsvLines open(InputStream file, Charset charset, char separator) throws IOException {
        try {
            var limits = StreamReadConstraints.builder()
                    .maxStringLength(LONGEST_CELL)
                    .build();
            var parser = CsvFactory.builder()
                    .streamReadConstraints(limits)
                    .build()
                    .createParser(unmarked(new InputStreamReader(file, charset)));
            parser.setSchema(CsvSchema.emptySchema().withColumnSeparator(separator));
            return new CsvLines(parser);
        } catch (IOException | RuntimeException e) {
            file.close();
            throw e;
        }
    }

    /** The cells of the next row; empty at the end. Fails with {@link BrokenCatalogueException} where quotes are wrong. */
    Optional<List<String>> next() throws IOException {
        try {
            while (parser.nextToken() != null) {
                var cells = cells();
                // An empty line says nothing.
                if (cells.size() > 1 || !cells.getFirst().isBlank()) {
                    return Optional.of(cells);
                }
            }
            return Optional.empty();
        } catch (JsonProcessingException e) {
            throw new BrokenCatalogueException(
                    "From line %d on the file cannot be read: a quote is wrong, or a cell is endless".formatted(at(e)),
                    REMEDY,
                    e);
        }
    }

    private List<String> cells() throws IOException {
        var cells = new ArrayList<String>();
        while (parser.nextToken() != JsonToken.END_ARRAY) {
            line = cells.isEmpty() ? parser.currentTokenLocation().getLineNr() : line;
            cells.add(parser.getText());
            if (cells.size() > MOST_CELLS) {
                throw new BrokenCatalogueException("Line %d has no end".formatted(line), REMEDY, null);
            }
        }
        return cells;
    }

    /** Where the row began, counted from 1. */
    long line() {
        return line;
    }

    @Override
    public void close() throws IOException {
        parser.close();
    }

    private long at(JsonProcessingException e) {
        return e.getLocation() == null ? line + 1 : e.getLocation().getLineNr();
    }

    private static Reader unmarked(Reader reader) throws IOException {
        var text = new PushbackReader(reader);
        var first = text.read();
        if (first >= 0 && first != BYTE_ORDER_MARK) {
            text.unread(first);
        }
        return text;
    }
}
