package io.nowbridge.tdsynnex;

import io.nowbridge.tdsynnex.PriceLine.Header;
import io.nowbridge.tdsynnex.PriceLine.Malformed;
import java.io.Closeable;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.util.Optional;
import java.util.zip.ZipException;

/**
 * The price and availability flat file ({@code .AP}, version 4.3), read out of its zip line by line. A file that was cut off,
 * or changed on its way, fails at the latest at its end: what was read before counts for nothing then.
 */
public final class PriceFile implements Closeable {

    private final Lines lines;
    private final Header header;
    private final long headerLine;

    private PriceFile(Lines lines, Header header, long headerLine) {
        this.lines = lines;
        this.header = header;
        this.headerLine = headerLine;
    }

    /** Reads up to the header. Closes {@code zip} where it fails. */
    public static PriceFile open(InputStream zip) throws IOException {
        var lines = new Lines(new ApEntry(zip));
        try {
            return telling(() -> {
                // An empty line before it says nothing.
                do {
                    if (!lines.next()) {
                        throw new BrokenFileException("The file is empty");
                    }
                } while (lines.isBlank());
                return new PriceFile(lines, Fields.of(lines).header(), lines.number());
            });
        } catch (IOException | RuntimeException e) {
            lines.close();
            throw e;
        }
    }

    public Header header() {
        return header;
    }

    /** The next line that says something; empty at the end. */
    public Optional<PriceLine> next() throws IOException {
        return telling(() -> {
            while (lines.next()) {
                var read = lines.isTooLong()
                        ? Optional.<PriceLine>of(new Malformed(lines.number(), "is longer than 64 KiB"))
                        : lines.isBlank()
                                ? Optional.<PriceLine>empty()
                                : Fields.of(lines).line();
                if (read.isPresent()) {
                    return read;
                }
            }
            return Optional.empty();
        });
    }

    /** How many lines were read so far. */
    public long lines() {
        return Math.max(headerLine, lines.number());
    }

    @Override
    public void close() throws IOException {
        lines.close();
    }

    private interface Reading<T> {
        T read() throws IOException;
    }

    private static <T> T telling(Reading<T> reading) throws IOException {
        try {
            return reading.read();
        } catch (EOFException e) {
            throw new BrokenFileException("The file ends in the middle: it was cut off on its way", e);
        } catch (ZipException e) {
            throw new BrokenFileException("The file is no sound zip: " + e.getMessage(), e);
        }
    }
}
