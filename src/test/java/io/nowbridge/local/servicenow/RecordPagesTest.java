package io.nowbridge.local.servicenow;

import static io.nowbridge.local.servicenow.Planted.CANNOT_READ_EMAIL_ID;
import static io.nowbridge.local.servicenow.RunningInstance.encode;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RecordPagesTest {

    @RegisterExtension
    static final RunningInstance INSTANCE = new RunningInstance();

    @Test
    void theFirstPageListsIncidentsAsPeopleReadThem() {
        var page = open("/");

        assertThat(page.header("Content-Type")).hasValue("text/html;charset=UTF-8");
        assertThat(page.body())
                .contains("href=\"/incident/INC0000001\"", "Can&#39;t read email", "1 - Critical", "Abel Tuter");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/incident/INC0000001",
                "/incident/" + CANNOT_READ_EMAIL_ID,
                "/incident.do?sys_id=" + CANNOT_READ_EMAIL_ID,
                "/nav_to.do?uri=incident.do%3Fsys_id%3D" + CANNOT_READ_EMAIL_ID,
                "/nav_to.do?uri=/incident.do?sys_id=" + CANNOT_READ_EMAIL_ID + "%26sysparm_view=ess",
            })
    void anIncidentIsShownWithItsNotesUnderEachOfItsAddresses(String path) {
        assertThat(open(path).body())
                .contains("INC0000001", "Beth Anglin, Work notes", "The MX record points to the old gateway.");
    }

    @Test
    void purchaseOrdersAreListedAndEachIsShownWithWhatBelongsToIt() {
        INSTANCE.post(
                "/api/now/table/u_tds_shipment",
                "{\"u_purchase_order\":\"c9a5f6d0c0a8016400a1b2c3d4e5f60a\",\"u_tracking\":\"1Z999\"}");

        assertThat(open("/proc_po").body()).contains("<a href=\"/proc_po/PO0010010\">PO0010010</a>", "TDS Accepted");
        assertThat(open("/proc_po/PO0010010").body()).contains("POL0010017", "2562837", "1Z999", "RSL0010001");
    }

    @Test
    void whatUsersWroteCannotBecomeMarkup() {
        INSTANCE.post(
                "/api/now/table/incident",
                "{\"short_description\":\"<script>alert(1)</script>\",\"work_notes\":\"<img src=x onerror=alert(1)>\"}");

        assertThat(open("/").body()).doesNotContain("<script>").contains("&lt;script&gt;");
        assertThat(open("/incident/INC0010001").body()).doesNotContain("<img").contains("&lt;img");
    }

    @ParameterizedTest
    @ValueSource(strings = {"/incident/none", "/sys_user/svc_nowbridge", "/oauth_entity/x", "/robots.txt"})
    void whatHasNoPageIsNotFound(String path) {
        assertThat(open(path).status()).isEqualTo(404);
    }

    @Test
    void whatIsSearchedForIsNotEchoed() {
        assertThat(open("/incident/" + encode("<b>")).body()).doesNotContain("<b>");
    }

    private static Incoming open(String path) {
        return INSTANCE.anonymous("GET", path).send();
    }
}
