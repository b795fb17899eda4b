package io.nowbridge.local;

import java.net.URI;
import java.nio.file.Path;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/** The headers that guard the console, as the response headers policy in {@code infra/console.yaml} declares them. */
record ConsoleHeaders(Map<String, String> byName) {

    /** Where they are declared, seen from the project's directory. */
    static final Path FILE = Path.of("infra/console.yaml");

    private static final String TYPE = "AWS::CloudFront::ResponseHeadersPolicy";

    /** For a console that calls the gateway it came from, and signs people in at {@code issuer}. */
    static ConsoleHeaders read(Path file, URI issuer) {
        var parameters = Map.of("ApiUrl", "", "IssuerOrigin", "http://" + issuer.getAuthority());
        var policies = Stack.read(file, parameters).resources(TYPE).values();
        var policy = policies.iterator()
                .next()
                .at("Properties")
                .at("ResponseHeadersPolicyConfig")
                .knows(Set.of("CustomHeadersConfig", "Name", "SecurityHeadersConfig"));
        // Transport security means nothing to a browser that came by plain HTTP.
        var security = policy.at("SecurityHeadersConfig")
                .knows(Set.of(
                        "ContentSecurityPolicy", "ContentTypeOptions", "ReferrerPolicy", "StrictTransportSecurity"));
        var headers = new TreeMap<String, String>();
        headers.put("content-security-policy", named(security, "ContentSecurityPolicy"));
        headers.put("referrer-policy", named(security, "ReferrerPolicy"));
        security.at("ContentTypeOptions").at("Override").mustBe("true");
        headers.put("x-content-type-options", "nosniff");
        policy.at("CustomHeadersConfig")
                .at("Items")
                .elements()
                .forEach(header -> headers.put(
                        header.at("Header").text(), header.at("Value").text()));
        return new ConsoleHeaders(Map.copyOf(headers));
    }

    // A parameter that is empty here leaves two blanks where it stood.
    private static String named(Node security, String name) {
        return security.at(name).at(name).text().replaceAll(" +", " ").replace(" ;", ";");
    }
}
