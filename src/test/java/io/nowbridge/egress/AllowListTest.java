package io.nowbridge.egress;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class AllowListTest {

    @Test
    void capitalsMakeNoDifference() {
        var allowed = AllowList.parse(List.of("HTTPS://ServiceNow.Corp.Example:8443"));

        assertThat(allowed.contains(Destination.parse("https://servicenow.corp.example:8443/")))
                .isTrue();
    }

    @Test
    void anEmptyListAllowsNothing() {
        var allowed = AllowList.parse(List.of());

        assertThat(allowed.contains(Destination.parse("https://example.com"))).isFalse();
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(delimiter = '|', textBlock = """
            no scheme                    | localhost:8090                      | Give the whole URL
            a host only                  | localhost                           | Give the whole URL
            no port                      | http://localhost                    | such as http://localhost:80
            a slash at the end           | http://localhost:8090/              | such as http://localhost:8090
            a path                       | http://localhost:8090/api           | Leave out the /
            a wildcard                   | https://*.corp.example:443          | Check the host name
            a wildcard for the port      | https://corp.example:*              | Write a host
            a block of addresses         | https://10.0.0.0/8:443              | Leave out the /
            a short address              | http://127.1:80                     | Write the host as a name
            another scheme               | ftp://corp.example:21               | Begin the URL with https://
            a blank                      | 'http://localhost:8090 '            | Type the URL anew
            an umlaut                    | https://bücher.example:443          | such as https://xn--bcher-kva.example:443
            """)
    void aMalformedEntryIsNamed(String what, String entry, String advice) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Egress(List.of("http://localhost:8090", entry), new Addresses()))
                .withMessageStartingWith("nowbridge.egress.allow has \"" + entry + "\"")
                .withMessageContaining(advice);
    }
}
