package io.nowbridge.export;

import io.smallrye.mutiny.Uni;
import java.net.URI;
import java.time.Instant;
import java.util.List;

/**
 * Where files of entries are kept. A file comes into being part by part and is there as a whole or not at all; each step may be
 * repeated, by another process too, and ends the same.
 */
public interface ExportFiles {

    /** The least that a part can hold, but for the last: 5 MiB, which is S3's own limit. */
    int SMALLEST_PART = 5 * 1024 * 1024;

    /** Begins a file; nobody sees it before it is finished. */
    Uni<Upload> begin(String name, String contentType);

    /**
     * Writes a part, the first being 1; one that is there is replaced.
     *
     * @return its tag, which changes with what is in it
     */
    Uni<String> part(Upload upload, int number, byte[] bytes);

    /** Makes the parts with these tags, in their order, the file; one that is finished stays so. */
    Uni<Void> finish(Upload upload, List<String> tags);

    /** Gives the file up, with what was written of it; one that was given up stays so. */
    Uni<Void> abandon(Upload upload);

    /** Keeps what is not enough for a part yet. */
    Uni<Void> keepRest(Upload upload, int number, byte[] bytes);

    /** What was kept as the rest {@code number}. */
    Uni<byte[]> rest(Upload upload, int number);

    /** Lets whoever has the link read the finished file under the last part of its name, until then and no longer. */
    Uni<URI> link(Upload upload, Instant until);
}
