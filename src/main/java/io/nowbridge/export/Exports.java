package io.nowbridge.export;

import io.smallrye.mutiny.Uni;
import java.util.Optional;

/** The exports that were asked for, and how far each has come. */
public interface Exports {

    /** Keeps a new export; false where one of its id is there already, which stays as it is. */
    Uni<Boolean> add(Export export);

    Uni<Optional<Export>> find(String id);

    /**
     * Keeps the next revision of an export; false where somebody else has kept another one meanwhile. That it was ours, when
     * the acknowledgement is lost and the write is repeated, is recognised.
     */
    Uni<Boolean> replace(Export next);
}
