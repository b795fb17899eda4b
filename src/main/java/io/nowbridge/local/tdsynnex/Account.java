package io.nowbridge.local.tdsynnex;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Optional;

/** The one customer, and what it signs in with: the file server knows it by another name than the XML services. */
record Account(String customerNumber, String userName, String password) {

    static final Account LOCAL = new Account("100042", "feed@example.com", "tdsynnex-local");

    /** Who says to be asking, in a document of the order services. */
    static Account read(Form document, Form request) {
        var credential = document.within("Credential");
        return new Account(
                request.text("CustomerNumber", 10), credential.text("UserID", 60), credential.text("Password", 60));
    }

    /** Whether this is the authorization header of the file server's user, who differs by country. */
    boolean opensFiles(Region region, Optional<String> authorization) {
        var user = region.fileUser(customerNumber) + ":" + password;
        var basic = "Basic " + Base64.getEncoder().encodeToString(user.getBytes(StandardCharsets.UTF_8));
        return authorization.filter(basic::equals).isPresent();
    }

    /** Whether the XML services know whoever says this. */
    boolean asks(String number, String name, String secret) {
        return equals(new Account(number, name, secret));
    }

    /** Lets nobody else pass. */
    void admit(Account who) {
        if (!equals(who)) {
            throw XmlRefusal.strangers();
        }
    }

    @Override
    public String toString() {
        return "Account[" + customerNumber + "]";
    }
}
