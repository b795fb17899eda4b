package io.nowbridge.ticket;

import java.util.Map;
import java.util.Optional;

/** Fills in texts that administrators wrote with placeholders, such as {@code {anomaly.container}}. */
public interface TicketWording {

    /**
     * The text with its placeholders filled in from {@code values}, which are texts, numbers, lists and maps of such. A
     * placeholder that has no value is left empty; a template that these values make fail, such as one that compares a word
     * with a number, says so in the text.
     *
     * @throws IllegalArgumentException if {@link #flaw} finds one
     */
    String fill(String template, Map<String, Object> values);

    /** What is wrong with a template, if anything is. */
    Optional<String> flaw(String template);
}
