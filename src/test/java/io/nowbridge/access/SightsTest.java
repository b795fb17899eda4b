package io.nowbridge.access;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class SightsTest {

    private final InMemoryDatastoreAccess access = new InMemoryDatastoreAccess();
    private final Sights sights = new Sights(access);

    @ParameterizedTest
    @EnumSource(names = {"ADMIN", "MANAGER"})
    void whoManagesSeesEverything(Role role) {
        assertThat(of(new Requester("mo", Set.of(role), Set.of()))).isEqualTo(new Sight.Everything());
    }

    @Test
    void aMemberSeesWhereAnyOfTheTeamsHasARight() {
        access.grant("1", "data-eng", TeamRight.REPORTER)
                .grant("2", "ops", TeamRight.EDITOR)
                .grant("3", "finance", TeamRight.EDITOR);

        assertThat(of(member("data-eng", "ops"))).isEqualTo(new Sight.Only(Set.of("1", "2")));
    }

    @Test
    void noneIsForgottenHoweverManyThereAre() {
        IntStream.rangeClosed(1, 250)
                .forEach(number -> access.grant(Integer.toString(number), "data-eng", TeamRight.VIEWER));

        assertThat(of(member("data-eng")))
                .isInstanceOfSatisfying(
                        Sight.Only.class, only -> assertThat(only.datastores()).hasSize(250));
    }

    @Test
    void whoHasNoTeamOrNoRoleSeesNothing() {
        access.grant("1", "data-eng", TeamRight.EDITOR);

        assertThat(of(member())).isEqualTo(new Sight.Only(Set.of()));
        assertThat(of(new Requester("mo", Set.of(), Set.of("data-eng")))).isEqualTo(new Sight.Only(Set.of()));
    }

    private Sight of(Requester requester) {
        return sights.of(requester).await().indefinitely();
    }

    private static Requester member(String... teams) {
        return new Requester("mo", Set.of(Role.MEMBER), Set.of(teams));
    }
}
