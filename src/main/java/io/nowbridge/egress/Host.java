package io.nowbridge.egress;

import java.net.IDN;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * The host of a URL in its one spelling: a name in lower-case ASCII, an IPv4 address as four decimal numbers, or an IPv6
 * address in brackets.
 */
record Host(String text) {

    // RFC 1035, 2.3.4: 255 octets on the wire, of which a name in writing has two fewer. IDN sees to the 63 of a label.
    private static final int LONGEST_NAME = 253;

    // No top-level domain begins with a digit. The last part of an address does, and 0177.0.0.1, 0x7f.1 and 2130706433
    // are all taken for 127.0.0.1 by somebody.
    private static final Pattern NAME = Pattern.compile("(?:[a-z0-9-]+\\.)*[a-z][a-z0-9-]*");

    private static final Pattern IPV4 = Pattern.compile("(?:(?:25[0-5]|2[0-4]\\d|1\\d\\d|[1-9]?\\d)(?:\\.(?!$)|$)){4}");

    // RFC 6761, 6762 (with its appendix G) and 8375; .internal is ICANN's for private use, .localdomain an old habit.
    private static final Set<String> INSIDE = Set.of(
            "arpa", "corp", "home", "internal", "intranet", "lan", "local", "localdomain", "localhost", "private");

    /** Reads what stands between {@code //} and the port; look-alikes of ASCII characters become what they look like. */
    static Host parse(String written) {
        // Between brackets only hexadecimal digits, colons and dots are left when java.net.URI is done with it.
        if (written.startsWith("[")) {
            return new Host(written.toLowerCase(Locale.ROOT));
        }
        var host = ascii(written);
        if (host.endsWith(".")) {
            throw new IllegalArgumentException("Leave out the dot at the end of the host name");
        }
        if (host.length() > LONGEST_NAME) {
            throw new IllegalArgumentException("Shorten the host name: it may have " + LONGEST_NAME + " characters");
        }
        if (!NAME.matcher(host).matches() && !IPV4.matcher(host).matches()) {
            throw new IllegalArgumentException("Write the host as a name, such as your-instance.service-now.com: "
                    + host + " is read as an address by some and not by others");
        }
        return new Host(host);
    }

    /**
     * What a user is to write instead; empty for a name that the public DNS may know.
     *
     * <p>Public addresses are objected to as well: hardly any has a certificate, so that whoever asks for one mostly means a
     * machine inside; an operator who does mean it can allow it.
     */
    Optional<String> objection() {
        if (!NAME.matcher(text).matches()) {
            return Optional.of("Give the host by its name instead of the address " + text);
        }
        if (INSIDE.contains(text.substring(text.lastIndexOf('.') + 1))) {
            return Optional.of("Give the host's public name, since " + text + " is one for inside a network");
        }
        if (!text.contains(".")) {
            return Optional.of("Give the host's full name, such as " + text + ".service-now.com");
        }
        return Optional.empty();
    }

    private static String ascii(String written) {
        try {
            return IDN.toASCII(written, IDN.USE_STD3_ASCII_RULES).toLowerCase(Locale.ROOT);
        } catch (IllegalArgumentException e) {
            throw new IllegalArgumentException(
                    "Check the host name: it has at most 63 letters, digits and hyphens between two dots", e);
        }
    }

    @Override
    public String toString() {
        return text;
    }
}
