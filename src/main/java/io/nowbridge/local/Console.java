package io.nowbridge.local;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import io.vertx.core.buffer.Buffer;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.zip.GZIPOutputStream;

/** The console's files and its settings, sent as CloudFront sends them: the same headers, compressed, cached as long. */
final class Console {

    /** The client that the console signs people in as. */
    static final String CLIENT_ID = "nowbridge-console";

    private static final String START = "/";
    private static final String SETTINGS = "/config.json";

    // No name begins with a dot: there is no way up, and nothing hidden to be had.
    private static final Pattern FILE = Pattern.compile("/console(?:/[\\w@-][\\w@.-]*)+");

    // esbuild writes eight letters of the content's hash before the ending.
    private static final Pattern HASHED = Pattern.compile(".*-[0-9A-Z]{8}\\.\\w+");

    private static final Map<String, String> TYPES = Map.of(
            "css", "text/css; charset=utf-8",
            "html", "text/html; charset=utf-8",
            "js", "text/javascript; charset=utf-8",
            "json", "application/json",
            "md", "text/markdown; charset=utf-8",
            "svg", "image/svg+xml",
            "png", "image/png",
            "ico", "image/x-icon",
            "woff2", "font/woff2",
            "xml", "application/xml");

    private final Path directory;
    private final URI issuer;
    private final ConsoleHeaders headers;

    /** The files are those in {@code directory}, where the console was built. */
    Console(Path directory, URI issuer, ConsoleHeaders headers) {
        this.directory = directory;
        this.issuer = issuer;
        this.headers = headers;
    }

    boolean serves(String method, String path) {
        return method.equals("GET") && (path.equals(START) || path.equals(SETTINGS) || path.startsWith("/console/"));
    }

    /** What a browser gets for {@code path}; {@code encodings} is its Accept-Encoding. */
    Reply answer(String path, String encodings) {
        if (path.equals(SETTINGS)) {
            return reply(200, "json", "no-cache", settings(), encodings);
        }
        var name = path.equals(START) ? "index.html" : path.substring(1);
        var file = directory.resolve(name);
        if (path.equals(START) && !Files.isRegularFile(file)) {
            return reply(404, "html", "no-cache", bytes("The console is not built: mvn package builds it."), encodings);
        }
        if (!(path.equals(START) || FILE.matcher(path).matches()) || !Files.isRegularFile(file)) {
            return Reply.own(404, "Not Found");
        }
        var caching = HASHED.matcher(path).matches() ? "public, max-age=31536000, immutable" : "no-cache";
        return reply(200, name.substring(name.lastIndexOf('.') + 1), caching, content(file), encodings);
    }

    private byte[] settings() {
        return bytes(JsonNodeFactory.instance
                .objectNode()
                .put("issuer", issuer.toString())
                .put("clientId", CLIENT_ID)
                .put("apiUrl", "")
                .toString());
    }

    private Reply reply(int status, String ending, String caching, byte[] content, String encodings) {
        var all = new TreeMap<>(headers.byName());
        all.put("content-type", TYPES.getOrDefault(ending, "application/octet-stream"));
        all.put("cache-control", caching);
        all.put("vary", "accept-encoding");
        if (!encodings.contains("gzip")) {
            return new Reply(status, all, List.of(), Buffer.buffer(content));
        }
        all.put("content-encoding", "gzip");
        return new Reply(status, all, List.of(), Buffer.buffer(compressed(content)));
    }

    private static byte[] compressed(byte[] content) {
        var compressed = new ByteArrayOutputStream();
        try (var gzip = new GZIPOutputStream(compressed)) {
            gzip.write(content);
        } catch (IOException e) {
            throw new UncheckedIOException("Nothing is written to but memory", e);
        }
        return compressed.toByteArray();
    }

    private static byte[] content(Path file) {
        try {
            return Files.readAllBytes(file);
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot read " + file, e);
        }
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
