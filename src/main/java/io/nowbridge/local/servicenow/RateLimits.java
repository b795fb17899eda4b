package io.nowbridge.local.servicenow;

import io.nowbridge.local.servicenow.Settings.RateLimit;
import java.time.Instant;
import java.util.Comparator;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/** Counts requests per rule, user and clock hour; a rule for a user beats one for a role, that one a rule for all. */
final class RateLimits {

    private static final long HOUR_SECONDS = 3600;
    private static final Map<String, String> API_NAMES = Map.of(
            "table", "Table API",
            "stats", "Aggregate API",
            "import", "Import Set API",
            "attachment", "Attachment API",
            "batch", "Batch API");

    private final Instance instance;
    private final Map<Window, Integer> counts = new HashMap<>();
    private Settings settings = Settings.DEFAULT;

    RateLimits(Instance instance) {
        this.instance = instance;
    }

    private record Window(RateLimit rule, String user, long hour) {}

    /** Counts the call; the headers to answer with, or the 429. */
    Map<String, String> count(String api, Caller caller, Instant now) {
        return rule(api, caller).map(rule -> count(rule, caller, now)).orElse(Map.of());
    }

    // New settings count anew, be they equal to the old ones or not.
    @SuppressWarnings("ReferenceEquality")
    private Map<String, String> count(RateLimit rule, Caller caller, Instant now) {
        if (settings != instance.settings()) {
            settings = instance.settings();
            counts.clear();
        }
        var hour = now.getEpochSecond() / HOUR_SECONDS;
        counts.keySet().removeIf(window -> window.hour() < hour);
        var used = counts.merge(new Window(rule, caller.userName(), hour), 1, Integer::sum);
        var reset = (hour + 1) * HOUR_SECONDS;
        var headers = new HashMap<>(Map.of(
                "X-RateLimit-Limit", String.valueOf(rule.limit()),
                "X-RateLimit-Reset", String.valueOf(reset),
                "X-RateLimit-Rule", rule.rule()));
        if (used > rule.limit()) {
            headers.put("Retry-After", String.valueOf(reset - now.getEpochSecond()));
            throw Refusal.of(
                            429,
                            "Rate limit exceeded",
                            "Rate limit of %d requests per hour for %s exceeded"
                                    .formatted(rule.limit(), API_NAMES.getOrDefault(rule.api(), rule.api())))
                    .withHeaders(headers);
        }
        return headers;
    }

    private Optional<RateLimit> rule(String api, Caller caller) {
        return instance.settings().rateLimits().stream()
                .filter(rule -> rule.api().equals(api) && binds(rule, caller))
                .min(Comparator.<RateLimit>comparingInt(RateLimits::generality).thenComparingInt(RateLimit::limit));
    }

    private static boolean binds(RateLimit rule, Caller caller) {
        return (rule.user().isEmpty() || rule.user().equals(caller.userName()))
                && (rule.role().isEmpty() || caller.hasRole(rule.role()));
    }

    private static int generality(RateLimit rule) {
        if (!rule.user().isEmpty()) {
            return 0;
        }
        return rule.role().isEmpty() ? 2 : 1;
    }
}
