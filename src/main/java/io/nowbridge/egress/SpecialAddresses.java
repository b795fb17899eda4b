package io.nowbridge.egress;

import static java.util.Map.entry;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.Arrays;
import java.util.List;
import java.util.Map.Entry;
import java.util.Optional;

/**
 * The addresses that are not somebody's on the public internet.
 *
 * <p>Sources: IANA's IPv4 and IPv6 Special-Purpose Address Registries (RFC 6890, RFC 8190) and, for what can be public
 * in IPv6 at all, its IPv6 Address Space registry: 2000::/3 (RFC 4291). Blocks of the registries that are reachable but
 * serve anycast relays or identifiers (192.88.99.0/24, all of 2001::/23) are here too: no connected system lives there.
 */
final class SpecialAddresses {

    private static final List<Entry<Block, String>> BLOCKS = List.of(
            special("0.0.0.0/8", "an address of this machine"),
            special("10.0.0.0/8", "a private address"),
            special("100.64.0.0/10", "an address inside a provider's network"),
            special("127.0.0.0/8", "an address of this machine"),
            special("169.254.0.0/16", "a link-local address, where clouds keep their metadata"),
            special("172.16.0.0/12", "a private address"),
            special("192.0.0.0/24", "an address reserved for protocols"),
            special("192.0.2.0/24", "an address for documentation"),
            special("192.88.99.0/24", "an address reserved for relays"),
            special("192.168.0.0/16", "a private address"),
            special("198.18.0.0/15", "an address for measurements"),
            special("198.51.100.0/24", "an address for documentation"),
            special("203.0.113.0/24", "an address for documentation"),
            special("224.0.0.0/4", "a multicast address"),
            special("240.0.0.0/4", "a reserved address"),
            special("::/127", "an address of this machine"),
            special("2001::/23", "an address reserved for protocols"),
            special("2001:db8::/32", "an address for documentation"),
            special("3fff::/20", "an address for documentation"),
            // AWS keeps its metadata here too, at fd00:ec2::254.
            special("fc00::/7", "a private address"),
            special("fe80::/10", "a link-local address"),
            special("fec0::/10", "a private address"),
            special("ff00::/8", "a multicast address"),
            // What is left outside of 2000::/3: among others 64:ff9b:1::/48, 100::/64 and 5f00::/16.
            special("::/3", "outside of the public addresses"),
            special("4000::/2", "outside of the public addresses"),
            special("8000::/1", "outside of the public addresses"));

    // RFC 6052 and RFC 3056: what is sent there arrives at the IPv4 address within.
    private static final Block NAT64 = Block.of("64:ff9b::/96");
    private static final Block SIX_TO_FOUR = Block.of("2002::/16");

    private SpecialAddresses() {}

    /** What {@code address} is, as in "a private address"; empty if it is an ordinary public one. */
    static Optional<String> kind(InetAddress address) {
        var destination = destination(address);
        return BLOCKS.stream()
                .filter(special -> special.getKey().contains(destination))
                .map(Entry::getValue)
                .findFirst();
    }

    private static InetAddress destination(InetAddress address) {
        var bytes = address.getAddress();
        if (NAT64.contains(address)) {
            return of(Arrays.copyOfRange(bytes, 12, 16));
        }
        if (SIX_TO_FOUR.contains(address)) {
            return of(Arrays.copyOfRange(bytes, 2, 6));
        }
        // Made anew, an IPv4-mapped address (::ffff:0:0/96) is an IPv4 address, whoever made this one.
        return of(bytes);
    }

    private static InetAddress of(byte[] address) {
        try {
            return InetAddress.getByAddress(address);
        } catch (UnknownHostException e) {
            throw new IllegalArgumentException("An address has 4 or 16 bytes, not " + address.length, e);
        }
    }

    private static Entry<Block, String> special(String cidr, String kind) {
        return entry(Block.of(cidr), kind);
    }
}
