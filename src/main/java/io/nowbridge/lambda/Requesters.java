package io.nowbridge.lambda;

import com.amazonaws.services.lambda.runtime.events.APIGatewayV2HTTPEvent;
import io.nowbridge.access.Requester;
import io.nowbridge.access.Role;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** Reads who asks from the claims that API Gateway verified. */
final class Requesters {

    private Requesters() {}

    static Requester of(APIGatewayV2HTTPEvent event) {
        var claims = claims(event);
        var subject = claims.get("sub");
        if (subject == null || subject.isBlank()) {
            throw RefusedException.withoutSubject();
        }
        var roles = list(claims, "roles").stream().map(Role::named).flatMap(Optional::stream);
        return new Requester(subject, roles.collect(Collectors.toSet()), Set.copyOf(list(claims, "teams")));
    }

    /** Who asks, if the token names any role. */
    static Requester member(APIGatewayV2HTTPEvent event) {
        var requester = of(event);
        if (requester.roles().isEmpty()) {
            throw RefusedException.withoutRole("Member");
        }
        return requester;
    }

    /** Who asks, if that is a Manager or an Admin. */
    static Requester manager(APIGatewayV2HTTPEvent event) {
        var requester = of(event);
        if (!requester.manages()) {
            throw RefusedException.withoutRole("Manager or Admin");
        }
        return requester;
    }

    private static Map<String, String> claims(APIGatewayV2HTTPEvent event) {
        return Optional.ofNullable(event.getRequestContext())
                .map(APIGatewayV2HTTPEvent.RequestContext::getAuthorizer)
                .map(APIGatewayV2HTTPEvent.RequestContext.Authorizer::getJwt)
                .map(APIGatewayV2HTTPEvent.RequestContext.Authorizer.JWT::getClaims)
                .orElse(Map.of());
    }

    // API Gateway hands a list claim over as one string, [a b], so that a name with a blank in it cannot be told from
    // two; a claim that is no list is one name.
    private static List<String> list(Map<String, String> claims, String name) {
        var text = claims.getOrDefault(name, "").strip();
        if (!text.startsWith("[") || !text.endsWith("]")) {
            return text.isEmpty() ? List.of() : List.of(text);
        }
        return Arrays.stream(text.substring(1, text.length() - 1).split(" "))
                .filter(item -> !item.isEmpty())
                .distinct()
                .toList();
    }
}
