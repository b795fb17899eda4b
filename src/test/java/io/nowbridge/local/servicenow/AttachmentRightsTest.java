package io.nowbridge.local.servicenow;

import static org.assertj.core.api.Assertions.assertThat;

import io.vertx.core.json.JsonObject;
import java.security.MessageDigest;
import java.util.HexFormat;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The files of records: as safe as the record, and gone with it. */
class AttachmentRightsTest {

    private static final String INCIDENT = "46f09e75a9fe198100f4ffd8d366d17b";
    private static final String SEEDED = "/api/now/attachment/ba8c1f2e47c01200a1b2c3d4e5f60901";

    @RegisterExtension
    static final RunningInstance INSTANCE = new RunningInstance();

    @Test
    void theSeededFileIsWhatItsMetadataSays() throws Exception {
        var metadata = INSTANCE.get(SEEDED).result();

        var file = INSTANCE.get(SEEDED + "/file");

        assertThat(file.header("Content-Type")).hasValue("application/octet-stream");
        assertThat(metadata.getString("size_bytes")).isEqualTo(String.valueOf(file.bytes().length));
        assertThat(metadata.getString("hash")).isEqualTo(sha256(file.bytes()));
    }

    @Test
    void aDownloadBringsItsMetadata() {
        var file = INSTANCE.get(SEEDED + "/file");

        assertThat(new JsonObject(file.header("X-Attachment-Metadata").orElseThrow()))
                .isEqualTo(INSTANCE.get(SEEDED).result());
    }

    @Test
    void aNameOutsideAsciiSurvivesInTheMetadata() {
        var id = upload("r%C3%A9sum%C3%A9%0A%F0%9F%98%80.txt").result().getString("sys_id");

        var file = INSTANCE.get("/api/now/attachment/" + id + "/file");

        var metadata = file.header("X-Attachment-Metadata").orElseThrow();
        assertThat(metadata).matches("[ -~]+");
        assertThat(new JsonObject(metadata).getString("file_name")).isEqualTo("résumé\n😀.txt");
        assertThat(file.header("Content-Disposition")).hasValue("attachment; filename=\"r_sum___.txt\"");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"unreadableTables\":[\"incident\"]}",
                "{\"unreadableRows\":{\"incident\":\"number=INC0000005\"}}",
                "{\"unreadableTables\":[\"sys_attachment\"]}"
            })
    void theFilesOfAnUnreadableRecordAreNotFound(String settings) {
        INSTANCE.settings(settings);

        assertThat(INSTANCE.get(SEEDED).status()).isEqualTo(404);
        assertThat(INSTANCE.get(SEEDED + "/file").status()).isEqualTo(404);
        assertThat(INSTANCE.call("DELETE", SEEDED).send().status()).isEqualTo(404);
        assertThat(INSTANCE.get("/api/now/attachment").results()).isEmpty();
        assertThat(INSTANCE.get("/api/now/table/sys_attachment").results()).isEmpty();
        assertThat(INSTANCE.get("/api/now/table/sys_attachment_doc").results()).isEmpty();
    }

    @Test
    void anUnreadableRecordTakesNoFiles() {
        INSTANCE.settings("{\"unreadableTables\":[\"incident\"]}");

        assertThat(upload("a.txt").status()).isEqualTo(404);
    }

    @Test
    void whoMayNotChangeARecordMayNotChangeItsFiles() {
        INSTANCE.settings("{\"updateDenied\":[\"incident\"]}");

        var added = upload("a.txt");
        var deleted = INSTANCE.call("DELETE", SEEDED).send();

        assertThat(added.status()).isEqualTo(403);
        assertThat(added.body()).contains("ACL Exception Insert Failed");
        assertThat(deleted.status()).isEqualTo(403);
        assertThat(deleted.body()).contains("ACL Exception Delete Failed");
        assertThat(INSTANCE.get("/api/now/attachment").all("file_name")).containsExactly("revenue-2026-01-19.parquet");
    }

    @Test
    void aDeletedRecordTakesItsFilesAlong() {
        INSTANCE.call("DELETE", "/api/now/table/incident/" + INCIDENT).send();

        assertThat(INSTANCE.get(SEEDED).status()).isEqualTo(404);
        assertThat(INSTANCE.get("/api/now/table/sys_attachment_doc").results()).isEmpty();
    }

    @Test
    void aFileDeletedAsARowTakesItsContentAlong() {
        INSTANCE.call("DELETE", SEEDED.replace("attachment", "table/sys_attachment"))
                .send();

        assertThat(INSTANCE.get("/api/now/table/sys_attachment_doc").results()).isEmpty();
    }

    private static Incoming upload(String name) {
        return INSTANCE.call(
                        "POST",
                        "/api/now/attachment/file?file_name=" + name + "&table_name=incident&table_sys_id=" + INCIDENT)
                .header("Content-Type", "text/plain")
                .body("hello")
                .send();
    }

    private static String sha256(byte[] content) throws Exception {
        return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(content));
    }
}
