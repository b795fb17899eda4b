package io.nowbridge.connector.servicenow;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.nowbridge.connection.ConnectedSystemException;
import io.nowbridge.connection.ConnectedSystemException.Forbidden;
import io.nowbridge.connection.ConnectedSystemException.Unavailable;
import io.nowbridge.connector.servicenow.probe.TestedInstance;
import io.nowbridge.template.DeskSchema.Choice;
import io.nowbridge.template.DeskSchema.Column;
import io.nowbridge.template.DeskSchema.Schema;
import io.quarkus.test.junit.QuarkusTest;
import java.time.Duration;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** What the stand-in says about its tables. */
@QuarkusTest
class ServiceNowSchemaTest {

    @RegisterExtension
    final TestedInstance instance = new TestedInstance();

    @Test
    void aTableHasItsOwnColumnsAndThoseItInherits() {
        var columns = schema("cmdb_hardware_product_model")
                .tables()
                .get("cmdb_hardware_product_model")
                .columns();

        assertThat(columns).containsKeys("weight", "model_number");
        assertThat(columns.get("model_number").length()).isEqualTo(100);
    }

    @Test
    void aReadOnlyColumnIsSaidToBeOne() {
        var columns = schema("cmdb_model").tables().get("cmdb_model").columns();

        assertThat(columns.get("sys_class_name").readOnly()).isTrue();
        assertThat(columns.get("name").readOnly()).isFalse();
    }

    @Test
    void aColumnOfChoicesHasThem() {
        assertThat(column("incident", "impact").choices()).contains(new Choice("1", "1 - High"));
        assertThat(column("incident", "short_description").choices()).isEmpty();
    }

    @Test
    void theStatusOfAPurchaseOrderIsReadOnlyWhateverTheDictionarySays() {
        var entry =
                instance.rows("sys_dictionary", "name=proc_po^element=status").getFirst();
        instance.change("sys_dictionary", entry.getString("sys_id"), "{'read_only': 'false'}");

        assertThat(column("proc_po", "status").readOnly()).isTrue();
        assertThat(column("proc_po", "u_tds_order_status").readOnly()).isFalse();
    }

    @Test
    void choicesThatMayNotBeReadAreLeftToTheInstance() {
        instance.fault("{'match':{'path':'/api/now/table/sys_choice'},'fault':'status','status':403,'times':9}");

        assertThat(column("incident", "impact").choices()).isEmpty();
    }

    @Test
    void aTableThatIsNotThereIsLeftOut() {
        assertThat(schema("proc_po", "x_nowhere", "no table").tables()).containsOnlyKeys("proc_po");
    }

    @Test
    void aDictionaryThatShowsNothingIsTakenForMissingRights() {
        instance.settings("{'unreadableTables':['sys_dictionary']}");

        assertThatExceptionOfType(Forbidden.class)
                .isThrownBy(() -> schema("proc_po"))
                .satisfies(failure -> assertThat(failure.remedy()).contains("personalize_dictionary"));
    }

    @Test
    void thatNoneOfTheTablesIsThereIsNoMissingRight() {
        assertThat(schema("x_nowhere").tables()).isEmpty();
    }

    @Test
    void anOutageIsToldInTheFeaturesWords() {
        instance.fault("{'match':{'path':'/api/now/table/sys_db_object'},'fault':'status','status':503,'times':9}");

        assertThatExceptionOfType(ConnectedSystemException.class)
                .isThrownBy(() -> schema("proc_po"))
                .isInstanceOf(Unavailable.class);
    }

    @Test
    void aDictionaryThatKeepsUsWaitingIsAnOutage() {
        instance.fault("{'match':{'path':'/api/now/table/sys_db_object'},'fault':'delay','delayMs':60000,'times':9}");

        assertThatExceptionOfType(Unavailable.class)
                .isThrownBy(() -> schema(Duration.ofMillis(200), "proc_po"))
                .withMessageContaining("took longer");
    }

    private Column column(String table, String name) {
        return schema(table).tables().get(table).columns().get(name);
    }

    private Schema schema(String... tables) {
        return schema(Duration.ofSeconds(20), tables);
    }

    private Schema schema(Duration longest, String... tables) {
        return new ServiceNowSchema(instance.client(), longest)
                .of(Set.of(tables))
                .await()
                .indefinitely();
    }
}
