package io.nowbridge.local.servicenow;

import java.time.Instant;
import java.util.List;

/**
 * A call to one of the REST APIs by a known caller.
 *
 * @param version the part of the path that names it, {@code v2/}, or nothing
 * @param segments of the path, after the API's name
 */
record Request(Call call, String version, List<String> segments, Caller caller, Instant now) {

    Request with(Call other) {
        return new Request(other, version, segments, caller, now);
    }
}
