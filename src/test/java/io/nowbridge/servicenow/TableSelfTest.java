package io.nowbridge.servicenow;

import static io.nowbridge.servicenow.Drafts.SYS_ID;
import static io.nowbridge.servicenow.Outcomes.itemOf;
import static io.nowbridge.servicenow.Reply.json;
import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.junit.QuarkusTest;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** The signed-in user against recorded answers. */
@QuarkusTest
class TableSelfTest {

    private static final String USERS = "/api/now/table/sys_user";
    private static final String ROLES = "/api/now/table/sys_user_has_role";
    private static final String PROPERTIES = "/api/now/table/sys_properties";
    private static final String NOTHING = "{\"result\":[]}";

    @RegisterExtension
    final RecordedInstance instance = new RecordedInstance();

    private final Self self = instance.client().self();

    @Test
    void theInstanceSaysWhoWeAre() {
        instance.on(USERS, json(user("GMT"))).on(ROLES, json("{\"result\":[" + role(SYS_ID, "itil") + "]}"));

        assertThat(itemOf(self.account()))
                .contains(new Account(SYS_ID, "svc", Optional.of("GMT"), true, List.of("itil")));
        assertThat(instance.received(USERS))
                .singleElement()
                .returns("sys_id=javascript:gs.getUserID()", request -> request.query("sysparm_query"));
    }

    @Test
    void aUserWithoutAZoneHasTheInstances() {
        instance.on(USERS, json(user(""))).on(ROLES, json(NOTHING)).on(PROPERTIES, json("""
                {"result":[{"name":"glide.sys.default.tz","value":"US/Pacific"}]}"""));

        assertThat(itemOf(self.account()).flatMap(Account::timeZone)).contains("US/Pacific");
    }

    @Test
    void aZoneThatNobodyTellsIsUnknown() {
        instance.on(USERS, json(user(""))).on(ROLES, json(403, "acl.json")).on(PROPERTIES, json(403, "acl.json"));

        var account = itemOf(self.account()).orElseThrow();

        assertThat(account.timeZone()).isEmpty();
        assertThat(account.roles()).isEmpty();
    }

    @Test
    void rolesOfOthersAreNotOurs() {
        var stranger = new SysId("62826bf03710200044e0bfc8bcbe5df1");
        instance.on(USERS, json(user("GMT"))).on(ROLES, json("{\"result\":[" + role(stranger, "admin") + "]}"));

        assertThat(itemOf(self.account()).orElseThrow().roles()).isEmpty();
    }

    @Test
    void anInstanceThatRunsNoScriptInAQueryDoesNotSay() {
        instance.on(USERS, json(200, "users.json"));

        assertThat(itemOf(self.account())).isEmpty();
    }

    private static String user(String zone) {
        return ("{'result':[{'sys_id':'%s','user_name':'svc','time_zone':'%s','web_service_access_only':'true'}]}")
                .formatted(SYS_ID, zone)
                .replace('\'', '"');
    }

    private static String role(SysId user, String role) {
        return "{'sys_id':'%s','user':'%s','role.name':'%s'}"
                .formatted(SYS_ID, user, role)
                .replace('\'', '"');
    }
}
