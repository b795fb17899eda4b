package io.nowbridge.lambda;

import com.amazonaws.services.lambda.runtime.events.APIGatewayV2HTTPEvent;
import io.nowbridge.activity.ItemNames;
import io.nowbridge.activity.Operation;
import io.nowbridge.activity.Place;
import io.nowbridge.activity.Result;
import io.nowbridge.activity.Wanted;
import io.nowbridge.connection.ConnectionId;
import io.nowbridge.paging.PageRequest;
import jakarta.inject.Singleton;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/** Reads which entries of the log a Manager or Admin wants to see. */
@Singleton
public final class ActivityParser {

    private static final Duration USUAL = Duration.ofDays(7);
    private static final int LONGEST_TEXT = 200;
    private static final int LONGEST_TEMPLATE = 100;

    // What 13 digits of milliseconds can name: a page's place is written with so many.
    private static final Instant EARLIEST = Instant.EPOCH;
    private static final Instant LATEST = Instant.parse("2286-01-01T00:00:00Z");

    private final InstantSource clock;

    ActivityParser(InstantSource clock) {
        this.clock = clock;
    }

    /** A page of those that are wanted. */
    record Question(Wanted wanted, PageRequest page) {}

    Question question(APIGatewayV2HTTPEvent event) {
        var page = Pages.managers(event);
        var parameters = Objects.requireNonNullElse(event.getQueryStringParameters(), Map.<String, String>of());
        var fields = new Fields();
        var place = fields.optional("cursor", page.from().orElse(""), Place::new);
        var to = fields.optional("to", parameters.get("to"), ActivityParser::instant)
                .orElseGet(clock::instant);
        var from = fields.optional("from", parameters.get("from"), ActivityParser::instant)
                .orElseGet(() -> usual(to, place));
        var connection = fields.optional("connection", parameters.get("connection"), ConnectionId::new);
        var template = fields.optional("template", parameters.get("template"), LONGEST_TEMPLATE);
        var operation =
                fields.optional("operation", parameters.get("operation"), word -> Spelling.read(Operation.class, word));
        var result = fields.optional("result", parameters.get("result"), word -> Spelling.read(Result.class, word));
        var item = fields.optional("item", parameters.get("item"), ItemNames.LONGEST);
        var text = fields.optional("text", parameters.get("text"), LONGEST_TEXT);
        if (!from.isBefore(to)) {
            fields.refuse("from", "is before to");
        } else if (text.isPresent() && Duration.between(from, to).compareTo(Wanted.LONGEST_SEARCH) > 0) {
            fields.refuse("text", "is looked for within %d days".formatted(Wanted.LONGEST_SEARCH.toDays()));
        }
        fields.check();
        var wanted = new Wanted(from, to, connection, template, operation, result, item, text);
        fields.optional("cursor", page.from().orElse(""), cursor -> wanted.place(page));
        fields.check();
        return new Question(wanted, page);
    }

    // The usual time moves on with the clock, and must not leave behind those who are still turning pages.
    private static Instant usual(Instant to, Optional<Place> place) {
        var usual = to.minus(USUAL);
        return place.map(Place::at).filter(usual::isAfter).orElse(usual);
    }

    private static Instant instant(String text) {
        try {
            var instant = Instant.parse(text);
            if (instant.isBefore(EARLIEST) || instant.isAfter(LATEST)) {
                throw new IllegalArgumentException("lies between the years 1970 and 2285");
            }
            return instant;
        } catch (DateTimeException e) {
            throw new IllegalArgumentException("is a time such as 2026-01-05T09:00:00Z", e);
        }
    }
}
