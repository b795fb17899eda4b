package io.nowbridge.export;

import io.smallrye.mutiny.Uni;

/** Wakes whoever writes exports. */
public interface ExportQueue {

    /** Has the export written further; the wakings of one export are worked on one after the other. */
    Uni<Void> wake(String id);
}
