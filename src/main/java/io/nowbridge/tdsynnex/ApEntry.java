package io.nowbridge.tdsynnex;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.Locale;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import org.jspecify.annotations.Nullable;

/**
 * The one {@code .AP} file in a zip, as long as it is no trap: the greatest real file has some 500 MB, of which compression
 * leaves a tenth.
 */
final class ApEntry extends InputStream {

    private static final long LARGEST = 8L * 1024 * 1024 * 1024;
    private static final long HIGHEST_RATIO = 300;
    // A few kilobytes of a repeated text may well shrink to nothing.
    private static final long BEYOND_DOUBT = 16L * 1024 * 1024;
    private static final int MOST_OTHERS = 16;

    private final Counting packed;
    private final ZipInputStream zip;
    private long unpacked;
    private boolean found;
    private boolean ended;

    ApEntry(InputStream zip) {
        this.packed = new Counting(zip);
        this.zip = new ZipInputStream(packed);
    }

    @Override
    public int read() throws IOException {
        var one = new byte[1];
        return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
    }

    @Override
    public int read(byte[] into, int from, int length) throws IOException {
        if (!found) {
            found = true;
            seek();
        }
        if (ended) {
            return -1;
        }
        var read = zip.read(into, from, length);
        if (read < 0) {
            ended = true;
            requireNoOther();
            return -1;
        }
        unpacked += read;
        if (unpacked > LARGEST || (unpacked > BEYOND_DOUBT && unpacked > HIGHEST_RATIO * packed.read)) {
            throw new BrokenFileException("The file unpacks to more than any price file has");
        }
        return read;
    }

    private void seek() throws IOException {
        if (nextAp() == null) {
            throw new BrokenFileException("There is no .AP file in the zip, or it is no zip");
        }
    }

    private void requireNoOther() throws IOException {
        if (nextAp() != null) {
            throw new BrokenFileException("There are several .AP files in the zip");
        }
    }

    private @Nullable ZipEntry nextAp() throws IOException {
        for (var others = 0; others <= MOST_OTHERS; others++) {
            var entry = nextEntry();
            if (entry == null || entry.getName().toLowerCase(Locale.ROOT).endsWith(".ap")) {
                return entry;
            }
        }
        throw new BrokenFileException("There are too many other files in the zip");
    }

    private @Nullable ZipEntry nextEntry() throws IOException {
        try {
            return zip.getNextEntry();
        } catch (IllegalArgumentException e) {
            // What the JDK says of a name that is no text.
            throw new BrokenFileException("The file is no sound zip: it has a name that cannot be read", e);
        }
    }

    @Override
    public void close() throws IOException {
        zip.close();
    }

    private static final class Counting extends FilterInputStream {

        private long read;

        Counting(InputStream in) {
            super(in);
        }

        @Override
        public int read() throws IOException {
            var one = super.read();
            read += one < 0 ? 0 : 1;
            return one;
        }

        @Override
        public int read(byte[] into, int from, int length) throws IOException {
            var some = super.read(into, from, length);
            read += Math.max(some, 0);
            return some;
        }
    }
}
