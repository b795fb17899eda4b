package io.nowbridge.local.servicenow;

import static io.nowbridge.local.servicenow.Planted.INCIDENT;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class StateFileTest {

    @TempDir
    private Path directory;

    @Test
    void recordsAndNumbersSurviveARestart() {
        var file = Optional.of(directory.resolve("state").resolve("servicenow.json"));
        try (var first = new RunningInstance(file, List.of())) {
            first.post(INCIDENT, "{\"short_description\":\"kept\",\"work_notes\":\"noted\"}");
        }

        try (var second = new RunningInstance(file, List.of())) {
            assertThat(second.get(INCIDENT + "?number=INC0010001").all("short_description"))
                    .containsExactly("kept");
            assertThat(second.get("/api/now/table/sys_journal_field?value=noted")
                            .results())
                    .hasSize(1);
            assertThat(second.post(INCIDENT, "{}").result().getString("number")).isEqualTo("INC0010002");
        }
    }

    @Test
    void aChangeIsOnDiskWithinMomentsEvenIfNobodyStopsTheInstance() throws IOException {
        var file = directory.resolve("servicenow.json");
        try (var running = new RunningInstance(Optional.of(file), List.of())) {
            running.post(INCIDENT, "{\"short_description\":\"written soon\"}");

            var deadline = System.nanoTime() + Duration.ofSeconds(10).toNanos();
            while (!Files.exists(file) || !Files.readString(file).contains("written soon")) {
                assertThat(System.nanoTime()).isLessThan(deadline);
                Thread.onSpinWait();
            }
        }
    }

    @Test
    void aSeedFileAddsTablesAndColumns() throws IOException {
        var seed = Files.writeString(directory.resolve("seed.json"), """
                {"tables": {
                   "u_shop": {"label": "Shop", "display": "u_name", "columns": ["u_name | Name | string(80)"]},
                   "incident": {"columns": ["u_shop | Shop | reference(u_shop)", "u_anything | Anything | string(40)"]}},
                 "records": {"u_shop": [{"u_name": "Corner"}]}}
                """);

        try (var running = new RunningInstance(Optional.empty(), List.of(seed))) {
            var shop = running.get("/api/now/table/u_shop").all("sys_id").getFirst();
            var incident = running.post(
                    INCIDENT + "?sysparm_fields=number,u_anything,u_shop.u_name",
                    "{\"u_anything\":\"goes\",\"u_shop\":\"" + shop + "\"}");
            assertThat(incident.result().getMap())
                    .containsEntry("number", "INC0010001")
                    .containsEntry("u_anything", "goes")
                    .containsEntry("u_shop.u_name", "Corner");
        }
    }
}
