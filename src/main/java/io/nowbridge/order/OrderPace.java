package io.nowbridge.order;

import java.time.Duration;

/**
 * How long things take.
 *
 * @param margin how much longer than its function may run a worker keeps the order that it has taken
 * @param shift how long a worker goes on at most, whatever time it has: what it holds when it dies, others wait for
 * @param sending how long it takes at most to send an order and to hear of it; with less time left, nothing is sent
 * @param settling how long after it may have left an order is looked for at the distributor, which may take a while to show it
 * @param longestPause how long an order is left alone at most after a try in vain
 * @param patience how long it is tried to find out what became of an order, before a person is asked to
 * @param atOnce how many workers ask a distributor at the same time
 * @param wakeAtOnce how many orders a tick wakes at most: more cannot be worked on until the next
 */
public record OrderPace(
        Duration margin,
        Duration shift,
        Duration sending,
        Duration settling,
        Duration longestPause,
        Duration patience,
        int atOnce,
        int wakeAtOnce) {}
