package io.nowbridge.servicenow;

import io.smallrye.mutiny.Uni;
import java.nio.charset.StandardCharsets;
import java.util.Base64;

/** What each request shows to be let in. */
interface Authorization {

    /** The header's value. */
    Uni<String> header();

    /** Forgets a header that was refused, and says whether the next one may fare better. */
    boolean renew(String refused);

    /** A name and password, which get no better by being sent again. */
    static Authorization basic(Credentials.Basic user) {
        var pair = (user.username() + ":" + user.password()).getBytes(StandardCharsets.UTF_8);
        var header = "Basic " + Base64.getEncoder().encodeToString(pair);
        return new Authorization() {
            @Override
            public Uni<String> header() {
                return Uni.createFrom().item(header);
            }

            @Override
            public boolean renew(String refused) {
                return false;
            }
        };
    }
}
