package io.nowbridge.local.servicenow;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/** What a call must say about its formats: {@code Accept} always, {@code Content-Type} when it brings a record. */
final class ContentRules {

    private static final Set<String> ACCEPTED = Set.of("application/json", "application/*", "*/*");
    private static final int LARGEST_BODY = 10 * 1024 * 1024;

    private ContentRules() {}

    static void check(Call call) {
        var accept = call.header("Accept")
                .orElseThrow(() -> Refusal.withoutDetail(400, "Accept header is missing in the request"));
        if (mediaTypes(accept).stream().noneMatch(ContentRules::isJson)) {
            throw Refusal.of(406, "Not acceptable", "Requested response format is not supported: " + accept);
        }
        checkSize(call);
        // A DELETE brings nothing: clients of the real instance send it without a content type.
        if (!call.isRead() && !call.method().equals("DELETE")) {
            checkContentType(call);
        }
    }

    static void checkSize(Call call) {
        if (call.body().length() > LARGEST_BODY) {
            throw Refusal.of(
                    400,
                    "Exception while reading request",
                    "Rejected large REST payload with content-length = %d bytes. Max allowed: %d bytes."
                            .formatted(call.body().length(), LARGEST_BODY));
        }
    }

    static boolean isJson(String mediaType) {
        return ACCEPTED.contains(mediaType);
    }

    /** The media types that a header lists, without their parameters. */
    static List<String> mediaTypes(String header) {
        return Arrays.stream(header.split(",", -1))
                .map(type -> type.split(";", 2)[0].strip().toLowerCase(Locale.ROOT))
                .toList();
    }

    static Refusal methodNotAllowed(Call call) {
        return Refusal.of(405, "Method not supported", call.method() + " is not supported for this resource");
    }

    private static void checkContentType(Call call) {
        var contentType = call.header("Content-Type")
                .orElseThrow(() -> Refusal.withoutDetail(400, "Content-Type header is missing in the request"));
        if (!mediaTypes(contentType).equals(List.of("application/json"))) {
            throw Refusal.of(415, "Unsupported media type", "Requested format is not supported: " + contentType);
        }
    }
}
