package io.nowbridge.tdsynnex;

import java.io.IOException;
import org.jspecify.annotations.Nullable;

/** A price file as a whole cannot be read; the message says why, in words for people. */
public final class BrokenFileException extends IOException {

    private static final long serialVersionUID = 1;

    BrokenFileException(String message) {
        this(message, null);
    }

    BrokenFileException(String message, @Nullable Throwable cause) {
        super(message, cause);
    }
}
