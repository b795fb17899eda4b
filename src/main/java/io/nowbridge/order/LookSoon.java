package io.nowbridge.order;

import io.nowbridge.connection.ConnectionId;
import io.nowbridge.paging.Page;
import io.nowbridge.template.Template;
import io.nowbridge.template.TemplateKind;
import io.nowbridge.template.Templates;
import io.smallrye.mutiny.Uni;
import java.util.Optional;

/** Has a desk looked at for one purchase order, by every enabled template that creates orders of that desk. */
public final class LookSoon {

    private final Templates templates;
    private final OrderQueue queue;

    public LookSoon(Templates templates, OrderQueue queue) {
        this.templates = templates;
        this.queue = queue;
    }

    /** Fails unless all of them are sure to look. */
    public Uni<Void> run(ConnectionId desk, String number, String by) {
        return Page.all(templates::page)
                .filter(template -> template.enabled() && looksAt(desk, template))
                .onItem()
                .transformToUniAndConcatenate(template -> queue.look(template.id(), Optional.of(number), by))
                .onItem()
                .ignoreAsUni();
    }

    private static boolean looksAt(ConnectionId desk, Template template) {
        return template.form().kind() == TemplateKind.CREATE_ORDERS
                && template.form().desk().equals(desk);
    }
}
