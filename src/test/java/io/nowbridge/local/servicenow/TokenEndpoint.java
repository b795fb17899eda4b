package io.nowbridge.local.servicenow;

import static org.assertj.core.api.Assertions.assertThat;

/** Where clients of an instance ask for tokens, and what their tokens are good for. */
record TokenEndpoint(RunningInstance instance) {

    Incoming ask(String form) {
        return askAt("/oauth_token.do", form);
    }

    Incoming askAt(String path, String form) {
        return instance.anonymous("POST", path)
                .header("Content-Type", "application/x-www-form-urlencoded")
                .body(form)
                .send();
    }

    /** Reads the incidents with the token of an answer. */
    Incoming readWith(Incoming token) {
        return instance.anonymous("GET", Planted.INCIDENT)
                .header("Authorization", "Bearer " + token.json().getString("access_token"))
                .header("Accept", "application/json")
                .send();
    }

    static void assertThatItIsDenied(Incoming answer) {
        assertThat(answer.status()).isEqualTo(401);
        assertThat(answer.body()).isEqualTo("{\"error_description\":\"access_denied\",\"error\":\"server_error\"}");
    }
}
