package io.nowbridge.export;

/**
 * A file that is being written, or has been.
 *
 * @param name its path among all that are kept in one place
 * @param id which of the attempts at that path this is
 */
public record Upload(String name, String id) {}
