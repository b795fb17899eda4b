package io.nowbridge.servicenow;

/** A group that records can be assigned to. */
public record Group(SysId sysId, String name, String description, boolean active) {}
