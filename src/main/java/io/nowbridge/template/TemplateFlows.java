package io.nowbridge.template;

import io.nowbridge.access.Requester;
import io.nowbridge.connection.Connection;
import io.nowbridge.connection.ConnectionId;
import io.nowbridge.setup.Flows;
import io.nowbridge.setup.Need;
import io.nowbridge.setup.Needs;
import io.nowbridge.template.TemplateOutcome.Saved;
import io.smallrye.mutiny.Uni;
import java.util.List;
import java.util.stream.Collectors;

/** The enabled templates of a connection: what they need of it, and how they all stop. */
public final class TemplateFlows implements Flows, Needs {

    private static final int ATTEMPTS = 5;

    private final Templates templates;
    private final SwitchTemplate switches;

    public TemplateFlows(Templates templates, SwitchTemplate switches) {
        this.templates = templates;
        this.switches = switches;
    }

    // Tables and rights are a desk's: of a distributor, a template needs no more than that it is connected.
    @Override
    public Uni<List<Need>> of(Connection connection) {
        return templates
                .of(connection.id())
                .filter(template -> template.enabled() && template.form().desk().equals(connection.id()))
                .onItem()
                .transformToIterable(template -> template.form().needs())
                .collect()
                .asList();
    }

    @Override
    public Uni<Integer> disable(ConnectionId connection, Requester by) {
        return templates
                .of(connection)
                .filter(Template::enabled)
                .onItem()
                .transformToUniAndConcatenate(template -> disable(template, by, ATTEMPTS))
                .collect()
                .with(Collectors.summingInt(Integer::intValue));
    }

    @Override
    public Uni<Integer> count(ConnectionId connection) {
        return templates.of(connection).collect().with(Collectors.summingInt(template -> 1));
    }

    // Somebody may edit it at the same moment: what counts is that it ends up disabled.
    private Uni<Integer> disable(Template template, Requester by, int attempts) {
        if (!template.enabled()) {
            return Uni.createFrom().item(0);
        }
        if (attempts == 0) {
            return Uni.createFrom()
                    .failure(new IllegalStateException("the template " + template.id() + " keeps being changed"));
        }
        return switches.disable(template, by)
                .flatMap(outcome -> outcome instanceof Saved
                        ? Uni.createFrom().item(1)
                        : templates
                                .find(template.id())
                                .flatMap(found -> found.map(changed -> disable(changed, by, attempts - 1))
                                        .orElseGet(() -> Uni.createFrom().item(0))));
    }
}
