package io.nowbridge.local;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.nimbusds.jwt.SignedJWT;
import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Clock;
import java.util.Base64;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;

/** What a browser and the console in it do to sign somebody in. */
class SignInTest {

    private static final String ORIGIN = "http://localhost:8080";
    private static final String VERIFIER = "a-verifier-that-is-at-least-forty-three-letters-long";
    private static final Pattern CHOICE = Pattern.compile(
            "name=\"username\" value=\"(.*?)\">\\s*<input type=\"hidden\" name=\"claims\" value=\"(.*?)\">");

    private static final IdentityProvider PROVIDER = IdentityProvider.start(0);
    private static final HttpClient HTTP = HttpClient.newHttpClient();

    @AfterAll
    static void close() {
        HTTP.close();
        PROVIDER.close();
    }

    @Test
    void whoeverIsChosenGetsATokenThatTheGatewayLetsIn() throws Exception {
        var code = code("ben");

        var tokens = new ObjectMapper().readTree(redeem(code, VERIFIER).body());

        var rule = new Template.TokenRule(PROVIDER.issuer().toString(), Set.of("nowbridge"));
        var claims = new TokenAuthorizer(rule, Clock.systemUTC())
                .claims("Bearer " + tokens.path("access_token").asText())
                .orElseThrow();
        assertThat(claims.getSubject()).isEqualTo("ben");
        assertThat(claims.getStringClaim("name")).isEqualTo("Ben, Member of data-eng");
        assertThat(claims.getStringListClaim("roles")).containsExactly("member");
        assertThat(claims.getStringListClaim("teams")).containsExactly("data-eng");
    }

    @Test
    void theIdTokenNamesThePersonToTheConsole() throws Exception {
        var tokens = new ObjectMapper().readTree(redeem(code("mara"), VERIFIER).body());

        var claims = SignedJWT.parse(tokens.path("id_token").asText()).getJWTClaimsSet();

        assertThat(claims.getAudience()).containsExactly(Console.CLIENT_ID);
        assertThat(claims.getStringClaim("name")).isEqualTo("Mara, Manager");
        assertThat(claims.getStringClaim("nonce")).isEqualTo("n-1");
    }

    @Test
    void aCodeIsWorthNothingWithoutItsVerifier() throws Exception {
        var response = redeem(code("mara"), "another-verifier-that-is-just-as-long-as-the-first");

        assertThat(response.statusCode()).isEqualTo(400);
        assertThat(response.body()).contains("invalid_pkce");
    }

    @Test
    void theConsolesOriginMayFetchTokens() throws Exception {
        var asked = HTTP.send(
                HttpRequest.newBuilder(URI.create(PROVIDER.issuer() + "/token"))
                        .header("Origin", ORIGIN)
                        .header("Access-Control-Request-Method", "POST")
                        .header("Access-Control-Request-Headers", "content-type")
                        .method("OPTIONS", BodyPublishers.noBody())
                        .build(),
                BodyHandlers.ofString());
        var done = redeem(code("mara"), VERIFIER);

        assertThat(asked.statusCode()).isEqualTo(204);
        assertThat(asked.headers().firstValue("access-control-allow-headers")).contains("content-type");
        assertThat(asked.headers().firstValue("access-control-allow-origin")).contains(ORIGIN);
        assertThat(done.headers().firstValue("access-control-allow-origin")).contains(ORIGIN);
    }

    @Test
    void whoSignsOutIsLedBackToTheConsole() throws Exception {
        var query = form(Map.of("post_logout_redirect_uri", ORIGIN + "/"));

        var response = HTTP.send(
                HttpRequest.newBuilder(URI.create(PROVIDER.issuer() + "/endsession?" + query))
                        .build(),
                BodyHandlers.ofString());

        assertThat(response.statusCode()).isEqualTo(302);
        assertThat(response.headers().firstValue("location")).contains(ORIGIN + "/");
    }

    private static String code(String subject) throws Exception {
        var query = form(Map.of(
                "response_type", "code",
                "client_id", Console.CLIENT_ID,
                "redirect_uri", ORIGIN + "/",
                "scope", "openid",
                "state", "s-1",
                "nonce", "n-1",
                "code_challenge", challenge(),
                "code_challenge_method", "S256"));
        var address = URI.create(PROVIDER.issuer() + "/authorize?" + query);
        var page = HTTP.send(HttpRequest.newBuilder(address).build(), BodyHandlers.ofString());
        var choice = CHOICE.matcher(page.body())
                .results()
                .filter(found -> found.group(1).equals(subject))
                .findFirst()
                .orElseThrow();
        var claims = choice.group(2).replace("&quot;", "\"");
        var response = post(address, Map.of("username", subject, "claims", claims));
        var location = response.headers().firstValue("location").orElseThrow();
        var code = Pattern.compile("[?&]code=([^&]+)").matcher(location);
        assertThat(location).startsWith(ORIGIN + "/?").contains("state=s-1");
        assertThat(code.find()).isTrue();
        return code.group(1);
    }

    private static HttpResponse<String> redeem(String code, String verifier) throws IOException, InterruptedException {
        return post(
                URI.create(PROVIDER.issuer() + "/token"),
                Map.of(
                        "grant_type",
                        "authorization_code",
                        "client_id",
                        Console.CLIENT_ID,
                        "redirect_uri",
                        ORIGIN + "/",
                        "code",
                        code,
                        "code_verifier",
                        verifier));
    }

    private static HttpResponse<String> post(URI address, Map<String, String> fields)
            throws IOException, InterruptedException {
        return HTTP.send(
                HttpRequest.newBuilder(address)
                        .header("Content-Type", "application/x-www-form-urlencoded")
                        .header("Origin", ORIGIN)
                        .POST(BodyPublishers.ofString(form(fields)))
                        .build(),
                BodyHandlers.ofString());
    }

    private static String challenge() throws NoSuchAlgorithmException {
        var digest = MessageDigest.getInstance("SHA-256").digest(VERIFIER.getBytes(StandardCharsets.US_ASCII));
        return Base64.getUrlEncoder().withoutPadding().encodeToString(digest);
    }

    private static String form(Map<String, String> fields) {
        return fields.entrySet().stream()
                .map(field -> field.getKey() + "=" + URLEncoder.encode(field.getValue(), StandardCharsets.UTF_8))
                .collect(Collectors.joining("&"));
    }
}
