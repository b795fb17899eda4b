package io.nowbridge.local.tdsynnex;

import io.nowbridge.local.tdsynnex.Chance.Question;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;

/** The numbers that an order and its boxes get, always the same ones for the same purchase order number. */
final class Marks {

    private static final int MANY = 10_000;
    private static final long SERIALS = 36L * 36 * 36 * 36 * 36 * 36 * 36 * 36;

    private final Chance chance;
    private final int order;
    private final int turn;

    /** Those of one turn of its course, 0 for when it is taken. */
    Marks(Chance chance, String number, int turn) {
        this.chance = chance;
        this.order = number.hashCode();
        this.turn = turn;
    }

    /** Eight or nine digits; {@code index} tells apart those of one turn. */
    String orderNumber(int index) {
        return digits(10_000_000, 900_000_000, Question.ORDER_NUMBER, index);
    }

    String invoice() {
        return digits(10_000_000, 90_000_000, Question.INVOICE, 0);
    }

    /** Twelve digits. */
    String tracking() {
        return digits(100_000, 900_000, Question.TRACKING, 0) + digits(100_000, 900_000, Question.TRACKING, 1);
    }

    List<String> serialNumbers(int line, long quantity) {
        return IntStream.range(0, Math.toIntExact(quantity))
                .mapToObj(i -> serialNumber(line, i))
                .toList();
    }

    private String serialNumber(int line, int index) {
        var share = chance.share(Question.SERIAL, order + 31 * line, turn * MANY + index);
        var text = Long.toString(SERIALS + (long) (share * SERIALS), 36);
        return text.toUpperCase(Locale.ROOT);
    }

    private String digits(int least, int range, Question question, int index) {
        return Integer.toString(least + chance.below(range, question, order, turn * MANY + index));
    }
}
