package io.nowbridge.webhook;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.nowbridge.anomaly.AnomalyId;
import io.nowbridge.webhook.Verdict.Signed;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.temporal.ChronoUnit;
import java.util.HexFormat;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Where and when a message came in.
 *
 * @param source the anomaly platform that sent it
 * @param signed what it was signed with, if it was
 */
public record Origin(String source, Instant receivedAt, Optional<Signed> signed) {

    /** The most characters of an id, of whatever else than an event: as part of a key, DynamoDB takes it in any script. */
    static final int LONGEST_ID = 200;

    private static final Instant FAR = Instant.parse("9999-12-31T00:00:00Z");
    private static final Pattern PLAIN_ID = Pattern.compile("[\\x21-\\x7e]{1,128}");

    /** The anomaly that the source calls {@code id}; empty if that cannot be an id. */
    Optional<AnomalyId> anomaly(String id) {
        try {
            return Optional.of(new AnomalyId(source, id));
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    /**
     * What tells a message without an id or a time of its own from others: its sender's signature; or what it says and the
     * second in which it came, since the next that says the same may be about the next thing that happened.
     */
    String key(byte[] body) {
        return signed.map(Signed::id)
                .orElseGet(() -> digest(body) + "/"
                        + receivedAt.truncatedTo(ChronoUnit.SECONDS).getEpochSecond());
    }

    /** An event's id that is made from {@code key}: the key itself, unless it is too long or too odd for one. */
    static String eventId(String key) {
        return PLAIN_ID.matcher(key).matches() ? key : digest(key.getBytes(UTF_8));
    }

    static boolean isKeepable(String id) {
        return id.length() <= LONGEST_ID;
    }

    /** A time that every clock and calendar can take; a {@link DateTimeException} says that it is none. */
    static Instant instant(String text) {
        var time = OffsetDateTime.parse(text).toInstant();
        if (time.isBefore(Instant.EPOCH) || !time.isBefore(FAR)) {
            throw new DateTimeException("beyond the years that are counted here");
        }
        return time;
    }

    private static String digest(byte[] bytes) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }
}
