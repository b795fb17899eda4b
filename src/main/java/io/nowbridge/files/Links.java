package io.nowbridge.files;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Optional;
import java.util.regex.Pattern;

/** Links to the files of a folder, each a file {@code links/<token>} that says until when what may be read. */
public final class Links {

    /** Where links lead on the server that hands the files out, which is the one that the API is on. */
    public static final String PATH = "/__exports/";

    private static final Pattern TOKEN = Pattern.compile("[0-9a-f]{32}");

    private final Path folder;

    public Links(Path folder) {
        this.folder = folder;
    }

    /** Makes one; whoever knows {@code token}, 32 hexadecimal digits that nobody can guess, can read the file. */
    URI to(String name, String token, Instant until) throws IOException {
        var link = link(token);
        Files.createDirectories(link.resolveSibling(""));
        Files.writeString(link, until + "\n" + name);
        return URI.create(PATH + token);
    }

    /** The file that a link leads to, unless it is over. */
    public Optional<Path> file(String token, Instant now) throws IOException {
        // A path of any other form would lead out of the folder.
        if (!TOKEN.matcher(token).matches() || !Files.exists(link(token))) {
            return Optional.empty();
        }
        var lines = Files.readAllLines(link(token));
        return Optional.of(folder.resolve(lines.get(1))).filter(file -> now.isBefore(Instant.parse(lines.getFirst())));
    }

    private Path link(String token) {
        return folder.resolve("links").resolve(token);
    }
}
