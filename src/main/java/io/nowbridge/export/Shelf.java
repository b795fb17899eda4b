package io.nowbridge.export;

/** Which of the places an export's file is for. */
public enum Shelf {
    /** For whoever asked, for a few days. */
    DOWNLOADS,
    /** For good: what the log itself forgets. */
    ARCHIVE
}
