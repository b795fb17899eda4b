package io.nowbridge.product;

import io.nowbridge.product.Change.Action;
import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.util.EnumSet;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/** A change as bytes. Texts are at most 64 KiB long: columns are shorter. */
final class SpilledChange {

    private SpilledChange() {}

    static void write(Change change, DataOutput out) throws IOException {
        out.writeUTF(change.action().name());
        out.writeBoolean(change.parts().contains(Part.PRODUCT));
        out.writeBoolean(change.parts().contains(Part.OFFER));
        out.writeLong(change.imprint().product());
        out.writeLong(change.imprint().offer());
        var wanted = change.wanted();
        out.writeUTF(wanted.table());
        out.writeUTF(wanted.currency().orElse(""));
        write(wanted.product(), out);
        write(wanted.offer(), out);
    }

    /** What was written; where its records are is not part of it. */
    static Change read(Sku sku, DataInput in) throws IOException {
        var action = Action.valueOf(in.readUTF());
        var parts = EnumSet.noneOf(Part.class);
        if (in.readBoolean()) {
            parts.add(Part.PRODUCT);
        }
        if (in.readBoolean()) {
            parts.add(Part.OFFER);
        }
        var imprint = new Imprint(in.readLong(), in.readLong());
        var table = in.readUTF();
        var currency = Optional.of(in.readUTF()).filter(text -> !text.isEmpty());
        var wanted = new DeskProduct(sku, table, fields(in), fields(in), currency);
        return new Change(action, parts, wanted, DeskIds.DERIVED, imprint);
    }

    private static void write(Map<String, String> fields, DataOutput out) throws IOException {
        out.writeShort(fields.size());
        for (var field : fields.entrySet()) {
            out.writeUTF(field.getKey());
            out.writeUTF(field.getValue());
        }
    }

    private static SortedMap<String, String> fields(DataInput in) throws IOException {
        var fields = new TreeMap<String, String>();
        for (var left = in.readShort(); left > 0; left--) {
            var column = in.readUTF();
            fields.put(column, in.readUTF());
        }
        return fields;
    }
}
