package io.nowbridge.egress;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Where a URL leads, in one spelling, so that equal destinations are equal.
 *
 * <p>What two readers of URLs understand differently leads past any check that one of them makes. So what could be read in
 * two ways is refused, not interpreted.
 */
record Destination(Scheme scheme, Host host, int port) {

    private static final Pattern AUTHORITY = Pattern.compile("(\\[[^\\[\\]]+]|[^\\[\\]:]+)(?::([1-9][0-9]{0,4}))?");
    private static final int LAST_PORT = 65535;

    /** Reads a URL that has no more than scheme, host and port; an {@link IllegalArgumentException} says what else to write. */
    static Destination parse(String url) {
        require(
                url.codePoints().noneMatch(Destination::misleads),
                "Type the URL anew: there is a blank, a backslash or an invisible character in it");
        require(!url.contains("@"), "Leave user name and password out of the URL: they have fields of their own");
        require(!url.contains("?") && !url.contains("#"), "Leave out the ? or # and all that follows");
        require(!url.contains("%"), "Write the URL without percent signs");
        var uri = uri(url);
        require(
                uri.getScheme() != null && uri.getRawAuthority() != null,
                "Give the whole URL, such as https://your-instance.service-now.com");
        require(
                uri.getRawPath().isEmpty() || uri.getRawPath().equals("/"),
                "Leave out the / and all that follows: the host is enough");
        var scheme = Scheme.parse(uri.getScheme())
                .orElseThrow(() -> new IllegalArgumentException("Begin the URL with https://"));
        return parse(scheme, uri.getRawAuthority());
    }

    private static Destination parse(Scheme scheme, String authority) {
        var parts = AUTHORITY.matcher(authority);
        require(parts.matches(), "Write a host, and after it nothing, or a colon and a port");
        var port = Optional.ofNullable(parts.group(2)).map(Integer::valueOf).orElse(scheme.usualPort());
        require(port <= LAST_PORT, "Check the port: there are none beyond " + LAST_PORT);
        return new Destination(scheme, Host.parse(parts.group(1)), port);
    }

    /** What a user is to write instead, unless an operator allows this; empty for HTTPS, on its usual port, at a public name. */
    Optional<String> objection() {
        if (scheme != Scheme.HTTPS) {
            return Optional.of("Begin the URL with https://, since credentials are sent there");
        }
        if (port != scheme.usualPort()) {
            return Optional.of("Leave out the port, since only HTTPS's own, 443, is open to everyone");
        }
        return host.objection();
    }

    /** Without the port where it is the usual one. */
    URI uri() {
        return URI.create(port == scheme.usualPort() ? scheme + "://" + host : toString());
    }

    /** As an allow-list names it, always with the port. */
    @Override
    public String toString() {
        return scheme + "://" + host + ":" + port;
    }

    private static URI uri(String url) {
        try {
            return new URI(url);
        } catch (URISyntaxException e) {
            throw new IllegalArgumentException(
                    "Check the URL: it is to look like https://your-instance.service-now.com", e);
        }
    }

    private static boolean misleads(int character) {
        return character == '\\'
                || Character.isISOControl(character)
                || Character.isSpaceChar(character)
                || Character.getType(character) == Character.FORMAT;
    }

    private static void require(boolean met, String otherwise) {
        if (!met) {
            throw new IllegalArgumentException(otherwise);
        }
    }
}
