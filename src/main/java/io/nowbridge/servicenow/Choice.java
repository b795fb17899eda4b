package io.nowbridge.servicenow;

/**
 * A value that a choice column accepts.
 *
 * @param dependentValue the value of the column this one depends on (a subcategory's category); empty if on none
 */
public record Choice(String value, String label, String dependentValue) {}
