package io.nowbridge.ticket;

/** Something about a field that did not go as asked, though the ticket is open. */
public record Warning(String field, String message) {}
