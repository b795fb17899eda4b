package io.nowbridge.vault;

import com.google.crypto.tink.subtle.Random;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/** Master keys, the newest last. As text one line each: the id, a blank, and the key in Base64. */
record KeyRing(List<MasterKey> keys) {

    private static final int ID_BYTES = 8;

    /** One of them; its id is drawn, so that the keys of two files are never taken for each other. */
    record MasterKey(String id, AesKey key) {

        private static MasterKey random() {
            return new MasterKey(HexFormat.of().formatHex(Random.randBytes(ID_BYTES)), AesKey.random());
        }

        private static MasterKey parse(String line) {
            var parts = line.split(" ", 2);
            if (parts.length != 2) {
                throw new IllegalArgumentException("A key's line is its id, a blank and the key");
            }
            return new MasterKey(parts[0], AesKey.ofBase64(parts[1]));
        }
    }

    static KeyRing ofOneKey() {
        return new KeyRing(List.of(MasterKey.random()));
    }

    static KeyRing parse(String text) {
        if (text.isEmpty()) {
            throw new IllegalArgumentException("There is no key");
        }
        return new KeyRing(text.lines().map(MasterKey::parse).toList());
    }

    String text() {
        return keys.stream().map(key -> key.id + " " + key.key.base64() + "\n").collect(Collectors.joining());
    }

    MasterKey current() {
        return keys.getLast();
    }

    Optional<MasterKey> find(String id) {
        return keys.stream().filter(key -> key.id.equals(id)).findFirst();
    }

    KeyRing withAnother() {
        var more = new ArrayList<>(keys);
        more.add(MasterKey.random());
        return new KeyRing(List.copyOf(more));
    }
}
