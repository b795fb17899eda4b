package io.nowbridge.connector.catalogue;

import java.io.IOException;
import org.jspecify.annotations.Nullable;

/** A catalogue's file as a whole cannot be read; the message says why, in words for people. */
public final class BrokenCatalogueException extends IOException {

    private static final long serialVersionUID = 1;

    private final String remedy;

    public BrokenCatalogueException(String message, String remedy, @Nullable Throwable cause) {
        super(message, cause);
        this.remedy = remedy;
    }

    /** What to do about it, in a sentence for the person who can. */
    public String remedy() {
        return remedy;
    }
}
