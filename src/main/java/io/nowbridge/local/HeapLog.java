package io.nowbridge.local;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/** How much heap another program used, as its garbage collector logs it. */
final class HeapLog {

    private static final Pattern PAUSE = Pattern.compile("Pause .* (\\d+)M->\\d+M\\(");

    private final Path file;
    private int seen;

    HeapLog(Path file) {
        this.file = file;
    }

    /** What makes a program log. */
    String option() {
        return "-Xlog:gc:file=" + file;
    }

    /** The most megabytes that were in use since this was asked last, as far as collections saw them. */
    int peakSinceLastTime() throws IOException {
        var lines = Files.readAllLines(file);
        var peak = lines.stream()
                .skip(seen)
                .flatMap(line -> PAUSE.matcher(line).results())
                .map((MatchResult pause) -> pause.group(1))
                .mapToInt(Integer::parseInt)
                .max();
        seen = lines.size();
        return peak.orElse(0);
    }
}
