package io.nowbridge.servicenow;

/**
 * A record of any table.
 *
 * @param number what people call it; empty where the table numbers none, or this user may not read it
 */
public record Stored(SysId sysId, String number) {}
