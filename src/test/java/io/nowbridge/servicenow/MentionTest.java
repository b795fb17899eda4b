package io.nowbridge.servicenow;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class MentionTest {

    private static final URI ACME = URI.create("https://acme.service-now.com");
    private static final String ID = "9d385017c611228701d22104cc95c371";

    @ParameterizedTest
    @ValueSource(strings = {"INC0010001", "  INC0010001 ", "inc0010001"})
    void aNumberIsItself(String text) {
        assertThat(Mention.of(ACME, text)).contains(new Mention(Optional.empty(), text.strip()));
    }

    @Test
    void aSysIdIsKnownForOne() {
        assertThat(Mention.of(ACME, ID).flatMap(Mention::sysId)).contains(new SysId(ID));
        assertThat(Mention.of(ACME, "INC0010001").flatMap(Mention::sysId)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "/nav_to.do?uri=incident.do%3Fsys_id%3D{id}, incident",
        "/nav_to.do?uri=%2Fincident.do%3Fsys_id%3D{id}%26sysparm_stack%3D%26sysparm_view%3D, incident",
        "/incident.do?sys_id={id}, incident",
        "/problem.do?sysparm_view=&sys_id={id}&sysparm_record_row=1, problem",
        "/now/nav/ui/classic/params/target/change_request.do%3Fsys_id%3D{id}%26sysparm_view%3D, change_request",
        "/now/sow/record/incident/{id}, incident",
        "/now/workspace/agent/record/sc_task/{id}, sc_task",
        "/now/sow/record/incident/{id}/params/selected-tab-index/0, incident",
        "/sp?id=ticket&table=incident&sys_id={id}, incident",
    })
    void anAddressNamesTheRecordThatItsPageShows(String page, String table) {
        var url = ACME + page.replace("{id}", ID);

        assertThat(Mention.of(ACME, url)).contains(new Mention(Optional.of(table), ID));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/incident.do?sysparm_query=number=INC0010001",
                "/incident.do?sysparm_query=number%3DINC0010001%5EORDERBYsys_id",
                "/incident.do?sysparm_query=active=true^number=INC0010001",
                "/nav_to.do?uri=incident.do%3Fsysparm_query%3Dnumber%3DINC0010001"
            })
    void anAddressMayNameTheNumber(String page) {
        assertThat(Mention.of(ACME, ACME + page)).contains(new Mention(Optional.of("incident"), "INC0010001"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "https://evil.example/incident.do?sys_id=" + ID,
                "https://acme.service-now.com.evil.example/incident.do?sys_id=" + ID,
                "https://evil.example/?x=https://acme.service-now.com/incident.do?sys_id=" + ID,
                "https://acme.service-now.com@evil.example/incident.do?sys_id=" + ID,
                "https://acme.service-now.com:8443/incident.do?sys_id=" + ID,
                "http://acme.service-now.com/incident.do?sys_id=" + ID,
                "https:///incident.do?sys_id=" + ID,
                "https://[acme/incident.do?sys_id=" + ID
            })
    void anAddressOfAnotherHostNamesNothing(String url) {
        assertThat(Mention.of(ACME, url)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/",
                "/incident_list.do",
                "/incident.do?sys_id=-1",
                "/nav_to.do?uri=https%3A%2F%2Fevil.example%2Fincident.do%3Fsys_id%3D" + ID,
                "/incident.do?sysparm_query=number=javascript:gs.getUserID()",
                "/now/sow/record/incident/-1_uid_1",
                "/%zz.do?sys_id=" + ID
            })
    void aPageWithoutARecordNamesNothing(String page) {
        assertThat(Mention.of(ACME, ACME + page)).isEmpty();
    }

    @Test
    void theHostIsComparedAsHostsAre() {
        assertThat(Mention.of(ACME, "HTTPS://ACME.Service-Now.com:443/incident.do?sys_id=" + ID))
                .contains(new Mention(Optional.of("incident"), ID));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "  ", "javascript:gs.getUserID()", "INC\n1"})
    void whatNoQueryCanCarryNamesNothing(String text) {
        assertThat(Mention.of(ACME, text)).isEmpty();
    }
}
