package io.nowbridge.files;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Executors;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * As much of S3 as files need, strict where S3 is: a part that is too small or not the one that is named ends no upload, and what
 * does not arrive as it was sent is refused. Source: S3 API reference, CreateMultipartUpload to AbortMultipartUpload.
 */
final class FakeS3 implements AutoCloseable {

    private static final int SMALLEST_PART = 5 * 1024 * 1024;
    private static final Pattern PART =
            Pattern.compile("<PartNumber>(\\d+)</PartNumber>|<ETag>(?:&quot;|\")?(\\w+)(?:&quot;|\")?</ETag>");

    private final HttpServer server;
    private final Map<String, byte[]> objects = new ConcurrentHashMap<>();
    private final Map<String, TreeMap<Integer, byte[]>> uploads = new ConcurrentHashMap<>();
    private final List<String> asked = new CopyOnWriteArrayList<>();

    private record Answer(int status, Map<String, String> headers, byte[] body) {

        static Answer of(int status, String xml) {
            return new Answer(status, Map.of("Content-Type", "application/xml"), xml.getBytes(StandardCharsets.UTF_8));
        }

        static Answer error(int status, String code) {
            return of(status, "<Error><Code>%s</Code><Message>%s</Message></Error>".formatted(code, code));
        }
    }

    private record Question(String method, String path, Map<String, String> query, byte[] body) {}

    FakeS3() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.setExecutor(Executors.newCachedThreadPool(
                Thread.ofPlatform().daemon().name("s3-", 0).factory()));
        server.createContext("/", this::serve);
        server.start();
    }

    URI uri() {
        return URI.create("http://localhost:" + server.getAddress().getPort());
    }

    /** The headers of all that was asked, in small letters. */
    List<String> headers() {
        return asked;
    }

    @Override
    public void close() {
        server.stop(0);
    }

    private void serve(HttpExchange exchange) throws IOException {
        try (exchange) {
            exchange.getRequestHeaders().keySet().forEach(header -> asked.add(header.toLowerCase(Locale.ROOT)));
            var body = exchange.getRequestBody().readAllBytes();
            var uri = exchange.getRequestURI();
            var sent = exchange.getRequestHeaders().getFirst("Content-MD5");
            var answer = sent != null && !sent.equals(Base64.getEncoder().encodeToString(md5(body)))
                    ? Answer.error(400, "BadDigest")
                    : answer(new Question(exchange.getRequestMethod(), uri.getPath(), query(uri), body));
            answer.headers().forEach(exchange.getResponseHeaders()::add);
            var isHead = exchange.getRequestMethod().equals("HEAD");
            exchange.sendResponseHeaders(
                    answer.status(), isHead || answer.body().length == 0 ? -1 : answer.body().length);
            if (!isHead && answer.body().length > 0) {
                exchange.getResponseBody().write(answer.body());
            }
        }
    }

    private Answer answer(Question question) {
        var upload = question.query().get("uploadId");
        return switch (question.method()) {
            case "POST" -> question.query().containsKey("uploads") ? begin(question) : finish(question, upload);
            case "PUT" -> upload == null ? put(question) : part(question, upload);
            case "DELETE" ->
                uploads.remove(key(question, upload)) == null ? Answer.error(404, "NoSuchUpload") : Answer.of(204, "");
            case "GET", "HEAD" -> get(question);
            default -> Answer.error(405, "MethodNotAllowed");
        };
    }

    private Answer begin(Question question) {
        var id = "upload-" + (uploads.size() + objects.size() + 1);
        uploads.put(key(question, id), new TreeMap<>());
        return Answer.of(
                200,
                "<InitiateMultipartUploadResult><UploadId>%s</UploadId></InitiateMultipartUploadResult>".formatted(id));
    }

    private Answer part(Question question, String upload) {
        var parts = uploads.get(key(question, upload));
        if (parts == null) {
            return Answer.error(404, "NoSuchUpload");
        }
        parts.put(Integer.parseInt(question.query().getOrDefault("partNumber", "0")), question.body());
        return new Answer(200, Map.of("ETag", '"' + tag(question.body()) + '"'), new byte[0]);
    }

    private Answer finish(Question question, String upload) {
        var parts = uploads.get(key(question, upload));
        if (parts == null) {
            return Answer.error(404, "NoSuchUpload");
        }
        var named = named(new String(question.body(), StandardCharsets.UTF_8));
        var whole = new ByteArrayOutputStream();
        for (var entry : named.entrySet()) {
            var part = parts.get(entry.getKey());
            if (part == null || !tag(part).equals(entry.getValue())) {
                return Answer.error(400, "InvalidPart");
            }
            if (part.length < SMALLEST_PART && !entry.getKey().equals(named.lastKey())) {
                return Answer.error(400, "EntityTooSmall");
            }
            whole.writeBytes(part);
        }
        uploads.remove(key(question, upload));
        objects.put(question.path(), whole.toByteArray());
        return Answer.of(200, "<CompleteMultipartUploadResult><ETag>whole</ETag></CompleteMultipartUploadResult>");
    }

    private static TreeMap<Integer, String> named(String xml) {
        var found = new ArrayList<>(PART.matcher(xml).results().toList());
        var named = new TreeMap<Integer, String>();
        for (var index = 0; index + 1 < found.size(); index += 2) {
            var pair = Stream.of(found.get(index), found.get(index + 1))
                    .collect(Collectors.partitioningBy(match -> match.group(1) != null));
            named.put(
                    Integer.parseInt(first(pair.get(true)).group(1)),
                    first(pair.get(false)).group(2));
        }
        return named;
    }

    private static MatchResult first(List<MatchResult> matches) {
        return matches.getFirst();
    }

    private Answer put(Question question) {
        objects.put(question.path(), question.body());
        return new Answer(200, Map.of("ETag", '"' + tag(question.body()) + '"'), new byte[0]);
    }

    private Answer get(Question question) {
        var object = objects.get(question.path());
        return object == null ? Answer.error(404, "NoSuchKey") : new Answer(200, Map.of(), object);
    }

    private static String key(Question question, String upload) {
        return question.path() + "?" + upload;
    }

    private static Map<String, String> query(URI uri) {
        return uri.getRawQuery() == null
                ? Map.of()
                : Stream.of(uri.getRawQuery().split("&"))
                        .map(part -> part.split("=", 2))
                        .collect(Collectors.toMap(
                                part -> part[0],
                                part -> part.length == 1 ? "" : URLDecoder.decode(part[1], StandardCharsets.UTF_8)));
    }

    private static String tag(byte[] bytes) {
        return HexFormat.of().formatHex(md5(bytes));
    }

    private static byte[] md5(byte[] bytes) {
        try {
            return MessageDigest.getInstance("MD5").digest(bytes);
        } catch (NoSuchAlgorithmException e) {
            throw new UncheckedIOException(new IOException(e));
        }
    }
}
