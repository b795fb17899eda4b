package io.nowbridge.servicenow;

/**
 * A column as the dictionary describes it.
 *
 * @param type ServiceNow's name of it, such as {@code string}, {@code glide_date_time} or {@code journal_input}
 * @param maxLength in characters; 0 where the dictionary gives none
 * @param reference the table whose sys_id it holds; empty if none
 * @param choice whether it holds one of a set of values
 * @param defaultValue what a new record holds that brings none; empty if nothing
 */
public record Column(
        String name,
        String label,
        String type,
        int maxLength,
        String reference,
        boolean choice,
        boolean mandatory,
        boolean readOnly,
        String defaultValue) {}
