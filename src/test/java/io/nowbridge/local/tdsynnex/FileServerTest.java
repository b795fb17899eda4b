package io.nowbridge.local.tdsynnex;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.vertx.core.json.JsonObject;
import java.io.UncheckedIOException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FileServerTest {

    @RegisterExtension
    final RunningDistributor distributor = new RunningDistributor();

    @ParameterizedTest
    @CsvSource({"US, u100042, 200", "US, c100042, 401", "CA, c100042, 200", "CA, u100042, 401", "US, u100043, 401"})
    void eachCountryHasAUserOfItsOwn(String region, String user, int status) {
        distributor.catalogue("{'region': '%s'}".formatted(region));

        var answer = distributor.file(user);

        assertThat(answer.status()).isEqualTo(status);
    }

    @Test
    void withoutAPasswordNothingIsListed() {
        var answer = distributor.call("GET", "/files/", "");

        assertThat(answer.status()).isEqualTo(401);
        assertThat(answer.header("WWW-Authenticate")).startsWith("Basic");
    }

    @Test
    void theListNamesTheFileAsItsHeadersDo() {
        var file = distributor.file("u100042");

        var list = distributor.send(
                distributor.request("GET", "/files/", "").header("Authorization", RunningDistributor.basic("u100042")));

        assertThat(list.json().getJsonArray("files").getList())
                .containsExactly(new JsonObject()
                        .put("name", "100042.zip")
                        .put("size", file.body().length)
                        .put("modified", "2026-02-01T12:00:00Z")
                        .put("etag", file.header("ETag"))
                        .getMap());
        assertThat(file.header("Content-Length")).isEqualTo(Integer.toString(file.body().length));
        assertThat(file.header("Last-Modified")).isEqualTo("Sun, 01 Feb 2026 12:00:00 GMT");
    }

    @Test
    void aHeadHasNoBody() {
        var head = distributor.send(distributor
                .request("HEAD", RunningDistributor.FILE, "")
                .header("Authorization", RunningDistributor.basic("u100042")));

        assertThat(head.status()).isEqualTo(200);
        assertThat(head.body()).isEmpty();
        assertThat(Integer.parseInt(head.header("Content-Length"))).isPositive();
    }

    @Test
    void whoeverHasTheFileIsToldSo() {
        var etag = distributor.file("u100042").header("ETag");

        var again = distributor.send(distributor
                .request("GET", RunningDistributor.FILE, "")
                .header("Authorization", RunningDistributor.basic("u100042"))
                .header("If-None-Match", etag));

        assertThat(again.status()).isEqualTo(304);
    }

    @Test
    void theNextDayHasAnotherFile() {
        var first = distributor.file("u100042");

        distributor.nextDay();

        assertThat(distributor.file("u100042").header("ETag")).isNotEqualTo(first.header("ETag"));
    }

    @Test
    void theSameDayHasTheSameBytes() {
        var first = distributor.file("u100042");
        distributor.nextDay();
        distributor.file("u100042");

        distributor.catalogue("{'day': 0}");

        assertThat(distributor.file("u100042").body()).isEqualTo(first.body());
    }

    @Test
    void aFaultCutsTheFileInTheMiddle() {
        var whole = distributor.file("u100042").body().length;
        distributor.fault("{'match': {'path': '/files/'}, 'fault': 'truncate'}");

        assertThatThrownBy(() -> distributor.file("u100042")).isInstanceOf(UncheckedIOException.class);
        assertThat(distributor.file("u100042").body()).hasSize(whole);
    }
}
