package io.nowbridge.sync;

/** What an event asks for cannot be had now and may be had later: the event is kept, and comes again. */
public final class NotYetException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    public NotYetException(String cause) {
        super(cause);
    }
}
