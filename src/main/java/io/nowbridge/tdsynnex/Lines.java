package io.nowbridge.tdsynnex;

import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;

/** Lines of bytes, one at a time in the same place; each ends with a line feed, perhaps after a carriage return, or the input. */
final class Lines implements Closeable {

    private static final int LONGEST = 64 * 1024;

    private final InputStream in;
    private final byte[] chunk = new byte[64 * 1024];
    private int chunkFrom;
    private int chunkEnd;

    private final byte[] line = new byte[LONGEST];
    private int length;
    private boolean tooLong;
    private long number;

    Lines(InputStream in) {
        this.in = in;
    }

    /** Moves on to the next line; false at the end. */
    boolean next() throws IOException {
        length = 0;
        tooLong = false;
        if (!fill()) {
            return false;
        }
        number++;
        while (!append() && fill()) {
            // The line goes on in the next chunk.
        }
        if (length > 0 && line[length - 1] == '\r') {
            length--;
        }
        return true;
    }

    /** Takes what the chunk has of the line; whether that was the rest of it. */
    private boolean append() {
        var from = chunkFrom;
        var to = from;
        while (to < chunkEnd && chunk[to] != '\n') {
            to++;
        }
        var room = Math.min(to - from, LONGEST - length);
        System.arraycopy(chunk, from, line, length, room);
        length += room;
        tooLong |= room < to - from;
        chunkFrom = Math.min(to + 1, chunkEnd);
        return to < chunkEnd;
    }

    private boolean fill() throws IOException {
        if (chunkFrom == chunkEnd) {
            chunkFrom = 0;
            chunkEnd = Math.max(in.read(chunk, 0, chunk.length), 0);
        }
        return chunkEnd > 0;
    }

    /** Counts from 1. */
    long number() {
        return number;
    }

    boolean isTooLong() {
        return tooLong;
    }

    boolean isBlank() {
        for (var at = 0; at < length; at++) {
            if (line[at] > ' ' || line[at] < 0) {
                return false;
            }
        }
        return true;
    }

    /** The bytes of the line, of which {@link #length} count until {@link #next}. */
    byte[] bytes() {
        return line;
    }

    int length() {
        return length;
    }

    @Override
    public void close() throws IOException {
        in.close();
    }
}
