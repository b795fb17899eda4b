package io.nowbridge.files;

import io.nowbridge.export.ExportFiles;
import io.nowbridge.export.Upload;
import io.smallrye.mutiny.Uni;
import io.smallrye.mutiny.infrastructure.Infrastructure;
import io.smallrye.mutiny.unchecked.Unchecked;
import io.smallrye.mutiny.unchecked.UncheckedSupplier;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Instant;
import java.util.HexFormat;
import java.util.List;
import java.util.random.RandomGenerator;
import java.util.zip.CRC32;

/**
 * Files in a folder, for a machine of one's own. Beside them lie {@code parts/<upload>/<number>}, {@code
 * rests/<upload>/<number>}, and the links.
 */
public final class FolderFiles implements ExportFiles {

    private static final int UNGUESSABLE = 16;

    private final Path folder;
    private final Links links;
    private final RandomGenerator chance;

    public FolderFiles(Path folder, RandomGenerator chance) {
        this.folder = folder;
        this.links = new Links(folder);
        this.chance = chance;
    }

    @Override
    public Uni<Upload> begin(String name, String contentType) {
        return Uni.createFrom().item(() -> new Upload(name, random()));
    }

    @Override
    public Uni<String> part(Upload upload, int number, byte[] bytes) {
        return onDisk(() -> {
            write(part(upload, Integer.toString(number)), bytes);
            return tag(bytes);
        });
    }

    @Override
    public Uni<Void> finish(Upload upload, List<String> tags) {
        return onDisk(() -> {
                    var file = folder.resolve(upload.name());
                    if (Files.exists(parts(upload))) {
                        var whole = join(upload, tags);
                        Files.createDirectories(file.resolveSibling(""));
                        Files.move(whole, file, StandardCopyOption.ATOMIC_MOVE);
                        delete(parts(upload));
                    } else if (!Files.exists(file)) {
                        throw new IOException("There is no upload " + upload);
                    }
                    return file;
                })
                .replaceWithVoid();
    }

    @Override
    public Uni<Void> abandon(Upload upload) {
        return onDisk(() -> delete(parts(upload))).replaceWithVoid();
    }

    @Override
    public Uni<Void> keepRest(Upload upload, int number, byte[] bytes) {
        return onDisk(() -> write(restFile(upload, number), bytes)).replaceWithVoid();
    }

    @Override
    public Uni<byte[]> rest(Upload upload, int number) {
        return onDisk(() -> Files.readAllBytes(restFile(upload, number)));
    }

    @Override
    public Uni<URI> link(Upload upload, Instant until) {
        return onDisk(() -> links.to(upload.name(), random(), until));
    }

    private Path join(Upload upload, List<String> tags) throws IOException {
        var whole = part(upload, "whole");
        try (var out = Files.newOutputStream(whole)) {
            for (var number = 1; number <= tags.size(); number++) {
                var bytes = Files.readAllBytes(part(upload, Integer.toString(number)));
                if (!tag(bytes).equals(tags.get(number - 1))) {
                    throw new IOException("Part %d of %s is not the one that was noted".formatted(number, upload));
                }
                out.write(bytes);
            }
        }
        return whole;
    }

    // Never half there: what a kill leaves has another name.
    private static Path write(Path file, byte[] bytes) throws IOException {
        Files.createDirectories(file.resolveSibling(""));
        var half = file.resolveSibling(file.getFileName() + ".half");
        Files.write(half, bytes);
        return Files.move(half, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    }

    private static boolean delete(Path directory) throws IOException {
        if (!Files.exists(directory)) {
            return false;
        }
        try (var files = Files.list(directory)) {
            for (var file : files.toList()) {
                Files.delete(file);
            }
        }
        return Files.deleteIfExists(directory);
    }

    private Path parts(Upload upload) {
        return folder.resolve("parts").resolve(upload.id());
    }

    private Path part(Upload upload, String number) {
        return parts(upload).resolve(number);
    }

    private Path restFile(Upload upload, int number) {
        return folder.resolve("rests").resolve(upload.id()).resolve(Integer.toString(number));
    }

    private static String tag(byte[] bytes) {
        var sum = new CRC32();
        sum.update(bytes);
        return Long.toHexString(sum.getValue());
    }

    private String random() {
        var bytes = new byte[UNGUESSABLE];
        chance.nextBytes(bytes);
        return HexFormat.of().formatHex(bytes);
    }

    private static <T> Uni<T> onDisk(UncheckedSupplier<T> act) {
        return Uni.createFrom().item(Unchecked.supplier(act)).runSubscriptionOn(Infrastructure.getDefaultExecutor());
    }
}
