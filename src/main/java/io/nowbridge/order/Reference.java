package io.nowbridge.order;

import io.nowbridge.order.Report.Note;
import java.util.List;

/** What the notes of an order end with, so that each is found again: {@code [nb:3f9a0c17d2b4]}. */
final class Reference {

    private static final String BEGIN = "[nb:";
    private static final int DIGITS = 12;

    private Reference() {}

    /** A note about a thing of an order: the same reference for the same thing, however it is worded. */
    static Note under(String text, OrderId order, String kind, Object thing) {
        var digest = Digest.of(List.of(order.value(), kind, thing.toString()));
        var reference = BEGIN + digest.substring(0, DIGITS) + "]";
        return new Note(reference, noneIn(text).stripTrailing() + " " + reference);
    }

    // The distributor's words are in it, and nothing in them is to pass for a reference.
    private static String noneIn(String text) {
        return text.replace(BEGIN, "[nb :");
    }
}
