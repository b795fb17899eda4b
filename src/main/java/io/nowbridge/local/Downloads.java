package io.nowbridge.local;

import io.nowbridge.files.Links;
import io.vertx.core.buffer.Buffer;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;

/** Exported files, for whoever has a link that is still good: {@code GET /__exports/{token}}, in the place of S3. */
final class Downloads {

    private final Links links;
    private final InstantSource clock;

    Downloads(Path folder, InstantSource clock) {
        this.links = new Links(folder);
        this.clock = clock;
    }

    boolean isAsked(String method, String path) {
        return method.equals("GET") && path.startsWith(Links.PATH);
    }

    /** The file as S3 would answer it by such a link. */
    Reply answer(String path) throws IOException {
        var file = links.file(path.substring(Links.PATH.length()), clock.instant());
        if (file.isEmpty()) {
            return Reply.own(403, "Request has expired");
        }
        var headers = Map.of(
                "content-type",
                "application/octet-stream",
                "content-disposition",
                "attachment; filename=\"%s\"".formatted(file.get().getFileName()));
        return new Reply(200, headers, List.of(), Buffer.buffer(Files.readAllBytes(file.get())));
    }
}
