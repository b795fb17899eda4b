package io.nowbridge.local.servicenow;

import static io.nowbridge.local.servicenow.Planted.NETWORK_SHARES_ID;
import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Files kept with records. */
class AttachmentApiTest {

    @RegisterExtension
    static final RunningInstance INSTANCE = new RunningInstance();

    @Test
    void aFileIsKeptWithItsRecord() {
        byte[] content = {0, 1, 2, 3, (byte) 0xff};
        var uploaded = upload("data.bin", content);

        var metadata = uploaded.result();
        assertThat(uploaded.status()).isEqualTo(201);
        assertThat(metadata.getMap())
                .containsEntry("file_name", "data.bin")
                .containsEntry("size_bytes", "5")
                .containsEntry("content_type", "application/octet-stream")
                .containsEntry("table_name", "incident");
        var download = INSTANCE.get("/api/now/attachment/" + metadata.getString("sys_id") + "/file");
        assertThat(download.bytes()).isEqualTo(content);
        assertThat(download.header("Content-Type")).hasValue("application/octet-stream");
        assertThat(metadata.getString("download_link"))
                .isEqualTo(INSTANCE.uri() + "/api/now/attachment/" + metadata.getString("sys_id") + "/file");
    }

    @Test
    void theFilesOfARecordAreListedByQueryOrPairs() {
        upload("a.txt", "a".getBytes(StandardCharsets.UTF_8));

        var byPairs = INSTANCE.get("/api/now/attachment?table_name=incident&table_sys_id=" + NETWORK_SHARES_ID);
        var byQuery = INSTANCE.get("/api/now/v1/attachment?sysparm_query=table_sys_id=" + NETWORK_SHARES_ID);
        var others = INSTANCE.get("/api/now/attachment?table_sys_id=none");

        assertThat(byPairs.all("file_name")).containsExactly("a.txt");
        assertThat(byQuery.all("file_name")).containsExactly("a.txt");
        assertThat(others.results()).isEmpty();
    }

    @Test
    void aDeletedFileIsGone() {
        var path =
                "/api/now/attachment/" + upload("a.txt", new byte[1]).result().getString("sys_id");

        assertThat(INSTANCE.call("DELETE", path).send().status()).isEqualTo(204);

        assertThat(INSTANCE.get(path).status()).isEqualTo(404);
        assertThat(INSTANCE.get(path + "/file").status()).isEqualTo(404);
    }

    @Test
    void aFileForNoRecordIsRefused() {
        var answer = INSTANCE.post("/api/now/attachment/file?file_name=x&table_name=incident&table_sys_id=none", "x");

        assertThat(answer.status()).isEqualTo(404);
    }

    private static Incoming upload(String name, byte[] content) {
        return INSTANCE.call(
                        "POST",
                        "/api/now/attachment/file?file_name=" + name + "&table_name=incident&table_sys_id="
                                + NETWORK_SHARES_ID)
                .header("Content-Type", "application/octet-stream")
                .body(content)
                .send();
    }
}
