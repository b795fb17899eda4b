package io.nowbridge.setup;

import java.util.Optional;

/** Texts with placeholders, as settings may hold them. */
@FunctionalInterface
public interface Texts {

    /** What is wrong with such a text, in words that go on after its name, if anything is. */
    Optional<String> flaw(String template);
}
