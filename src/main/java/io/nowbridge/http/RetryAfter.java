package io.nowbridge.http;

import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Optional;
import java.util.regex.Pattern;

/** How long a server asks to be left alone. */
public final class RetryAfter {

    // Nobody is kept waiting for longer by a header gone wrong.
    private static final Duration LONGEST = Duration.ofDays(1);
    private static final Pattern WHOLE_NUMBER = Pattern.compile("\\d{1,12}");

    private final InstantSource clock;

    public RetryAfter(InstantSource clock) {
        this.clock = clock;
    }

    /** By {@code Retry-After} (RFC 9110: seconds or a date), else, of a 429, by the end of the rate limit's window (UNIX seconds). */
    public Optional<Duration> in(Response response) {
        return response.header("Retry-After")
                .flatMap(this::parse)
                .or(() -> endOfWindow(response))
                .map(wait -> wait.compareTo(LONGEST) > 0 ? LONGEST : wait);
    }

    // Every answer that a rate limit rule counts tells the end of its window, but only a refusal means: wait for it.
    private Optional<Duration> endOfWindow(Response response) {
        return Optional.of(response)
                .filter(refusal -> refusal.status() == 429)
                .flatMap(refusal -> refusal.header("X-RateLimit-Reset"))
                .flatMap(RetryAfter::seconds)
                .map(end -> until(Instant.ofEpochSecond(end)));
    }

    private Optional<Duration> parse(String header) {
        return seconds(header).map(Duration::ofSeconds).or(() -> date(header).map(this::until));
    }

    private static Optional<Long> seconds(String header) {
        return Optional.of(header)
                .map(String::strip)
                .filter(text -> WHOLE_NUMBER.matcher(text).matches())
                .map(Long::valueOf);
    }

    private static Optional<Instant> date(String header) {
        try {
            return Optional.of(ZonedDateTime.parse(header.strip(), DateTimeFormatter.RFC_1123_DATE_TIME)
                    .toInstant());
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }

    private Duration until(Instant moment) {
        var wait = Duration.between(clock.instant(), moment);
        return wait.isNegative() ? Duration.ZERO : wait;
    }
}
