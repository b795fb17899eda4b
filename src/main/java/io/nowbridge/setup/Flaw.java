package io.nowbridge.setup;

/** A field that was filled in wrongly, and what is wrong with it. */
public record Flaw(String field, String message) {}
