package io.nowbridge.export;

import io.smallrye.mutiny.Uni;
import java.io.ByteArrayOutputStream;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Supplier;

/** Files in memory, which a test can make fail. */
public final class InMemoryFiles implements ExportFiles {

    private final Map<String, byte[]> files = new HashMap<>();
    private final Map<Upload, Map<Integer, byte[]>> uploads = new HashMap<>();
    private final Map<String, byte[]> rests = new HashMap<>();
    private boolean down;

    public Optional<String> text(String name) {
        return Optional.ofNullable(files.get(name)).map(bytes -> new String(bytes, StandardCharsets.UTF_8));
    }

    int uploads() {
        return uploads.size();
    }

    void down(boolean isDown) {
        down = isDown;
    }

    @Override
    public Uni<Upload> begin(String name, String contentType) {
        return up(() -> {
            var upload = new Upload(name, "upload-" + (uploads.size() + 1));
            uploads.put(upload, new TreeMap<>());
            return upload;
        });
    }

    @Override
    public Uni<String> part(Upload upload, int number, byte[] bytes) {
        return up(() -> {
            parts(upload).put(number, bytes);
            return tag(bytes);
        });
    }

    @Override
    public Uni<Void> finish(Upload upload, List<String> tags) {
        return this.<Void>up(() -> {
            if (!files.containsKey(upload.name()) || uploads.containsKey(upload)) {
                files.put(upload.name(), join(parts(upload), tags));
                uploads.remove(upload);
            }
            return null;
        });
    }

    @Override
    public Uni<Void> abandon(Upload upload) {
        return Uni.createFrom().voidItem().invoke(() -> uploads.remove(upload));
    }

    @Override
    public Uni<Void> keepRest(Upload upload, int number, byte[] bytes) {
        return up(() -> rests.put(upload.id() + number, bytes)).replaceWithVoid();
    }

    @Override
    public Uni<byte[]> rest(Upload upload, int number) {
        return up(() -> Optional.ofNullable(rests.get(upload.id() + number)).orElseThrow());
    }

    @Override
    public Uni<URI> link(Upload upload, Instant until) {
        return up(() -> URI.create("https://files.example/" + upload.name() + "?until=" + until));
    }

    private Map<Integer, byte[]> parts(Upload upload) {
        return Optional.ofNullable(uploads.get(upload)).orElseThrow();
    }

    private static byte[] join(Map<Integer, byte[]> parts, List<String> tags) {
        var all = new ByteArrayOutputStream();
        for (var number = 1; number <= tags.size(); number++) {
            var part = Optional.ofNullable(parts.get(number)).orElseThrow();
            if (!tag(part).equals(tags.get(number - 1))) {
                throw new IllegalStateException("part %d is not the one that was noted".formatted(number));
            }
            all.writeBytes(part);
        }
        return all.toByteArray();
    }

    private static String tag(byte[] bytes) {
        return Integer.toHexString(Arrays.hashCode(bytes));
    }

    private <T> Uni<T> up(Supplier<T> act) {
        return Uni.createFrom().item(() -> {
            if (down) {
                throw new IllegalStateException("files cannot be written");
            }
            return act.get();
        });
    }
}
