package io.nowbridge.connector.catalogue;

import io.nowbridge.product.Catalogue.Row;
import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.util.Optional;

/** Reads the rows of an open file. */
public interface RowReader extends Closeable {

    Row.Header header();

    /** The next row after the header; empty at the end. */
    Optional<Row> next() throws IOException;

    /** Begins to read a file, which it closes where that fails. */
    @FunctionalInterface
    interface Opening {

        RowReader open(InputStream file) throws IOException;
    }
}
