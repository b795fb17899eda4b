package io.nowbridge.export;

import io.nowbridge.activity.InMemoryActivity;
import io.nowbridge.connection.InMemoryConnections;
import io.nowbridge.files.FolderFiles;
import io.smallrye.mutiny.Uni;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.util.Map;
import java.util.Optional;
import java.util.Random;

/** Exports a million entries into the folder that it is given, for a test that says with how much memory. */
final class MillionEntries {

    static final long ENTRIES = 1_000_000;

    private MillionEntries() {}

    public static void main(String[] arguments) {
        var exports = new InMemoryExports();
        var clock = InstantSource.system();
        var writeExport = new WriteExport(
                new FakeHistory(ENTRIES),
                new Layouts(new InMemoryConnections(), new CsvRows(new Format.Csv(ZoneOffset.UTC, false), Map.of())),
                exports,
                id -> Uni.createFrom().voidItem(),
                new ExportLog(new InMemoryActivity(), clock),
                new Shelves(new FolderFiles(Path.of(arguments[0]), new Random(7)), Optional.empty()),
                clock,
                6 * 1024 * 1024);
        exports.add(ExportFixtures.export("million")).await().indefinitely();

        var outcome = writeExport.run("million", Duration.ofMinutes(5)).await().indefinitely();

        System.out.println(outcome.getClass().getSimpleName());
    }
}
