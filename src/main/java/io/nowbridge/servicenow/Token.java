package io.nowbridge.servicenow;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * A bearer token.
 *
 * @param goodUntil somewhat before it expires
 * @param refresh what the next one is asked for with; a token got by refreshing comes without
 */
record Token(String header, Instant goodUntil, Optional<String> refresh) {

    private static final Pattern BEARER = Pattern.compile("[\\x21-\\x7e]+");
    private static final Duration LONGEST_MARGIN = Duration.ofSeconds(30);
    private static final long LONGEST_LIFE_IN_SECONDS = Duration.ofDays(1).toSeconds();
    // One that does not say how long it lives is not taken to live for ever.
    private static final long UNSAID_LIFE_IN_SECONDS = 60;

    /** Reads what the token endpoint answered at {@code now}. */
    static Token of(JsonNode document, Instant now) {
        var access = document.path("access_token").asText("");
        if (!BEARER.matcher(access).matches()) {
            throw new IllegalArgumentException("no token");
        }
        var seconds = document.path("expires_in").asLong(0);
        var life =
                Duration.ofSeconds(seconds <= 0 ? UNSAID_LIFE_IN_SECONDS : Math.min(seconds, LONGEST_LIFE_IN_SECONDS));
        return new Token(
                "Bearer " + access,
                now.plus(life).minus(margin(life)),
                Optional.of(document.path("refresh_token").asText("")).filter(refresh -> !refresh.isEmpty()));
    }

    boolean isGoodAt(Instant instant) {
        return instant.isBefore(goodUntil);
    }

    Token orRefreshedBy(Optional<String> earlier) {
        return new Token(header, goodUntil, refresh.or(() -> earlier));
    }

    // In proportion: a token asked for again is the same one with the life it has left, so near its end a fixed margin
    // would fetch it for each request.
    private static Duration margin(Duration life) {
        var tenth = life.dividedBy(10);
        return tenth.compareTo(LONGEST_MARGIN) < 0 ? tenth : LONGEST_MARGIN;
    }

    @Override
    public String toString() {
        return "Token[goodUntil=" + goodUntil + "]";
    }
}
