package io.nowbridge.local.qualytics;

import io.vertx.core.json.JsonObject;
import java.net.URI;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;

/** The one flow: where it sends what happens, with which secret, and as which of the documented actions. */
record Flow(URI url, Optional<String> secret, Mode mode) {

    /** In which form events are sent; see {@link FlowMessage}. */
    enum Mode {
        N8N,
        /** The same as the n8n node's own notes show it: other capitals, one field. */
        N8N_README,
        HTTP_ACTION,
        WEBHOOK,
        /** No Qualytics has this: signed by Standard Webhooks, in the schema that Nowbridge defines. */
        SIGNED;

        String label() {
            return name().toLowerCase(Locale.ROOT).replace('_', '-');
        }

        private static Mode labelled(String label) {
            return Arrays.stream(values())
                    .filter(mode -> mode.label().equals(label))
                    .findFirst()
                    .orElseThrow(() -> new IllegalArgumentException("mode is one of "
                            + Arrays.stream(values()).map(Mode::label).collect(Collectors.joining(", "))));
        }
    }

    /** An {@link IllegalArgumentException} says what is wrong with it. */
    static Flow of(JsonObject json) {
        var url = URI.create(json.getString("url", ""));
        if (url.getHost() == null) {
            throw new IllegalArgumentException("url is the address that events are sent to");
        }
        var flow = new Flow(
                url,
                Optional.ofNullable(json.getString("secret")),
                Mode.labelled(json.getString("mode", Mode.N8N.label())));
        if (flow.mode() == Mode.SIGNED && flow.secret().isEmpty()) {
            throw new IllegalArgumentException("signed needs a secret");
        }
        return flow;
    }

    JsonObject json() {
        var json = new JsonObject().put("url", url.toString()).put("mode", mode.label());
        secret.ifPresent(value -> json.put("secret", value));
        return json;
    }

    @Override
    public String toString() {
        return "Flow[url=" + url + ", mode=" + mode.label() + "]";
    }
}
