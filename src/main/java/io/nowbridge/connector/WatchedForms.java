package io.nowbridge.connector;

import io.nowbridge.ticket.TicketForms;
import io.smallrye.mutiny.Uni;
import java.util.List;

/** The forms of a desk whose connection is watched. */
record WatchedForms(TicketForms forms, WatchedDesk desk) implements TicketForms {

    @Override
    public List<Table> tables() {
        return forms.tables();
    }

    @Override
    public Uni<Spec> describe(String table) {
        return desk.watched(forms.describe(table));
    }

    @Override
    public Uni<List<Named>> people(String text, int limit) {
        return desk.watched(forms.people(text, limit));
    }

    @Override
    public Uni<List<Named>> groups(String text, int limit) {
        return desk.watched(forms.groups(text, limit));
    }
}
