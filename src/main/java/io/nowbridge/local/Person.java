package io.nowbridge.local;

import java.util.List;

/**
 * Somebody who can sign in to the local console.
 *
 * @param subject the {@code sub} of the tokens
 */
record Person(String subject, String name, String about, String role, List<String> teams) {

    /** One for each thing that the console shows differently. */
    static final List<Person> ALL = List.of(
            new Person("mara", "Mara, Manager", "Connects systems, and works on every anomaly", "manager", List.of()),
            new Person("ada", "Ada, Admin", "May do the same", "admin", List.of()),
            new Person(
                    "ben",
                    "Ben, Member of data-eng",
                    "Works on the anomalies of one datastore, Sales",
                    "member",
                    List.of("data-eng")),
            new Person("nora", "Nora, Member without a team", "May sign in, and sees no anomaly", "member", List.of()));
}
