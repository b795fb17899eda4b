package io.nowbridge.ticket;

import io.smallrye.mutiny.Uni;
import java.util.List;
import java.util.stream.Stream;

/** Forms of two tables, and the people and groups of a small office. */
public final class FakeTicketForms implements TicketForms {

    private static final List<String> PEOPLE = List.of("Abel Tuter", "Beth Anglin", "Bow Ruggeri");
    private static final List<String> GROUPS = List.of("Database", "Network");

    @Override
    public List<Table> tables() {
        return List.of(new Table("incident", "Incident"), new Table("problem", "Problem"));
    }

    @Override
    public Uni<Spec> describe(String table) {
        var known = tables().stream()
                .filter(each -> each.name().equals(table))
                .findFirst()
                .orElseThrow();
        var title = new Field("shortDescription", "title", "Title", Type.TEXT, true, 160, List.of(), "");
        var kind = new Field(
                "subcategory",
                "kind",
                "Kind",
                Type.CHOICE,
                false,
                0,
                List.of(new Choice("db2", "DB2", "db")),
                "category");
        return Uni.createFrom()
                .item(new Spec(
                        known,
                        List.of(title, kind),
                        List.of(new PriorityRule("2", "3", "4", "4 - Low", false)),
                        List.of(new Warning("fields", "They are not known."))));
    }

    @Override
    public Uni<List<Named>> people(String text, int limit) {
        return Uni.createFrom().item(named(PEOPLE.stream().filter(name -> name.startsWith(text)), limit));
    }

    @Override
    public Uni<List<Named>> groups(String text, int limit) {
        return Uni.createFrom().item(named(GROUPS.stream().filter(name -> name.contains(text)), limit));
    }

    private static List<Named> named(Stream<String> names, int limit) {
        return names.limit(limit)
                .map(name -> new Named("id of " + name, name, "of the office"))
                .toList();
    }
}
