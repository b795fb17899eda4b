package io.nowbridge.product;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.zip.Deflater;
import java.util.zip.DeflaterOutputStream;
import java.util.zip.InflaterInputStream;

/**
 * Changes in the order in which they were found, put away compressed by the range of their place, to be taken out a range at
 * a time: a first load of 450,000 products takes some 50 MB.
 */
final class Spill {

    private static final int RANGES = 128;
    private static final int BUFFER = 4 * 1024;

    private final List<Range> ranges = new ArrayList<>(RANGES);

    Spill() {
        for (var range = 0; range < RANGES; range++) {
            ranges.add(new Range());
        }
    }

    int ranges() {
        return RANGES;
    }

    void add(Change change) {
        range(change.place()).add(change.sku(), Optional.of(change));
    }

    /** Whatever was to be done about it is not any more. */
    void takeBack(Sku sku) {
        Chunk.places(sku).forEach(place -> range(place).add(sku, Optional.empty()));
    }

    /** The changes of a range, for each product the last one, and empties it. */
    List<Change> take(int range) {
        return ranges.set(range, new Range()).read();
    }

    private Range range(int place) {
        return ranges.get(place * RANGES / Chunk.PLACES);
    }

    private static final class Range {

        private final ByteArrayOutputStream bytes = new ByteArrayOutputStream(0);
        private final Deflater deflater = new Deflater(Deflater.BEST_SPEED);
        private final DataOutputStream out = new DataOutputStream(new DeflaterOutputStream(bytes, deflater, BUFFER));
        private int count;

        void add(Sku sku, Optional<Change> change) {
            try {
                out.writeUTF(sku.value());
                out.writeBoolean(change.isPresent());
                if (change.isPresent()) {
                    SpilledChange.write(change.get(), out);
                }
                count++;
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }

        List<Change> read() {
            try {
                out.close();
                deflater.end();
                var last = new LinkedHashMap<Sku, Change>();
                var in = new DataInputStream(new InflaterInputStream(new ByteArrayInputStream(bytes.toByteArray())));
                for (var left = count; left > 0; left--) {
                    readInto(last, in);
                }
                return List.copyOf(last.values());
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }

        private static void readInto(Map<Sku, Change> last, DataInputStream in) throws IOException {
            var sku = new Sku(in.readUTF());
            if (in.readBoolean()) {
                last.put(sku, SpilledChange.read(sku, in));
            } else {
                last.remove(sku);
            }
        }
    }
}
