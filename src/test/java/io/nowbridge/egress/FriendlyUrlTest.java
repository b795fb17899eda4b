package io.nowbridge.egress;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.InetAddress;
import java.net.URI;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FriendlyUrlTest {

    private final Egress egress = new Egress(
            List.of("http://localhost:8090", "https://servicenow.corp:8443", "https://10.0.0.5:443", "http://[::1]:80"),
            host -> List.of(InetAddress.getByName("93.184.215.14")));

    @ParameterizedTest(name = "{0}")
    @CsvSource(delimiter = '|', textBlock = """
            an instance                  | https://dev12345.service-now.com    | https://dev12345.service-now.com
            a slash at the end           | https://dev12345.service-now.com/   | https://dev12345.service-now.com
            its usual port               | https://dev12345.service-now.com:443| https://dev12345.service-now.com
            capitals                     | HTTPS://Dev12345.Service-Now.COM    | https://dev12345.service-now.com
            two labels                   | https://example.com                 | https://example.com
            many labels                  | https://a.b.c.d.example.co.uk       | https://a.b.c.d.example.co.uk
            a label of digits            | https://2130706433.example.com      | https://2130706433.example.com
            an address within a name     | https://127.0.0.1.nip.io            | https://127.0.0.1.nip.io
            a name with localhost in it  | https://localhost.example.com       | https://localhost.example.com
            a name that ends like one    | https://notlocalhost.mylocal        | https://notlocalhost.mylocal
            an umlaut                    | https://bücher.example              | https://xn--bcher-kva.example
            full-width letters           | https://ｅｘａｍｐｌｅ.com              | https://example.com
            a foreign top-level domain   | https://пример.рф                   | https://xn--e1afmkfd.xn--p1ai
            a name allowed               | http://localhost:8090               | http://localhost:8090
            a name allowed, in capitals  | HTTP://LOCALHOST:8090/              | http://localhost:8090
            a port allowed               | https://servicenow.corp:8443        | https://servicenow.corp:8443
            an address allowed           | https://10.0.0.5                    | https://10.0.0.5
            an IPv6 address allowed      | http://[::1]                        | http://[::1]
            """)
    void aPublicOrAllowedUrlIsAdmittedInItsOneSpelling(String what, String url, URI admitted) {
        assertThat(egress.admit(url)).isEqualTo(admitted);
    }

    @Test
    void aNameOf253CharactersIsAdmitted() {
        var longest = URI.create("https://" + "a.".repeat(125) + "aaa");

        assertThat(egress.admit(longest.toString())).isEqualTo(longest);
    }
}
