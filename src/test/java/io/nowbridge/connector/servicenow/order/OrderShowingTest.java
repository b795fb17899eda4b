package io.nowbridge.connector.servicenow.order;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.nowbridge.connection.ConnectedSystemException.Forbidden;
import io.nowbridge.connector.servicenow.probe.TestedInstance;
import io.nowbridge.order.Report;
import io.nowbridge.order.Report.Note;
import io.nowbridge.order.Standing.Parcel;
import io.nowbridge.order.Standing.Parcel.Content;
import io.quarkus.test.junit.QuarkusTest;
import io.vertx.core.json.JsonObject;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** What purchase orders of the stand-in are made to show. */
@QuarkusTest
class OrderShowingTest {

    private static final Duration LONGEST = Duration.ofSeconds(30);
    private static final String ORDER = "c9a5f6d0c0a8016400a1b2c3d4e5f601";
    private static final String LINE = "d9a5f6d0c0a8016400a1b2c3d4e5f601";
    private static final String RECEIVED = "c9a5f6d0c0a8016400a1b2c3d4e5f60a";
    private static final Note NOTE = new Note("[nb:1]", "Ordered as 104477120.\n\n[nb:1]");

    @RegisterExtension
    final TestedInstance instance = new TestedInstance();

    @Test
    void timesAndDatesAreSpelledAsTheirColumnsHaveThem() {
        var differences = show(
                ORDER,
                columns(Map.of(
                        "shippedAt", "2026-01-07T21:05:09Z", "expectedAt", "2026-01-12", "tracking", "2026-01-12")));

        assertThat(differences).isEmpty();
        assertThat(order(ORDER).getString("u_tds_shipped_on")).isEqualTo("2026-01-07 21:05:09");
        assertThat(order(ORDER).getString("expected_delivery")).isEqualTo("2026-01-12 12:00:00");
        assertThat(order(ORDER).getString("u_tds_tracking")).isEqualTo("2026-01-12");
    }

    @Test
    void aChoiceThatTheColumnDoesNotHaveIsTold() {
        var differences = show(ORDER, columns(Map.of("status", "Gone")));

        assertThat(differences)
                .containsExactly("u_tds_order_status of the purchase order stays \"Send to TDS\" in place of \"Gone\":"
                        + " it is read-only, or a rule of the instance sets it");
    }

    @Test
    void aTextThatIsTooLongForItsColumnIsToldToBeCut() {
        assertThat(show(ORDER, columns(Map.of("tracking", "1Z".repeat(200)))))
                .containsExactly(
                        "u_tds_tracking of the purchase order was cut after 255 characters: the column holds no more");
    }

    @Test
    void aColumnThatMayNotBeWrittenIsTold() {
        instance.settings("{'unwritableFields':['proc_po_item.u_tds_shipped']}");

        var differences = show(
                ORDER,
                new Report(
                        new TreeMap<>(),
                        Map.of(LINE, new TreeMap<>(Map.of("lineShipped", "2"))),
                        List.of(),
                        List.of()));

        assertThat(differences).singleElement().asString().startsWith("u_tds_shipped of a line was not stored");
    }

    @Test
    void afterAReceivingSlipOnlyNotesAndRecordsArrive() {
        var report = new Report(
                new TreeMap<>(Map.of("status", "TDS Shipped", "tracking", "1Z1")),
                Map.of(),
                List.of(NOTE),
                List.of(parcel("1Z1")));

        var differences = show(RECEIVED, report);

        assertThat(differences).singleElement().asString().contains("has a receiving slip", "notes and records");
        assertThat(order(RECEIVED).getString("u_tds_order_status")).isEqualTo("TDS Accepted");
        assertThat(instance.rows("sys_journal_field", "element_id=" + RECEIVED)).hasSize(1);
        assertThat(instance.rows("u_tds_shipment", "u_purchase_order=" + RECEIVED))
                .extracting(row -> row.getString("u_contents"))
                .containsExactly("2 x 2562837 (line 1), serial numbers SN-1, SN-2");
    }

    @Test
    void onAnInstanceThatIgnoresKeysAParcelIsFoundByItsTrackingNumber() {
        instance.settings("{'ignoreSentSysId':true}");
        show(ORDER, parcels("1Z1"));

        show(ORDER, parcels("1Z1", "1Z2"));

        assertThat(instance.rows("u_tds_shipment", "u_purchase_order=" + ORDER))
                .extracting(row -> row.getString("u_tracking"))
                .containsExactlyInAnyOrder("1Z1", "1Z2");
    }

    @Test
    void aParcelThatIsThereAsItShouldBeIsNotWrittenAgain() {
        show(ORDER, parcels("1Z1"));

        show(ORDER, parcels("1Z1"));

        assertThat(instance.rows("u_tds_shipment", "u_purchase_order=" + ORDER))
                .extracting(row -> row.getString("sys_mod_count"))
                .containsExactly("0");
    }

    @Test
    void allOfItIsWrittenInOneCall() {
        var report = new Report(
                new TreeMap<>(Map.of("status", "TDS Shipped")),
                Map.of(LINE, new TreeMap<>(Map.of("lineShipped", "2"))),
                List.of(NOTE),
                List.of(parcel("1Z1"), parcel("1Z2")));

        show(ORDER, report);

        assertThat(instance.received().stream().filter(call -> !call.startsWith("GET")))
                .filteredOn(call -> call.contains("/api/now"))
                .containsExactly("POST /api/now/v1/batch");
    }

    @Test
    void aLineThatIsNotThereKeepsNothingElseFromBeingShown() {
        var report = new Report(
                new TreeMap<>(Map.of("externalOrderNumber", "104477120")),
                Map.of("d9a5f6d0c0a8016400a1b2c3d4e5f6ff", new TreeMap<>(Map.of("lineShipped", "2"))),
                List.of(),
                List.of());

        var differences = show(ORDER, report);

        assertThat(differences).containsExactly("There is no record of a line any more that the integration user sees");
        assertThat(order(ORDER).getString("u_tds_cpo_id")).isEqualTo("104477120");
    }

    @Test
    void aBusinessRuleThatAbortsIsTold() {
        instance.create(
                "sys_script",
                "{'name': 'Freeze lines', 'collection': 'proc_po_item', 'active': 'true', 'abort_action': 'true',"
                        + " 'action_update': 'true', 'filter_condition': 'u_tds_shipped=2'}");
        var report = new Report(
                new TreeMap<>(Map.of("externalOrderNumber", "104477120")),
                Map.of(LINE, new TreeMap<>(Map.of("lineShipped", "2"))),
                List.of(),
                List.of());

        assertThat(show(ORDER, report))
                .singleElement()
                .asString()
                .startsWith("ServiceNow refused to change a line")
                .contains("Freeze lines");
    }

    @Test
    void aClosedBatchApiFails() {
        instance.settings("{'apiAcl':['batch']}");

        assertThatExceptionOfType(Forbidden.class)
                .isThrownBy(() -> show(ORDER, columns(Map.of("externalOrderNumber", "104477120"))));
    }

    private static Report columns(Map<String, String> columns) {
        return new Report(new TreeMap<>(columns), Map.of(), List.of(), List.of());
    }

    private static Report parcels(String... tracking) {
        return new Report(
                new TreeMap<>(),
                Map.of(),
                List.of(),
                List.of(tracking).stream().map(OrderShowingTest::parcel).toList());
    }

    private static Parcel parcel(String tracking) {
        return new Parcel(
                tracking,
                "FedEx",
                "6",
                Optional.of(Instant.parse("2026-01-07T21:05:00Z")),
                List.of(new Content(1, "2562837", 2, List.of("SN-1", "SN-2"))));
    }

    private List<String> show(String order, Report report) {
        return new ServiceNowOrderDesk(instance.client(), OrderTemplates.creating())
                .show(order, report)
                .await()
                .atMost(LONGEST);
    }

    private JsonObject order(String id) {
        return instance.rows("proc_po", "sys_id=" + id).getFirst();
    }
}
