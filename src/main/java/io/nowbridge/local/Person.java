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
            new Person("mara", "Mara, Manager", "connects systems and works on every anomaly", "manager", List.of()),
            new Person("ada", "Ada, Admin", "may do the same", "admin", List.of()),
            new Person(
                    "ben",
                    "Ben, Member of data-eng",
                    "works on the anomalies of one datastore",
                    "member",
                    List.of("data-eng")),
            new Person("nora", "Nora, Member without a team", "may sign in, and see no anomaly", "member", List.of()));
}
