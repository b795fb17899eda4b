package io.nowbridge.servicenow;

import static io.nowbridge.servicenow.Outcomes.failureOf;
import static io.nowbridge.servicenow.Outcomes.itemOf;
import static io.nowbridge.servicenow.Reply.json;
import static org.assertj.core.api.Assertions.assertThat;

import io.nowbridge.servicenow.ServiceNowException.Forbidden;
import io.nowbridge.servicenow.ServiceNowException.Rejected;
import io.quarkus.test.junit.QuarkusTest;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Users, groups and choices against recorded answers. */
@QuarkusTest
class LookupTest {

    private static final String USERS = "/api/now/table/sys_user";
    private static final String GROUPS = "/api/now/table/sys_user_group";
    private static final String CHOICES = "/api/now/table/sys_choice";

    @RegisterExtension
    final RecordedInstance instance = new RecordedInstance();

    private final ServiceNow serviceNow = instance.client();

    @ParameterizedTest
    @ValueSource(
            strings = {"46c6f9efa9fe198101ddf5eed9adf6e7", "beth.anglin", "Beth.Anglin@example.com", " beth.anglin "})
    void aUserIsFoundByWhatOnlyHeGoesBy(String text) {
        instance.on(USERS, json(200, "users.json"));

        var found = itemOf(serviceNow.users().find(text));

        assertThat(found)
                .containsExactly(new User(
                        new SysId("46c6f9efa9fe198101ddf5eed9adf6e7"),
                        "beth.anglin",
                        "Beth Anglin",
                        "beth.anglin@example.com",
                        false));
    }

    @Test
    void aUserIsAskedForByAllThreeNames() {
        instance.on(USERS, json(200, "none.json"));

        itemOf(serviceNow.users().find("fred"));

        assertThat(instance.received(USERS))
                .singleElement()
                .returns("sys_id=fred^ORuser_name=fred^ORemail=fred", request -> request.query("sysparm_query"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"x^ORactive=true", "x^NQactive=true", "x%5ENQactive=true", "NULL"})
    void rowsThatAnInstanceWasTalkedIntoAreNotFound(String text) {
        instance.on(USERS, json(200, "users.json")).on(GROUPS, json(200, "groups.json"));

        assertThat(itemOf(serviceNow.users().find(text))).isEmpty();
        assertThat(itemOf(serviceNow.groups().find(text))).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " ", "javascript:gs.getUserID()", "a\nb"})
    void textThatNoQueryCanCarryIsNobodysName(String text) {
        assertThat(itemOf(serviceNow.users().find(text))).isEmpty();
        assertThat(itemOf(serviceNow.groups().find(text))).isEmpty();
        assertThat(itemOf(serviceNow.users().beginningWith(text, 20))).isEmpty();
        assertThat(itemOf(serviceNow.groups().containing(text, 20))).isEmpty();
        assertThat(instance.received(USERS)).isEmpty();
        assertThat(instance.received(GROUPS)).isEmpty();
    }

    @Test
    void aGroupIsFoundByItsWholeName() {
        instance.on(GROUPS, json(200, "groups.json"));

        var found = itemOf(serviceNow.groups().find("network"));

        assertThat(found)
                .containsExactly(new Group(new SysId("287ebd7da9fe198100f92cc8d1d2154e"), "Network", "", true));
    }

    @Test
    void usersAreListedByTheBeginningOfAnyNameAmongTheActive() {
        instance.on(USERS, json(200, "users.json"));

        var listed = itemOf(serviceNow.users().beginningWith(" be^th ", 7));

        assertThat(listed).extracting(User::active).doesNotContain(false);
        assertThat(instance.received(USERS)).singleElement().satisfies(request -> {
            assertThat(request.query("sysparm_query"))
                    .isEqualTo("active=true^nameSTARTSWITHbe^^th^ORuser_nameSTARTSWITHbe^^th^ORemailSTARTSWITHbe^^th"
                            + "^ORDERBYname^ORDERBYsys_id");
            assertThat(request.query("sysparm_limit")).isEqualTo("7");
        });
    }

    @Test
    void groupsAreListedByAPartOfTheirName() {
        instance.on(GROUPS, json(200, "groups.json"));

        itemOf(serviceNow.groups().containing("net", 5));

        assertThat(instance.received(GROUPS))
                .singleElement()
                .returns(
                        "active=true^nameLIKEnet^ORDERBYname^ORDERBYsys_id", request -> request.query("sysparm_query"));
    }

    @Test
    void aTablesOwnChoicesReplaceThoseOfTask() {
        instance.on(CHOICES, json(200, "choices-inherited-and-own.json"));

        var choices = itemOf(serviceNow.choices().of("incident", Set.of("state")));

        assertThat(choices.get("state"))
                .containsExactly(new Choice("1", "New", ""), new Choice("2", "In Progress", ""));
    }

    @Test
    void aTableWithoutChoicesOfItsOwnHasThoseOfTask() {
        instance.on(CHOICES, json(200, "choices-inherited.json"));

        var choices = itemOf(serviceNow.choices().of("incident", Set.of("urgency")));

        assertThat(choices.get("urgency")).extracting(Choice::label).containsExactly("1 - High", "2 - Medium");
    }

    @Test
    void choicesAreAskedForInTheirOrder() {
        instance.on(CHOICES, json(200, "none.json"));

        itemOf(serviceNow.choices().of("incident", Set.of("urgency")));

        assertThat(instance.received(CHOICES))
                .singleElement()
                .returns(
                        "nameINincident,task^elementINurgency^language=en^ORDERBYsequence^ORDERBYsys_id",
                        request -> request.query("sysparm_query"));
    }

    @Test
    void aTableThatIsNoTaskInheritsNothing() {
        instance.on(CHOICES, json(200, "choices-inherited.json"));

        var choices = itemOf(serviceNow.choices().of("sys_user", Set.of("urgency")));

        assertThat(choices.get("urgency")).isEmpty();
    }

    @Test
    void choicesThatMayNotBeReadSaySo() {
        instance.on(CHOICES, json(403, "acl.json"));

        assertThat(failureOf(serviceNow.choices().of("incident", Set.of("state"))))
                .isInstanceOf(Forbidden.class);
    }

    @Test
    void aColumnThatIsNoNameIsRejected() {
        assertThat(failureOf(serviceNow.choices().of("incident", Set.of("state^ORelement"))))
                .isInstanceOf(Rejected.class);
    }
}
