package io.nowbridge.lambda;

import io.nowbridge.access.Requester;
import io.quarkus.runtime.annotations.RegisterForReflection;
import java.util.List;
import java.util.Locale;

/**
 * Who asks, as the verified token says.
 *
 * @param manages whether the role allows everything, whatever the datastore
 */
@RegisterForReflection
record MeReply(String subject, List<String> roles, List<String> teams, boolean manages) {

    static MeReply of(Requester requester) {
        return new MeReply(
                requester.subject(),
                requester.roles().stream()
                        .map(role -> role.name().toLowerCase(Locale.ROOT))
                        .sorted()
                        .toList(),
                requester.teams().stream().sorted().toList(),
                requester.manages());
    }
}
