package io.nowbridge.local;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ConsoleTest {

    private static final TestGateway GATEWAY = TestGateway.start();

    @AfterAll
    static void close() {
        GATEWAY.close();
    }

    @ParameterizedTest
    @CsvSource({
        "/, text/html; charset=utf-8, no-cache",
        "/config.json, application/json, no-cache",
        "/console/mark.svg, image/svg+xml, no-cache",
        "/console/main-ABCD2345.js, text/javascript; charset=utf-8, 'public, max-age=31536000, immutable'"
    })
    void whatIsNamedByItsContentIsKeptAndTheRestAskedForAgain(String path, String type, String caching)
            throws Exception {
        var response = GATEWAY.send(GATEWAY.request(path).GET());

        assertThat(response.statusCode()).isEqualTo(200);
        assertThat(response.headers().firstValue("content-type")).contains(type);
        assertThat(response.headers().firstValue("cache-control")).contains(caching);
    }

    @Test
    void theSettingsSayWhereToSignIn() throws Exception {
        var response = GATEWAY.send(GATEWAY.request("/config.json").GET());

        assertThat(response.body())
                .isEqualTo(
                        "{\"issuer\":\"" + GATEWAY.issuer() + "\",\"clientId\":\"nowbridge-console\",\"apiUrl\":\"\"}");
    }

    @Test
    void aBrowserThatUnpacksGetsItPacked() throws Exception {
        var packed = GATEWAY.sendForBytes(GATEWAY.request("/console/main-ABCD2345.js")
                .header("Accept-Encoding", "gzip, deflate, br")
                .GET());

        assertThat(packed.headers().firstValue("content-encoding")).contains("gzip");
        assertThat(new GZIPInputStream(new ByteArrayInputStream(packed.body())))
                .hasContent("document.title = \"Started\";\n");
    }

    @Test
    void noScriptRunsButTheConsolesOwn() throws Exception {
        var headers = GATEWAY.send(GATEWAY.request("/").GET()).headers();

        var issuer = "http://" + URI.create(GATEWAY.issuer()).getAuthority();
        assertThat(headers.firstValue("content-security-policy"))
                .contains("default-src 'none'; script-src 'self'; style-src 'self' 'unsafe-inline'; "
                        + "img-src 'self' data:; font-src 'self' data:; connect-src 'self' " + issuer
                        + "; base-uri 'none'; "
                        + "form-action 'self' " + issuer + "; frame-ancestors 'none'");
        assertThat(headers.firstValue("x-content-type-options")).contains("nosniff");
        assertThat(headers.firstValue("referrer-policy")).contains("no-referrer");
        assertThat(headers.firstValue("cross-origin-opener-policy")).contains("same-origin");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/console/",
                "/console/none.js",
                "/console/../outside.txt",
                "/console/../../console/index.html",
                "/console/%2e%2e/outside.txt",
                "/console/..%2foutside.txt",
                "/console//etc/passwd",
                "/console/.hidden",
                "/console/..\\outside.txt",
                "/outside.txt"
            })
    void nothingElseIsHandedOut(String path) throws Exception {
        try (var socket = new Socket("localhost", GATEWAY.port())) {
            socket.getOutputStream()
                    .write(("GET " + path + " HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n")
                            .getBytes(StandardCharsets.US_ASCII));

            var answer = new String(socket.getInputStream().readAllBytes(), StandardCharsets.US_ASCII);

            assertThat(answer).matches("(?s)HTTP/1.1 40[04] .*").doesNotContain("secret");
        }
    }

    @Test
    void nobodyWritesToIt() throws Exception {
        var response = GATEWAY.send(GATEWAY.request("/console/mark.svg").PUT(BodyPublishers.ofString("<svg/>")));

        assertThat(response.statusCode()).isEqualTo(404);
    }

    @Test
    void withoutTheFilesItSaysHowToBuildThem(@TempDir Path empty) {
        var issuer = URI.create("http://localhost:8094/nowbridge");
        var console = new Console(empty, issuer, ConsoleHeaders.read(ConsoleHeaders.FILE, issuer));

        var reply = console.answer("/", "");

        assertThat(reply.status()).isEqualTo(404);
        assertThat(reply.body()).hasToString("The console is not built: mvn package builds it.");
    }
}
