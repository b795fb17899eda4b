package io.nowbridge.activity;

import java.time.Instant;

/** Where an entry of the log is found: when its action began, and its id. */
public record EntryKey(Instant at, String id) {}
