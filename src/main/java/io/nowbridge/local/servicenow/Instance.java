package io.nowbridge.local.servicenow;

import java.net.URI;
import java.util.concurrent.atomic.AtomicReference;

/** What the APIs of one instance share. */
record Instance(
        Schema schema,
        Records records,
        Choices choices,
        Journal journal,
        Attachments attachments,
        DisplayValues display,
        DotWalk walk,
        Properties properties,
        AtomicReference<Settings> currentSettings,
        Access access,
        SysIds sysIds,
        AtomicReference<URI> address) {

    static Instance of(Schema schema, Records records, SysIds sysIds) {
        var choices = new Choices(records);
        var journal = new Journal(records, sysIds);
        var attachments = new Attachments(records, sysIds);
        var settings = new AtomicReference<>(Settings.DEFAULT);
        var display = new DisplayValues(schema, records, choices, journal);
        return new Instance(
                schema,
                records,
                choices,
                journal,
                attachments,
                display,
                new DotWalk(schema, records),
                new Properties(records),
                settings,
                new Access(schema, attachments, settings::get),
                sysIds,
                new AtomicReference<>(URI.create("http://localhost/")));
    }

    Settings settings() {
        return currentSettings.get();
    }

    QueryMatcher matcher(Request request) {
        return new QueryMatcher(schema, records, display, request.caller(), request.now());
    }

    /** Where the API is, as its links name it: the instance's own address, whatever the request's {@code Host} says. */
    String apiAddress(Request request) {
        return address.get().resolve("/api/now/") + request.version();
    }
}
