package io.nowbridge.local.tdsynnex;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ControlsTest {

    @RegisterExtension
    final RunningDistributor distributor = new RunningDistributor();

    @Test
    void anotherCatalogueBeginsOnItsFirstDay() {
        distributor.catalogue("{'day': 5}");

        var other = distributor.catalogue("{'seed': 9, 'skus': 50}");

        assertThat(other.getInteger("day")).isZero();
        assertThat(distributor.rows("u100042")).hasSize(51);
    }

    @Test
    void whatIsWrongWithAFileIsSoUntilTheDayChanges() {
        distributor.catalogue("{'malformedShare': 0.5, 'missingShare': 0.5, 'delta': true}");

        var next = distributor.nextDay();

        assertThat(next.getInteger("day")).isEqualTo(1);
        assertThat(next.getDouble("malformedShare")).isZero();
        assertThat(next.getDouble("missingShare")).isZero();
        assertThat(next.getBoolean("delta")).isFalse();
    }

    @Test
    void aShareOfChangesIsKeptOverTheDays() {
        distributor.catalogue("{'changedShare': 0.5}");

        distributor.nextDay();

        assertThat(distributor.nextDay().getDouble("changedShare")).isEqualTo(0.5);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{'skus': 0}",
                "{'skus': 'many'}",
                "{'day': -1}",
                "{'day': 366}",
                "{'region': 'MX'}",
                "{'changedShare': 2}",
                "{'malformedShare': -0.1}",
                "{'colour': 'red'}",
                "not JSON"
            })
    void whatCannotBeMeantIsRefusedAndChangesNothing(String order) {
        var before = distributor.call("GET", "/__catalogue", "").text();

        var answer = distributor.call("PUT", "/__catalogue", order.replace('\'', '"'));

        assertThat(answer.status()).isEqualTo(400);
        assertThat(answer.json().getString("error")).isNotBlank();
        assertThat(distributor.call("GET", "/__catalogue", "").text()).isEqualTo(before);
    }

    @Test
    void aResetRestoresTheFirstDay() {
        var before = distributor.call("GET", "/__catalogue", "").text();
        distributor.catalogue("{'seed': 9, 'skus': 50, 'region': 'CA', 'mostSkus': 10}");

        distributor.call("POST", "/__reset", "");

        assertThat(distributor.call("GET", "/__catalogue", "").text()).isEqualTo(before);
    }

    @Test
    void thePageShowsTheDayAndGoesOn() {
        distributor.call("POST", "/next-day", "");

        assertThat(distributor.call("GET", "/", "").text())
                .contains(
                        "Day 1:",
                        "2026-01-06",
                        "Go on by a day",
                        distributor.rows("u100042").get(1).get(4));
    }

    @Test
    void whatIsSoldSurvivesARestart(@TempDir Path directory) {
        var file = Optional.of(directory.resolve("tdsynnex.json"));
        String before;
        try (var first = new RunningDistributor(file)) {
            first.catalogue("{'seed': 9, 'skus': 50, 'changedShare': 0.5, 'mostSkus': 10}");
            before = first.nextDay().encode();
        }

        try (var second = new RunningDistributor(file)) {
            assertThat(second.call("GET", "/__catalogue", "").json().encode()).isEqualTo(before);
            assertThat(second.rows("u100042").getFirst()).contains("260202");
        }
    }
}
