package io.nowbridge.local.servicenow;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * The part of a list that was asked for.
 *
 * @param total the rows of the whole list, those the caller may not read included
 */
record Page(List<Row> rows, int total, int offset, int limit) {

    private static final int DEFAULT_LIMIT = 10_000;

    static Page of(Call call, List<Row> all) {
        var offset = number(call, "sysparm_offset", 0);
        var limit = number(call, "sysparm_limit", DEFAULT_LIMIT);
        return new Page(all.stream().skip(offset).limit(limit).toList(), all.size(), offset, limit);
    }

    /** The {@code Link} header, or empty when the list has one page only. */
    Optional<String> links(String address, Call call) {
        if (limit == 0 || total <= limit) {
            return Optional.empty();
        }
        var links = new ArrayList<String>();
        links.add(link(address, call, 0, "first"));
        if (offset > 0) {
            links.add(link(address, call, Math.max(0, offset - limit), "prev"));
        }
        if (offset + limit < total) {
            links.add(link(address, call, offset + limit, "next"));
        }
        links.add(link(address, call, (total - 1) / limit * limit, "last"));
        return Optional.of(String.join(",", links));
    }

    private String link(String address, Call call, int at, String rel) {
        var query = call.query().entrySet().stream()
                .filter(parameter -> !parameter.getKey().equals("sysparm_offset")
                        && !parameter.getKey().equals("sysparm_limit"))
                .map(parameter -> encode(parameter.getKey()) + "=" + encode(parameter.getValue()) + "&")
                .collect(Collectors.joining());
        return "<%s?%ssysparm_offset=%d&sysparm_limit=%d>;rel=\"%s\"".formatted(address, query, at, limit, rel);
    }

    private static String encode(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8).replace("+", "%20");
    }

    private static int number(Call call, String name, int otherwise) {
        return call.parameter(name)
                .filter(text -> text.matches("\\d{1,9}"))
                .map(Integer::parseInt)
                .orElse(otherwise);
    }
}
