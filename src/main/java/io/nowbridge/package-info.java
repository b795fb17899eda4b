/**
 * Joins an anomaly platform, a connected system and a distributor.
 *
 * <p>Features ({@code anomaly}, {@code ticket}, {@code delivery}, {@code sync}, {@code rule}, {@code setup}, {@code template},
 * {@code product}, {@code export}, {@code overview}) stand in the middle and own the ports they need; what they have in common
 * is settled in {@code activity}, {@code connection}, {@code access}, {@code budget} and {@code paging}. A package per outside
 * technology stands at the rim: {@code servicenow} speaks to the connected system, {@code qualytics} to the anomaly platform,
 * {@code tdsynnex} to the distributor, all over {@code http} and to where {@code egress} lets them; {@code inbox} finds files
 * that arrived; {@code connector} translates between them and the ports, {@code webhook} judges and reads what they send, {@code wording} fills texts, {@code dynamodb} keeps what the features remember, with {@code vault} for
 * credentials, {@code files} keeps what they export, {@code sqs} wakes whoever goes on, {@code lambda} turns events into
 * commands and outcomes into replies. {@code local} runs it all on one machine. {@link Wiring} puts them together. Data flows
 * one way: event, command, outcome, reply.
 */
@NullMarked
package io.nowbridge;

import org.jspecify.annotations.NullMarked;
