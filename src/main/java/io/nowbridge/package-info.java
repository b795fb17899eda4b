/**
 * Joins an anomaly platform, a connected system and a distributor.
 *
 * <p>Features ({@code anomaly}, {@code ticket}, {@code delivery}, {@code sync}, {@code rule}) stand in the middle and own the
 * ports they need; a package per outside technology stands at the rim: {@code servicenow} speaks to the connected system,
 * {@code qualytics} to the anomaly platform, both over {@code http}; {@code connector} translates between them and the ports,
 * {@code webhook} judges and reads what they send, {@code dynamodb} keeps what the features remember, {@code sqs} wakes whoever
 * goes on, {@code lambda} turns events into commands and outcomes into replies. {@link Wiring} puts them together. Data flows
 * one way: event, command, outcome, reply.
 */
@NullMarked
package io.nowbridge;

import org.jspecify.annotations.NullMarked;
