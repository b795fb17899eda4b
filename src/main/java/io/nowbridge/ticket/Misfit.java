package io.nowbridge.ticket;

/** A field of the form that the desk cannot take, and what it would take instead. */
public record Misfit(String field, String message) {}
