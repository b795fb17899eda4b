package io.nowbridge.export;

import static io.nowbridge.export.ExportFixtures.entry;
import static org.assertj.core.api.Assertions.assertThat;

import io.nowbridge.connection.ConnectionId;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Map;
import org.junit.jupiter.api.Test;

class CsvRowsTest {

    private static final Map<ConnectionId, String> NAMES = Map.of(new ConnectionId("demo"), "Production");

    @Test
    void anEntryIsALineUnderItsHeadings() {
        var rows = new CsvRows(new Format.Csv(ZoneId.of("Europe/Berlin"), false), NAMES);

        assertThat(rows.head() + rows.row(entry("one")))
                .isEqualTo(
                        "Time (Europe/Berlin),Time (UTC),Connection,Connection id,Template,Operation,Result,Function,"
                                + "Started by,Done,Failed,Left,Duration (ms),Remote calls,Correlation id,About,Failures,"
                                + "Ignored because\r\n"
                                + "2026-01-05 09:59:00.000,2026-01-05T08:59:00Z,Production,demo,nightly,Status update,"
                                + "Partial success,followTicket,maria,3,1,0,120,7,request-1,\"anomaly 456; ticket INC0010001\","
                                + "456: Updating answered 503 (nobody can fix it: Wait.),\r\n");
    }

    @Test
    void aByteOrderMarkStandsBeforeAllElseWhereItIsWanted() {
        var rows = new CsvRows(new Format.Csv(ZoneOffset.UTC, true), NAMES);

        assertThat(rows.head()).startsWith("\uFEFFTime (Z)");
        assertThat(rows.row(entry("one"))).doesNotContain("\uFEFF");
    }

    @Test
    void aConnectionThatIsGoneHasItsIdOnly() {
        var rows = new CsvRows(new Format.Csv(ZoneOffset.UTC, false), Map.of());

        assertThat(rows.row(entry("one"))).contains("T08:59:00Z,,demo,nightly");
    }

    @Test
    void aHostileNameIsAText() {
        var rows = new CsvRows(new Format.Csv(ZoneOffset.UTC, false), NAMES);

        assertThat(rows.row(entry("one", "=cmd|'/C calc'!A0,x"))).contains(",\"'=cmd|'/C calc'!A0,x\",");
    }
}
