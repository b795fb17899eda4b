package io.nowbridge.inbox;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Optional;

/**
 * A file on a web server.
 *
 * @param path with its slash
 * @param authorization what is said in the header of this name
 */
public record WebFile(String path, Optional<String> authorization) {

    /** By user and password (RFC 7617). */
    public static WebFile basic(String path, String user, String password) {
        var both = (user + ":" + password).getBytes(StandardCharsets.UTF_8);
        return new WebFile(path, Optional.of("Basic " + Base64.getEncoder().encodeToString(both)));
    }

    /** By a token (RFC 6750). */
    public static WebFile token(String path, String token) {
        return new WebFile(path, Optional.of("Bearer " + token));
    }

    public static WebFile open(String path) {
        return new WebFile(path, Optional.empty());
    }

    WebFile under(String folder) {
        return new WebFile(folder + path.substring(1), authorization);
    }

    /** What the file is called in front of people: what is asked with it, such as a signature, is nobody's business. */
    String name() {
        var asked = path.indexOf('?');
        var file = asked < 0 ? path : path.substring(0, asked);
        return file.substring(file.lastIndexOf('/') + 1);
    }

    @Override
    public String toString() {
        return "WebFile[" + path + "]";
    }
}
