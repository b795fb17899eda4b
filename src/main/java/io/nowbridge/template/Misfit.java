package io.nowbridge.template;

/** A field of a template that cannot be saved as it is, by its path: {@code mappings.fields.sku}. */
public record Misfit(String field, String message) {}
