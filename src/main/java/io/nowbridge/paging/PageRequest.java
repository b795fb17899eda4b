package io.nowbridge.paging;

import java.util.Optional;

/**
 * Which page is wanted.
 *
 * @param size how many items at most, from 1 to {@link #LARGEST}
 * @param from where an earlier page said that the next one begins; empty for the first
 */
public record PageRequest(int size, Optional<String> from) {

    public static final int LARGEST = 100;

    public PageRequest {
        if (size < 1 || size > LARGEST) {
            throw new IllegalArgumentException("is a number from 1 to " + LARGEST);
        }
    }
}
