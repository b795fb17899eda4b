package io.nowbridge.connector.probe;

import io.nowbridge.http.TlsFlaw;

/** What to say when the way to an instance is barred, and what to do about it. */
final class NetworkWords {

    static final Remedy ANOTHER_ADDRESS = Remedy.ofAdministrator(
            "Enter the address that people open in a browser, such as https://your-instance.service-now.com. For a private"
                    + " instance, ask whoever runs Nowbridge to allow its scheme, host and port.");
    static final Remedy SPELLING = Remedy.ofAdministrator(
            "Compare the host name with the one that people open in a browser, letter by letter. A name that only an"
                    + " internal name server knows cannot be found from here.");
    static final Remedy NOBODY_LISTENS = Remedy.ofRemoteOwner(
            "Check the host name and the port. If they are right, the instance is down, or something before it turns"
                    + " connections from our address away.");
    static final Remedy FIREWALL = Remedy.ofRemoteOwner(
            "A firewall or an IP address access control most likely drops what comes from us: have the egress address of"
                    + " this deployment put on its allow-list, or check the host name.");
    static final Remedy SILENCE = Remedy.ofRemoteOwner(
            "Look whether the instance is overloaded or restarting, and whether a firewall or proxy in between lets HTTPS"
                    + " requests from our egress address through; allow-list it there.");
    static final Remedy LATER = Remedy.ofNobody(
            "Repeat the test in some minutes. If it stays so, look up the instance's state with whoever runs it.");

    private NetworkWords() {}

    static Remedy redirectedTo(String host) {
        return Remedy.ofAdministrator(
                "If " + host + " is the instance, enter its address instead. If it is a sign-in page,"
                        + " exempt the instance's API from single sign-on.");
    }

    static Remedy remedy(TlsFlaw flaw) {
        return switch (flaw) {
            case EXPIRED -> Remedy.ofRemoteOwner("Renew the certificate.");
            case NOT_YET_VALID -> Remedy.ofRemoteOwner("Check the dates of the certificate, and the server's clock.");
            case UNKNOWN_ISSUER ->
                Remedy.ofRemoteOwner("Install a certificate of a public authority together with its intermediate"
                        + " certificates, or take out the proxy that replaces it by one of its own.");
            case OTHER_HOST ->
                Remedy.ofAdministrator("Enter the host name that the certificate is made out for, or have a certificate"
                        + " issued for this one.");
            case NO_TLS -> Remedy.ofAdministrator("Check the port: it must be the one for HTTPS.");
            case NO_AGREEMENT ->
                Remedy.ofRemoteOwner(
                        "Allow TLS 1.2 or 1.3 there, and see whether a proxy in between cuts the connection.");
        };
    }
}
