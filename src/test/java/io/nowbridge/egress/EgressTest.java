package io.nowbridge.egress;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.vertx.core.net.SocketAddress;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.URI;
import java.net.UnknownHostException;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class EgressTest {

    private static final URI EXAMPLE = URI.create("https://example.com");
    private static final String PUBLIC = "93.184.215.14";
    private static final String PUBLIC_IPV6 = "2606:2800:21f:cb07:0:0:0:1";

    private final Addresses addresses = new Addresses();
    private final Egress egress = new Egress(List.of("http://localhost:8090", "http://[::1]:8091"), addresses);

    @Test
    void aPublicAddressIsDialled() {
        addresses.answering("example.com", PUBLIC);

        assertThat(dial(EXAMPLE)).isEqualTo(SocketAddress.inetSocketAddress(443, PUBLIC));
    }

    @ParameterizedTest
    @ValueSource(strings = {"HTTPS://EXAMPLE.COM:443/", "https://ｅｘａｍｐｌｅ.com"})
    void theNameThatWasJudgedIsTheOneLookedUp(URI destination) {
        addresses.answering("example.com", PUBLIC);

        assertThat(dial(destination).host()).isEqualTo(PUBLIC);
    }

    @Test
    void anIpv4AddressIsDialledBeforeAnIpv6Address() {
        addresses.answering("example.com", PUBLIC_IPV6, PUBLIC, "93.184.215.15");

        assertThat(dial(EXAMPLE).host()).isEqualTo(PUBLIC);
    }

    @Test
    void anIpv6AddressIsDialledWhereThereIsNoOther() {
        addresses.answering("example.com", PUBLIC_IPV6);

        assertThat(dial(EXAMPLE)).isEqualTo(SocketAddress.inetSocketAddress(443, PUBLIC_IPV6));
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(delimiter = '|', textBlock = """
            loopback                     | 127.0.0.1               | an address of this machine
            every address                | 0.0.0.0                 | an address of this machine
            a private network            | 10.0.0.5                | a private address
            another                      | 172.31.255.254          | a private address
            a third                      | 192.168.1.1             | a private address
            a carrier's network          | 100.100.100.200         | an address inside a provider's network
            metadata                     | 169.254.169.254         | a link-local address
            a multicast group            | 239.255.255.250         | a multicast address
            broadcast                    | 255.255.255.255         | a reserved address
            IPv6 loopback                | 0:0:0:0:0:0:0:1         | an address of this machine
            IPv6 link-local              | fe80:0:0:0:0:0:0:1      | a link-local address
            IPv6 metadata                | fd00:ec2:0:0:0:0:0:254  | a private address
            metadata by way of NAT64     | 64:ff9b:0:0:0:0:a9fe:a9fe | a link-local address
            loopback by way of 6to4      | 2002:7f00:1:0:0:0:0:0   | an address of this machine
            loopback by way of Teredo    | 2001:0:7f00:1:0:0:0:0   | an address reserved for protocols
            """)
    void aNameThatResolvesToNoPublicAddressIsRefused(String what, String address, String kind) {
        addresses.answering("example.com", address);

        assertThatThrownBy(() -> dial(EXAMPLE))
                .isInstanceOf(SecurityException.class)
                .hasMessageStartingWith("example.com resolves to " + address + ", which is " + kind)
                .hasMessageEndingWith(": give a public host, or ask the operator to allow https://example.com:443");
    }

    @ParameterizedTest
    @ValueSource(strings = {"10.0.0.5", "::1", "64:ff9b::a00:5"})
    void onePrivateAddressAmongPublicOnesSpoilsThemAll(String address) {
        addresses.answering("example.com", PUBLIC, PUBLIC_IPV6, address);

        assertThatThrownBy(() -> dial(EXAMPLE)).isInstanceOf(SecurityException.class);
    }

    @Test
    void theDialledAddressIsTheOneThatWasJudgedWhateverTheNameBecomesMeanwhile() {
        addresses.answering("example.com", PUBLIC).answering("example.com", "127.0.0.1");

        assertThat(dial(EXAMPLE).host()).isEqualTo(PUBLIC);
        assertThatThrownBy(() -> dial(EXAMPLE)).isInstanceOf(SecurityException.class);
    }

    @Test
    void aCallThatIsRepeatedIsJudgedAnew() {
        addresses.answering("example.com", PUBLIC).answering("example.com", "127.0.0.1");
        var call = egress.dial(EXAMPLE);

        assertThat(call.await().indefinitely().host()).isEqualTo(PUBLIC);
        assertThatThrownBy(() -> call.await().indefinitely()).isInstanceOf(SecurityException.class);
    }

    @Test
    void aUrlIsJudgedAgainWhenItIsDialled() {
        addresses.answering("169.254.169.254", "169.254.169.254");

        assertThatExceptionOfType(SecurityException.class)
                .isThrownBy(() -> dial(URI.create("http://169.254.169.254/latest/meta-data")))
                .withMessageStartingWith("Leave out the /");
        assertThatExceptionOfType(SecurityException.class)
                .isThrownBy(() -> dial(URI.create("https://169.254.169.254")))
                .withMessageStartingWith("Give the host by its name");
    }

    @Test
    void anAllowedNameMayBePrivatePlainAndOnItsOwnPort() {
        addresses.answering("localhost", "127.0.0.1");

        assertThat(dial(URI.create("http://localhost:8090")))
                .isEqualTo(SocketAddress.inetSocketAddress(8090, "127.0.0.1"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "http://localhost:8091",
                "https://localhost:8090",
                "http://localhost",
                "http://a.localhost:8090",
                "http://127.0.0.1:8090"
            })
    void whatIsAllowedAllowsNothingBesideIt(URI beside) {
        assertThatExceptionOfType(SecurityException.class).isThrownBy(() -> dial(beside));
    }

    @Test
    void anUnknownNameIsSaidToBeUnknown() {
        assertThatThrownBy(() -> dial(EXAMPLE))
                .isInstanceOf(UncheckedIOException.class)
                .hasMessage("example.com has no address: check how it is written")
                .hasCauseInstanceOf(UnknownHostException.class);
    }

    @Test
    void aNameWithoutAddressesIsSaidToBeUnknown() {
        addresses.answering("example.com");

        assertThatThrownBy(() -> dial(EXAMPLE)).isInstanceOf(UncheckedIOException.class);
    }

    @Test
    void theNameIsLookedUpOnAThreadThatMayBlock() {
        var thread = new CompletableFuture<Thread>();
        var watched = new Egress(List.of(), host -> {
            thread.complete(Thread.currentThread());
            return List.of(InetAddress.getByName(PUBLIC));
        });

        watched.dial(EXAMPLE).await().indefinitely();

        assertThat(thread).isCompletedWithValueMatching(used -> used != Thread.currentThread());
    }

    @Test
    void theMachinesOwnResolverIsAskedWhereNothingElseIsGiven() {
        var configured = new Egress(() -> Optional.of(List.of("http://[::1]:8091")));

        assertThat(configured.dial(URI.create("http://[::1]:8091")).await().indefinitely())
                .isEqualTo(SocketAddress.inetSocketAddress(8091, "0:0:0:0:0:0:0:1"));
    }

    private SocketAddress dial(URI destination) {
        return egress.dial(destination).await().indefinitely();
    }
}
