package io.nowbridge.export;

import java.util.Optional;

/**
 * The places for files.
 *
 * @param archive empty where the customer wants none
 */
public record Shelves(ExportFiles downloads, Optional<ExportFiles> archive) {

    ExportFiles of(Shelf shelf) {
        return switch (shelf) {
            case DOWNLOADS -> downloads;
            case ARCHIVE ->
                archive.orElseThrow(() -> new IllegalStateException("An archive was begun, and there is none now"));
        };
    }
}
