package io.nowbridge.tdsynnex;

/** Who asks: a customer and one of its users. Nothing of it shows in {@code toString}. */
public record Account(String customerNumber, String userName, String password) {

    @Override
    public String toString() {
        return "Account[]";
    }

    /** What somebody else wrote, without what only we know. */
    String hiddenIn(String text) {
        return text.replace(password, "***").replace(userName, "***").replace(customerNumber, "***");
    }
}
