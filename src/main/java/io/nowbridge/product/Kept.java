package io.nowbridge.product;

import java.time.Instant;

/**
 * What is known of one product at the desk.
 *
 * @param active whether it can be ordered there
 * @param writtenAt to the second
 */
public record Kept(Sku sku, Imprint imprint, DeskIds ids, boolean active, Instant writtenAt) {}
