package io.nowbridge.product;

import java.time.Duration;

/**
 * How long things take.
 *
 * @param margin how much longer than its function may run a worker keeps what it has taken
 * @param shift how long a worker goes on at most, whatever time it has: what it holds when it dies, others wait for
 * @param chunk how long a chunk takes at most; with less time left, a worker begins no other one
 * @param longestPause how long a chunk is left alone at most after a try in vain
 * @param patience how long after the first try what cannot be written is given up
 */
public record Pace(Duration margin, Duration shift, Duration chunk, Duration longestPause, Duration patience) {}
