package io.nowbridge.tdsynnex;

/** TD SYNNEX's own words, fit to be shown and logged: in one line, of 500 characters at most, and without the account. */
final class Words {

    private static final int MOST = 500;

    private Words() {}

    static String of(Account account, String said) {
        var line = account.hiddenIn(said).replaceAll("\\p{Cntrl}+", " ").strip();
        return line.length() > MOST ? line.substring(0, MOST) : line;
    }
}
