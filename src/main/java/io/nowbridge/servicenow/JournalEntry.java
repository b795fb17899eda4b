package io.nowbridge.servicenow;

import java.time.Instant;

/**
 * A note as it was written.
 *
 * @param column the journal it is in: {@code work_notes}, or {@code comments}, which a customer may read
 * @param author the user name of whoever wrote it
 */
public record JournalEntry(SysId sysId, String column, String text, String author, Instant at) {}
