package io.nowbridge.servicenow;

import io.nowbridge.http.Request;
import java.nio.charset.StandardCharsets;
import java.util.Base64;

/** The header that lets a request in. Its value does not show. */
record Pass(String header, String value) {

    static Pass basic(String username, String password) {
        var pair = (username + ":" + password).getBytes(StandardCharsets.UTF_8);
        return authorization("Basic " + Base64.getEncoder().encodeToString(pair));
    }

    static Pass authorization(String value) {
        return new Pass("Authorization", value);
    }

    /** A request with this header on it. */
    Request on(Request request) {
        return request.with(header, value);
    }

    @Override
    public String toString() {
        return "Pass[header=" + header + "]";
    }
}
