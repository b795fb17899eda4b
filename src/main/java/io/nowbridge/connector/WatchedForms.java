package io.nowbridge.connector;

import io.nowbridge.ticket.TicketForms;
import io.smallrye.mutiny.Uni;
import java.util.List;

/** The forms of a desk whose connection is watched. */
record WatchedForms(TicketForms forms, Watch watch) implements TicketForms {

    @Override
    public List<Table> tables() {
        return forms.tables();
    }

    @Override
    public Uni<Spec> describe(String table) {
        return watch.on(forms.describe(table));
    }

    @Override
    public Uni<List<Named>> people(String text, int limit) {
        return watch.on(forms.people(text, limit));
    }

    @Override
    public Uni<List<Named>> groups(String text, int limit) {
        return watch.on(forms.groups(text, limit));
    }
}
