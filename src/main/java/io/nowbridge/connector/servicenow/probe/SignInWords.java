package io.nowbridge.connector.servicenow.probe;

import io.nowbridge.connector.probe.Remedy;

/** What to look at when an instance does not accept credentials, by the way of signing in. */
final class SignInWords {

    static final Remedy API_CLOSED = Remedy.ofAdministrator(
            "The API itself is closed to the integration user, whatever its tables allow. Where an access control of type"
                    + " REST_Endpoint asks for a role (rest_service, snc_platform_rest_api_access), give it; where a REST API"
                    + " access policy or an IP address access control refuses us, exempt the user or our egress address.");

    private static final String USER = " The user must be active, not locked out, and not bound to multi-factor"
            + " authentication; System Security, Users shows it.";
    private static final String POLICY =
            " If all of that is right, a REST API access policy refuses this way of signing in.";
    private static final String CLIENT = "Compare client id and secret with the entry in System OAuth, Application"
            + " Registry, which must be active; have a new secret made if it is lost.";

    private SignInWords() {}

    /** What an instance says by refusing a scheme's credentials. */
    static String cause(String scheme) {
        return "ServiceNow answered 401: "
                + switch (scheme) {
                    case "basic" -> "it does not accept this user name and password.";
                    case "oauth-client-credentials" ->
                        "it does not accept this OAuth client, or does not grant tokens to clients.";
                    case "oauth-password" -> "it does not accept this OAuth client, or this user name and password.";
                    case "oauth-refresh-token" ->
                        "it does not accept this OAuth client, or the refresh token has expired.";
                    case "oauth-jwt-bearer" -> "it does not accept this OAuth client, or the assertion made for it.";
                    case "api-key" -> "it does not accept this API key.";
                    default -> "it does not accept these credentials.";
                };
    }

    /** What to do about credentials that no sign-in can be made of, which were not even sent. */
    static Remedy unusable(String scheme) {
        return Remedy.ofAdministrator(
                switch (scheme) {
                    case "oauth-jwt-bearer" ->
                        "Paste the whole file of an RSA private key in PEM by PKCS#8, not encrypted.";
                    case "api-key" ->
                        "Copy the key from ServiceNow again, and the header's name if it has one of its own.";
                    default -> "Enter the credentials anew.";
                });
    }

    /** What to look at after a refusal. */
    static Remedy remedy(String scheme) {
        return Remedy.ofAdministrator(
                switch (scheme) {
                    case "basic" ->
                        "Enter user name and password anew; a password may hold colons, a user name may not." + USER
                                + POLICY;
                    case "oauth-client-credentials" ->
                        CLIENT + " Set the property glide.oauth.inbound.client.credential.grant_type.enabled to true,"
                                + " and name an OAuth application user in that entry, who must be active." + POLICY;
                    case "oauth-password" ->
                        CLIENT + USER + " The property glide.oauth.inbound.ropc.grant_type.disabled must not be true."
                                + POLICY;
                    case "oauth-refresh-token" ->
                        CLIENT
                                + " Have a new refresh token made: one lives 100 days unless the entry says otherwise, and"
                                + " revoking it ends it." + USER + POLICY;
                    case "oauth-jwt-bearer" ->
                        CLIENT
                                + " The public key of the pair must be stored with it, under the key id that is sent; the"
                                + " subject must be the sys_id of the user." + USER + POLICY;
                    case "api-key" ->
                        "Enter the key anew. It must be active and belong to an active user, and an inbound"
                                + " authentication profile for API keys must be part of a REST API access policy for the"
                                + " Table API; a header of another name must be entered here too.";
                    default -> "Enter the credentials anew." + USER + POLICY;
                });
    }
}
