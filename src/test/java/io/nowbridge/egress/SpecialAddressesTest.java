package io.nowbridge.egress;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.Inet6Address;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.HexFormat;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class SpecialAddressesTest {

    @ParameterizedTest(name = "{0}: {1} and {2}")
    @CsvSource(delimiter = '|', textBlock = """
            this network         | 0.0.0.0            | 0.255.255.255     | an address of this machine
            private, large       | 10.0.0.0           | 10.255.255.255    | a private address
            carrier-grade NAT    | 100.64.0.0         | 100.127.255.255   | an address inside a provider's network
            loopback             | 127.0.0.0          | 127.255.255.255   | an address of this machine
            link-local           | 169.254.0.0        | 169.254.255.255   | a link-local address, where clouds keep their metadata
            private, middling    | 172.16.0.0         | 172.31.255.255    | a private address
            protocols            | 192.0.0.0          | 192.0.0.255       | an address reserved for protocols
            TEST-NET-1           | 192.0.2.0          | 192.0.2.255       | an address for documentation
            6to4 relays          | 192.88.99.0        | 192.88.99.255     | an address reserved for relays
            private, small       | 192.168.0.0        | 192.168.255.255   | a private address
            benchmarks           | 198.18.0.0         | 198.19.255.255    | an address for measurements
            TEST-NET-2           | 198.51.100.0       | 198.51.100.255    | an address for documentation
            TEST-NET-3           | 203.0.113.0        | 203.0.113.255     | an address for documentation
            multicast            | 224.0.0.0          | 239.255.255.255   | a multicast address
            reserved, broadcast  | 240.0.0.0          | 255.255.255.255   | a reserved address
            unspecified, loopback| ::                 | ::1               | an address of this machine
            IPv4-compatible      | ::2                | ::ffff:ffff       | outside of the public addresses
            local NAT64          | 64:ff9b:1::        | 64:ff9b:1:ffff:ffff:ffff:ffff:ffff | outside of the public addresses
            discard              | 100::              | 100::ffff:ffff:ffff:ffff | outside of the public addresses
            up to 2000::/3       | 1000::             | 1fff:ffff:ffff:ffff:ffff:ffff:ffff:ffff | outside of the public addresses
            Teredo to ORCHID     | 2001::             | 2001:1ff:ffff:ffff:ffff:ffff:ffff:ffff | an address reserved for protocols
            documentation, old   | 2001:db8::         | 2001:db8:ffff:ffff:ffff:ffff:ffff:ffff | an address for documentation
            documentation, new   | 3fff::             | 3fff:fff:ffff:ffff:ffff:ffff:ffff:ffff | an address for documentation
            beyond 2000::/3      | 4000::             | fbff:ffff:ffff:ffff:ffff:ffff:ffff:ffff | outside of the public addresses
            segment routing      | 5f00::             | 5f00:ffff:ffff:ffff:ffff:ffff:ffff:ffff | outside of the public addresses
            unique local         | fc00::             | fdff:ffff:ffff:ffff:ffff:ffff:ffff:ffff | a private address
            metadata of AWS      | fd00:ec2::254      | fd00:ec2::254     | a private address
            IPv6 link-local      | fe80::             | febf:ffff:ffff:ffff:ffff:ffff:ffff:ffff | a link-local address
            site-local           | fec0::             | feff:ffff:ffff:ffff:ffff:ffff:ffff:ffff | a private address
            IPv6 multicast       | ff00::             | ffff:ffff:ffff:ffff:ffff:ffff:ffff:ffff | a multicast address
            private by NAT64     | 64:ff9b::a00:0     | 64:ff9b::aff:ffff | a private address
            private by 6to4      | 2002:a00::         | 2002:aff:ffff:ffff:ffff:ffff:ffff:ffff | a private address
            metadata by NAT64    | 64:ff9b::a9fe:a9fe | 64:ff9b::a9fe:a9fe| a link-local address, where clouds keep their metadata
            loopback, mapped     | ::ffff:127.0.0.0   | ::ffff:7fff:ffff  | an address of this machine
            """)
    void theFirstAndTheLastOfABlockAreKnown(String block, String first, String last, String kind) {
        assertThat(SpecialAddresses.kind(address(first))).hasValue(kind);
        assertThat(SpecialAddresses.kind(address(last))).hasValue(kind);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "1.0.0.0",
                "9.255.255.255",
                "11.0.0.0",
                "100.63.255.255",
                "100.128.0.0",
                "126.255.255.255",
                "128.0.0.0",
                "169.253.255.255",
                "169.255.0.0",
                "172.15.255.255",
                "172.32.0.0",
                "191.255.255.255",
                "192.0.1.0",
                "192.0.1.255",
                "192.0.3.0",
                "192.88.98.255",
                "192.88.100.0",
                "192.167.255.255",
                "192.169.0.0",
                "198.17.255.255",
                "198.20.0.0",
                "198.51.99.255",
                "198.51.101.0",
                "203.0.112.255",
                "203.0.114.0",
                "223.255.255.255",
                "2000::",
                "2000:ffff:ffff:ffff:ffff:ffff:ffff:ffff",
                "2001:200::",
                "2001:db7:ffff:ffff:ffff:ffff:ffff:ffff",
                "2001:db9::",
                "2001:ffff:ffff:ffff:ffff:ffff:ffff:ffff",
                "2003::",
                "3ffe:ffff:ffff:ffff:ffff:ffff:ffff:ffff",
                "3fff:1000::",
                "3fff:ffff:ffff:ffff:ffff:ffff:ffff:ffff",
                "64:ff9b::9ff:ffff",
                "64:ff9b::b00:0",
                "2002:9ff:ffff:ffff:ffff:ffff:ffff:ffff",
                "2002:b00::",
                "::ffff:128.0.0.0"
            })
    void theNeighboursOfABlockArePublic(String neighbour) {
        assertThat(SpecialAddresses.kind(address(neighbour))).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"::ffff:10.0.0.5", "::ffff:a00:5"})
    void theJdkTakesAMappedAddressInWritingForAnIpv4Address(String mapped) {
        assertThat(address(mapped)).isEqualTo(address("10.0.0.5"));
    }

    @Test
    void aMappedAddressThatWasMadeByHandIsJudgedByTheOneWithin() throws UnknownHostException {
        var bytes = HexFormat.of().parseHex("00000000000000000000ffff0a000005");

        var mapped = Inet6Address.getByAddress("example.com", bytes, 0);

        assertThat(SpecialAddresses.kind(mapped)).hasValue("a private address");
    }

    // An address in writing is parsed and never looked up.
    private static InetAddress address(String text) {
        try {
            return InetAddress.getByName(text);
        } catch (UnknownHostException e) {
            throw new IllegalArgumentException(text + " is no address", e);
        }
    }
}
