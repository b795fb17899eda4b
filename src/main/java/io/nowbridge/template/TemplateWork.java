package io.nowbridge.template;

import io.nowbridge.connection.Connections;
import io.nowbridge.setup.Probe;
import java.time.InstantSource;

/** All that can be done with templates. */
public record TemplateWork(SaveTemplate save, SwitchTemplate switches, TemplateHistory history, TemplateFlows flows) {

    /** What it takes. */
    public record Parts(
            Templates templates,
            Connections connections,
            DeskSchema schemas,
            Probe probe,
            TemplateIds ids,
            TemplateLog log,
            InstantSource clock) {}

    public static TemplateWork of(Parts parts) {
        var templates = parts.templates();
        var inspection = new Inspection(parts.connections(), parts.schemas());
        var readiness = new Readiness(inspection, parts.connections(), parts.probe());
        var switches = new SwitchTemplate(templates, readiness, parts.log(), parts.clock());
        return new TemplateWork(
                new SaveTemplate(templates, inspection, readiness, parts.log(), parts.ids(), parts.clock()),
                switches,
                new TemplateHistory(templates),
                new TemplateFlows(templates, switches));
    }
}
