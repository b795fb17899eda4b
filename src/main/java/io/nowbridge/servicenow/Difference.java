package io.nowbridge.servicenow;

/**
 * A column that ServiceNow dropped or changed while it wrote the rest.
 *
 * @param stored what is stored instead; empty where nothing is, or where this user may not read it
 */
public record Difference(String field, String sent, String stored) {}
