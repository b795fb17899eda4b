package io.nowbridge.servicenow;

/** A person known to ServiceNow. */
public record User(SysId sysId, String userName, String name, String email, boolean active) {}
