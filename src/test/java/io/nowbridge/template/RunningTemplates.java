package io.nowbridge.template;

import static io.nowbridge.connection.ConnectionFixtures.connection;
import static io.nowbridge.connection.ConnectionFixtures.disabled;
import static io.nowbridge.template.TemplateFixtures.DESK;
import static io.nowbridge.template.TemplateFixtures.DISTRIBUTOR;
import static io.nowbridge.template.TemplateFixtures.MANAGER;
import static io.nowbridge.template.TemplateFixtures.NOW;

import io.nowbridge.activity.Activity;
import io.nowbridge.connection.ConnectionId;
import io.nowbridge.connection.InMemoryConnections;
import io.nowbridge.connection.SystemType;
import io.nowbridge.template.TemplateOutcome.Saved;
import io.smallrye.mutiny.Uni;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;

/** Templates between a desk and a distributor, with everything behind them in memory. */
public final class RunningTemplates {

    private final InMemoryTemplates store = new InMemoryTemplates();
    private final InMemoryConnections connections = new InMemoryConnections();
    private final FakeDesk desk = new FakeDesk();
    private final List<Activity> logged = new ArrayList<>();
    private final AtomicInteger ids = new AtomicInteger();
    private final TemplateWork work = TemplateWork.of(new TemplateWork.Parts(
            store,
            connections,
            desk,
            desk,
            () -> new TemplateId("template-" + ids.incrementAndGet()),
            new TemplateLog(
                    entry -> Uni.createFrom().voidItem().invoke(() -> logged.add(entry)),
                    RunningTemplates::now,
                    () -> "entry-" + ids.incrementAndGet()),
            RunningTemplates::now));

    public RunningTemplates() {
        connections.given(connection(DESK.value(), SystemType.SERVICENOW));
        connections.given(connection(DISTRIBUTOR.value(), SystemType.TDSYNNEX));
    }

    public InMemoryTemplates store() {
        return store;
    }

    public TemplateWork work() {
        return work;
    }

    public FakeDesk desk() {
        return desk;
    }

    public static Instant now() {
        return NOW;
    }

    /** Switches a connection off. */
    public void close(ConnectionId id) {
        connections.given(disabled(connections.now(id).orElseThrow()));
    }

    InMemoryConnections connections() {
        return connections;
    }

    List<Activity> logged() {
        return logged;
    }

    TemplateOutcome create(TemplateForm form) {
        return work.save().create(form, MANAGER).await().indefinitely();
    }

    /** A new template that could be saved. */
    Template created(TemplateForm form) {
        return ((Saved) create(form)).template();
    }

    TemplateOutcome replace(Template template, TemplateForm form) {
        return work.save()
                .replace(template.id(), template.revision(), form, MANAGER)
                .await()
                .indefinitely();
    }

    TemplateOutcome enable(Template template) {
        return work.switches()
                .enable(template.id(), template.revision(), MANAGER)
                .await()
                .indefinitely();
    }

    /** A template that could be enabled. */
    Template enabled(TemplateForm form) {
        return ((Saved) enable(created(form))).template();
    }

    TemplateOutcome disable(Template template) {
        return work.switches()
                .disable(template.id(), template.revision(), MANAGER)
                .await()
                .indefinitely();
    }

    TemplateOutcome remove(Template template) {
        return work.switches()
                .remove(template.id(), template.revision(), MANAGER)
                .await()
                .indefinitely();
    }

    Template found(TemplateId id) {
        return store.find(id).await().indefinitely().orElseThrow();
    }
}
