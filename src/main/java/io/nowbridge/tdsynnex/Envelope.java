package io.nowbridge.tdsynnex;

import java.util.List;

/** What the documents about orders come in: {@code SynnexB2B}, with the account that asks. */
final class Envelope {

    private static final String NAME = "SynnexB2B";

    private Envelope() {}

    static Element of(Account account, Element body) {
        var credential = Element.of(
                "Credential",
                List.of(Element.of("UserID", account.userName()), Element.of("Password", account.password())));
        return Element.of(NAME, List.of(credential, body));
    }

    /** What has come in it; fails with an {@link IllegalArgumentException} where it is something else. */
    static Element open(Element root, String body) {
        if (!root.name().equals(NAME)) {
            throw new IllegalArgumentException("another document than a " + NAME);
        }
        return root.children(body)
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("a document without a " + body));
    }

    /** The same, about one purchase order; fails with an {@link IllegalArgumentException} where it is about another. */
    static Element open(Element root, String body, String number) {
        var opened = open(root, body);
        if (opened.text("PONumber")
                .filter(named -> !named.equalsIgnoreCase(number))
                .isPresent()) {
            throw new IllegalArgumentException("an answer about another order");
        }
        return opened;
    }
}
