package io.nowbridge.ticket;

import static org.assertj.core.api.Assertions.assertThat;

import io.nowbridge.local.LocalNowbridge;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** The anomalies of the connected platform as what ships lists them. */
class AnomaliesIT {

    @RegisterExtension
    static final SharedNowbridge SHARED = new SharedNowbridge();

    // Nobody else's: other tests need Members that may do nothing elsewhere.
    private static final String DATASTORE = "3";

    @Test
    void pageByPageAManagerSeesAllAndATeamItsDatastores() {
        var run = SHARED.run();
        var granted = run.call(
                "PUT",
                "/datastores/" + DATASTORE + "/access",
                "{\"teams\": {\"clicks\": \"reporter\"}}",
                "If-Match",
                "\"0\"");
        assertThat(granted.status()).isEqualTo(200);

        var all = ids(run, run.token("manager"));
        var own = ids(run, run.token("member", "clicks"));

        assertThat(all).hasSizeGreaterThan(20).doesNotHaveDuplicates();
        assertThat(own).isNotEmpty().isSubsetOf(all).hasSizeLessThan(all.size());
        assertThat(ids(run, run.token("member", "nobody"))).isEmpty();
    }

    @Test
    void anAnomalyCountsTheTicketThatWasOpenedForIt() {
        var run = SHARED.run();
        var before = run.call("GET", "/anomalies/2", "").body().path("tickets").asInt();

        run.createTicket("2", "{\"shortDescription\": \"Unknown customers\"}");

        var anomaly = run.call("GET", "/anomalies/2", "").body();
        assertThat(anomaly.path("tickets").asInt()).isEqualTo(before + 1);
        assertThat(anomaly.at("/datastore/name").asText()).isEqualTo("Sales");
        assertThat(anomaly.at("/may/link").asBoolean()).isTrue();
    }

    private static List<String> ids(LocalNowbridge run, String token) {
        var ids = new ArrayList<String>();
        var next = "";
        do {
            var cursor = next.isEmpty() ? "" : "&cursor=" + next;
            var page = run.call("GET", "/anomalies?limit=7" + cursor, "", "Authorization", "Bearer " + token)
                    .body();
            page.path("items").forEach(item -> ids.add(item.path("id").asText()));
            next = page.path("next").asText();
        } while (!next.isEmpty());
        return ids;
    }
}
