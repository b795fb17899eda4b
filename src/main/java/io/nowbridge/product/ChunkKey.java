package io.nowbridge.product;

/**
 * Names a chunk of a run.
 *
 * @param attempt the plan that it belongs to
 * @param place the first place in the plan of which it has changes
 * @param part counts the chunks that begin with the same place, from 0
 */
public record ChunkKey(RunId run, int attempt, int place, int part) {}
