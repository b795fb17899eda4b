package io.nowbridge.tdsynnex;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/** Price files of the tests' own making. */
public final class PriceFiles {

    public static final String HEADER = "100042~HDR~260105~~C";

    private PriceFiles() {}

    /** A product's line of 70 fields: SKU and the fields that are named by their number. */
    public static String detail(String sku, Map<Integer, String> fields) {
        var line = new String[70];
        Arrays.fill(line, "");
        line[0] = "100042";
        line[1] = "DTL";
        line[4] = sku;
        fields.forEach((field, value) -> line[field - 1] = value);
        return String.join("~", line);
    }

    /** A zip with a file of these lines. */
    public static byte[] zip(String... lines) {
        return zipped(Map.of("100042.ap", String.join("\n", lines).getBytes(StandardCharsets.UTF_8)));
    }

    public static byte[] zipped(Map<String, byte[]> files) {
        var bytes = new ByteArrayOutputStream();
        try (var zip = new ZipOutputStream(bytes)) {
            for (var file : files.entrySet()) {
                zip.putNextEntry(new ZipEntry(file.getKey()));
                zip.write(file.getValue());
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes.toByteArray();
    }

    static InputStream stream(byte[] bytes) {
        return new ByteArrayInputStream(bytes);
    }
}
