package io.nowbridge.lambda;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.nowbridge.export.Export;
import io.nowbridge.export.ReadExport.Link;
import io.nowbridge.export.ReadExport.Shown;
import io.quarkus.runtime.annotations.RegisterForReflection;
import java.util.Optional;

/**
 * An export as the API shows it.
 *
 * @param entries how many are written by now
 * @param cause why it failed, if it has
 */
@RegisterForReflection
@JsonInclude(JsonInclude.Include.NON_ABSENT)
record ExportReply(String id, String state, long entries, Optional<String> cause, Optional<FileReply> file) {

    /** Where the file is, and how long it is there. */
    @RegisterForReflection
    record FileReply(String url, String expiresAt) {

        static FileReply of(Link link) {
            return new FileReply(link.url().toString(), link.expiresAt().toString());
        }
    }

    static ExportReply of(Export export) {
        return of(new Shown(export, Optional.empty()));
    }

    static ExportReply of(Shown shown) {
        var export = shown.export();
        var state = switch (export.state()) {
            case UNDER_WAY, WRITTEN -> "under-way";
            case READY -> "ready";
            case FAILED -> "failed";
        };
        return new ExportReply(
                export.id(),
                state,
                export.progress().entries(),
                export.cause(),
                shown.link().map(FileReply::of));
    }
}
