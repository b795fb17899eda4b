package io.nowbridge.local;

import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.zip.ZipInputStream;

/** What ships, unpacked where a plain JVM can run it. */
record FunctionZip(Path project) {

    /**
     * Unpacks the package, if it is not yet unpacked, and gives the class path to run it with {@code localJars}: the
     * package and its own libraries come first, since they are what is deployed.
     */
    String classPath(String localJars) {
        var functions = project.resolve("target/functions");
        try {
            unpack(project.resolve("target/function.zip"), functions);
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot unpack what ships: is it built?", e);
        }
        return String.join(
                File.pathSeparator,
                functions.toString(),
                functions.resolve("lib/*").toString(),
                project.resolve("target/classes").toString(),
                localJars);
    }

    /** Deletes a directory with all that is in it, if it is there. */
    static void delete(Path directory) throws IOException {
        if (!Files.exists(directory)) {
            return;
        }
        try (var all = Files.walk(directory)) {
            for (var path : all.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(path);
            }
        }
    }

    private static void unpack(Path zip, Path target) throws IOException {
        var built = Files.getLastModifiedTime(zip);
        if (Files.exists(target) && Files.getLastModifiedTime(target).equals(built)) {
            return;
        }
        delete(target);
        try (var entries = new ZipInputStream(Files.newInputStream(zip))) {
            for (var entry = entries.getNextEntry(); entry != null; entry = entries.getNextEntry()) {
                var path = target.resolve(entry.getName());
                if (entry.isDirectory()) {
                    Files.createDirectories(path);
                } else {
                    Files.createDirectories(path.resolveSibling("."));
                    Files.copy(entries, path);
                }
            }
        }
        // Last, so that half an unpacking is not taken for a whole one.
        Files.setLastModifiedTime(target, built);
    }
}
