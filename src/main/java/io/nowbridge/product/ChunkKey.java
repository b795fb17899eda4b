package io.nowbridge.product;

/**
 * Names a chunk of a run.
 *
 * @param attempt the plan that it belongs to
 * @param block the first block of which it has products
 * @param part counts the chunks that begin with the same block, from 0
 */
public record ChunkKey(RunId run, int attempt, int block, int part) {}
