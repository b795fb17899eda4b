package io.nowbridge.template;

import java.time.Duration;
import java.time.Instant;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/** When a template runs. */
public sealed interface Schedule permits Schedule.Rate, Cron {

    /** The first run after {@code after} of a template that there is since {@code since}. */
    Instant next(Instant since, Instant after);

    /** The least time between two runs. */
    Duration shortestInterval();

    /** As people say it: {@code every 15 minutes}. */
    String words();

    /** Every so many minutes, hours or days of 24 hours, counted from the template's creation; 31 days at most. */
    record Rate(int every, Unit unit) implements Schedule {

        private static final Duration LONGEST = Duration.ofDays(31);

        public Rate {
            if (every < 1 || unit.duration.multipliedBy(every).compareTo(LONGEST) > 0) {
                throw new IllegalArgumentException("is a whole number from 1, and 31 days at most");
            }
        }

        @Override
        public Instant next(Instant since, Instant after) {
            var interval = shortestInterval();
            var passed = Duration.between(since, after);
            var runs = passed.isNegative() ? 0 : passed.dividedBy(interval);
            return since.plus(interval.multipliedBy(runs + 1));
        }

        @Override
        public Duration shortestInterval() {
            return unit.duration.multipliedBy(every);
        }

        @Override
        public String words() {
            return "every " + every + " " + unit.label();
        }
    }

    /** What a rate counts. */
    enum Unit {
        MINUTES(Duration.ofMinutes(1)),
        HOURS(Duration.ofHours(1)),
        DAYS(Duration.ofDays(1));

        private final Duration duration;

        Unit(Duration duration) {
            this.duration = duration;
        }

        /** As it is written in requests and answers: {@code minutes}. */
        public String label() {
            return name().toLowerCase(Locale.ROOT);
        }

        public static Optional<Unit> labelled(String label) {
            return Stream.of(values())
                    .filter(unit -> unit.label().equals(label))
                    .findFirst();
        }
    }
}
