package io.nowbridge.local;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/** {@code ./nowbridge token}: prints a bearer token of the local identity provider, and nothing else. */
final class Token {

    private static final Set<String> ROLES = Set.of("admin", "manager", "member");
    // Its first answer makes the provider generate its keys, which takes a busy machine its time.
    private static final Duration PATIENCE = Duration.ofSeconds(20);

    private Token() {}

    public static void main(String[] line) throws InterruptedException {
        try {
            var arguments = Arguments.read(List.of(line), Set.of("role", "team", "subject", "identity"), Set.of());
            var issuer = IdentityProvider.issuer(arguments.port("identity", Ports.DEFAULTS.identity()));
            System.out.println(issue(
                    issuer, arguments.last("subject").orElse("local-user"), roles(arguments), arguments.all("team")));
        } catch (IllegalArgumentException e) {
            fail(String.valueOf(e.getMessage()));
        } catch (IOException e) {
            fail("No identity provider answers: start it with ./nowbridge up");
        }
    }

    /** Fetches a token from {@code issuer}, as any client of an OpenID Connect provider would. */
    static String issue(URI issuer, String subject, List<String> roles, List<String> teams)
            throws IOException, InterruptedException {
        var form = Map.of(
                        "grant_type", "client_credentials",
                        "client_id", "nowbridge",
                        "client_secret", "local",
                        "scope", "nowbridge",
                        "subject", subject,
                        "roles", String.join(",", roles),
                        "teams", String.join(",", teams))
                .entrySet()
                .stream()
                .map(field -> field.getKey() + "=" + URLEncoder.encode(field.getValue(), StandardCharsets.UTF_8))
                .collect(Collectors.joining("&"));
        var request = HttpRequest.newBuilder(URI.create(issuer + "/token"))
                .timeout(PATIENCE)
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(BodyPublishers.ofString(form))
                .build();
        try (var http = HttpClient.newBuilder().connectTimeout(PATIENCE).build()) {
            var response = http.send(request, BodyHandlers.ofString());
            if (response.statusCode() != 200) {
                throw new IOException("Asking " + issuer + " for a token answered " + response.statusCode());
            }
            return new ObjectMapper()
                    .readTree(response.body())
                    .required("access_token")
                    .asText();
        }
    }

    private static List<String> roles(Arguments arguments) {
        var roles = arguments.all("role");
        if (roles.isEmpty() || !ROLES.containsAll(roles)) {
            throw new IllegalArgumentException("Which role? --role admin, --role manager or --role member");
        }
        return roles;
    }

    private static void fail(String reason) {
        System.err.println(reason);
        System.exit(1);
    }
}
