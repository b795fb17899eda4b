package io.nowbridge.egress;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.net.InetAddress;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** URLs that lead, or might lead, where no user may point, and what the user is told. */
class HostileUrlTest {

    private final Egress egress = new Egress(List.of(), host -> List.of(InetAddress.getByName("93.184.215.14")));

    @ParameterizedTest(name = "{0}")
    @CsvSource(delimiter = '|', maxCharsPerColumn = 500, textBlock = """
            nothing at all               | ''                                  | Give the whole URL
            an instance's id only        | dev12345                            | Give the whole URL
            a host without a scheme      | example.com                         | Give the whole URL
            a host and port only         | example.com:443                     | Give the whole URL
            whichever scheme is at hand  | //example.com                       | Give the whole URL
            a scheme without slashes     | https:example.com                   | Give the whole URL
            a scheme with one slash      | https:/example.com                  | Give the whole URL
            a scheme with three slashes  | https:///example.com                | Give the whole URL
            a scheme without a host      | https://                            | Check the URL
            a port without a host        | https://:443                        | Write a host
            a local file                 | file:///etc/passwd                  | Give the whole URL
            a file on a host             | file://example.com/                 | Begin the URL with https://
            a file within a jar          | jar:https://example.com/a.jar!/     | Give the whole URL
            data                         | data:text/html,hello                | Give the whole URL
            a script                     | javascript:alert(1)                 | Give the whole URL
            gopher                       | gopher://example.com                | Begin the URL with https://
            FTP                          | ftp://example.com                   | Begin the URL with https://
            LDAP                         | ldap://example.com                  | Begin the URL with https://
            a web socket                 | wss://example.com                   | Begin the URL with https://
            plain HTTP                   | http://example.com                  | Begin the URL with https://
            plain HTTP on HTTPS's port   | http://example.com:443              | Begin the URL with https://
            """)
    void anythingButHttpsIsRefused(String what, String url, String advice) {
        assertRefused(url, advice);
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(delimiter = '|', maxCharsPerColumn = 500, textBlock = """
            a password                   | https://me:secret@example.com       | Leave user name and password out
            a user                       | https://me@example.com              | Leave user name and password out
            a user that looks like a host| https://example.com@127.0.0.1       | Leave user name and password out
            two at signs                 | https://a@127.0.0.1@example.com     | Leave user name and password out
            an empty user                | https://@example.com                | Leave user name and password out
            a full-width at sign         | https://example.com＠127.0.0.1       | Check the host name
            a path                       | https://example.com/api             | Leave out the /
            two slashes at the end       | https://example.com//               | Leave out the /
            a path that goes up          | https://example.com/../             | Leave out the /
            a full-width slash           | https://example.com／.example.org    | Check the host name
            a character that holds a /   | https://℀.example.com               | Check the host name
            a query                      | https://example.com?a=b             | Leave out the ?
            an empty query               | https://example.com/?               | Leave out the ?
            a fragment                   | https://example.com#a               | Leave out the ?
            a fragment before a host     | https://example.com#.example.org    | Leave out the ?
            a backslash for a slash      | https:\\\\example.com               | Type the URL anew
            a backslash in the host      | https://127.0.0.1\\.example.com     | Type the URL anew
            """)
    void whatIsNotOfAHostIsRefused(String what, String url, String advice) {
        assertRefused(url, advice);
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(delimiter = '|', maxCharsPerColumn = 500, textBlock = """
            SSH's port                   | https://example.com:22              | Leave out the port
            plain HTTP's port            | https://example.com:80              | Leave out the port
            a port beside the usual      | https://example.com:444             | Leave out the port
            the last port                | https://example.com:65535           | Leave out the port
            a port beyond the last       | https://example.com:65536           | Check the port
            443 after an overflow        | https://example.com:65979           | Check the port
            a port of many digits        | https://example.com:4294967739      | Write a host
            port 0                       | https://example.com:0               | Write a host
            a port after a zero          | https://example.com:0443            | Write a host
            a negative port              | https://example.com:-443            | Write a host
            a port with a sign           | https://example.com:+443            | Write a host
            two ports                    | https://example.com:443:22          | Write a host
            a colon and no port          | https://example.com:                | Write a host
            a port in full-width digits  | https://example.com:４４３             | Write a host
            """)
    void anyPortButHttpssOwnIsRefused(String what, String url, String advice) {
        assertRefused(url, advice);
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(delimiter = '|', maxCharsPerColumn = 500, textBlock = """
            loopback                     | https://127.0.0.1                   | Give the host by its name
            metadata                     | https://169.254.169.254/            | Give the host by its name
            a private address            | https://10.0.0.5                    | Give the host by its name
            every address                | https://0.0.0.0                     | Give the host by its name
            a public address             | https://93.184.215.14               | Give the host by its name
            one decimal number           | https://2130706433                  | Write the host as a name
            a decimal number too large   | https://4294967297                  | Write the host as a name
            zero                         | https://0                           | Write the host as a name
            one hexadecimal number       | https://0x7f000001                  | Write the host as a name
            one octal number             | https://017700000001                | Write the host as a name
            a hexadecimal part           | https://0x7f.1                      | Write the host as a name
            hexadecimal parts            | https://0x7f.0x0.0x0.0x1            | Write the host as a name
            an octal part                | https://0177.0.0.1                  | Write the host as a name
            parts with leading zeros     | https://127.000.000.001             | Write the host as a name
            two parts                    | https://127.1                       | Write the host as a name
            three parts                  | https://127.0.1                     | Write the host as a name
            five parts                   | https://127.0.0.0.1                 | Write the host as a name
            a part above 255             | https://127.0.0.257                 | Write the host as a name
            a number after a name        | https://example.com.1               | Write the host as a name
            an address and a dot         | https://127.0.0.1.                  | Leave out the dot
            digits in circles            | https://①②⑦.0.0.1                   | Give the host by its name
            full-width digits            | https://１２７.0.0.1                   | Give the host by its name
            mathematical digits          | https://𝟏𝟐𝟕.0.0.1                   | Give the host by its name
            superscript digits           | https://¹²⁷.0.0.1                   | Give the host by its name
            ideographic full stops       | https://127。0。0。1                   | Give the host by its name
            half-width full stops        | https://127｡0｡0｡1                   | Give the host by its name
            a digit that holds its stop  | https://⒈1.1.1                      | Check the host name
            Arabic digits                | https://١٢٧.0.0.1                   | Write the host as a name
            encoded digits               | https://%31%32%37.0.0.1             | Write the URL without percent signs
            an encoded stop              | https://127%2e0.0.1                 | Write the URL without percent signs
            """)
    void anIpv4AddressIsRefusedHoweverItIsWritten(String what, String url, String advice) {
        assertRefused(url, advice);
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(delimiter = '|', maxCharsPerColumn = 500, textBlock = """
            loopback                     | https://[::1]                       | Give the host by its name
            loopback in full             | https://[0:0:0:0:0:0:0:1]           | Give the host by its name
            every address                | https://[::]                        | Give the host by its name
            a mapped IPv4 address        | https://[::ffff:127.0.0.1]          | Give the host by its name
            the same in hexadecimal      | https://[::ffff:7f00:1]             | Give the host by its name
            a compatible IPv4 address    | https://[::127.0.0.1]               | Give the host by its name
            a translated IPv4 address    | https://[64:ff9b::7f00:1]           | Give the host by its name
            6to4 of a private address    | https://[2002:a00:1::]              | Give the host by its name
            Teredo                       | https://[2001:0:7f00:1::]           | Give the host by its name
            link-local                   | https://[fe80::1]                   | Give the host by its name
            an interface                 | https://[fe80::1%eth0]              | Write the URL without percent signs
            an encoded interface         | https://[fe80::1%25eth0]            | Write the URL without percent signs
            metadata                     | https://[fd00:ec2::254]             | Give the host by its name
            a public address             | https://[2606:2800:21f:cb07::1]     | Give the host by its name
            one without brackets         | https://::1                         | Write a host
            a bracket left open          | https://[::1                        | Check the URL
            a name after the bracket     | https://[::1].example.com           | Check the URL
            a name within brackets       | https://[example.com]               | Check the URL
            a version yet to come        | https://[v1.a]                      | Check the URL
            """)
    void anIpv6AddressIsRefusedHoweverItIsWritten(String what, String url, String advice) {
        assertRefused(url, advice);
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(delimiter = '|', maxCharsPerColumn = 500, textBlock = """
            this machine                 | https://localhost                   | Give the host's public name
            this machine, in capitals    | https://LOCALHOST                   | Give the host's public name
            this machine, with a dot     | https://localhost.                  | Leave out the dot
            this machine, in circles     | https://ⓛⓞⓒⓐⓛⓗⓞⓢⓣ                   | Give the host's public name
            this machine, with a Kelvin  | https://a.lo\u212aal.localhost      | Give the host's public name
            a name below localhost       | https://a.localhost                 | Give the host's public name
            this machine, as Linux says  | https://localhost.localdomain       | Give the host's public name
            a printer                    | https://printer.local               | Give the host's public name
            a cluster's service          | https://api.default.svc.cluster.local | Give the host's public name
            Google's metadata            | https://metadata.google.internal    | Give the host's public name
            an AWS instance              | https://ip-10-0-0-5.eu-central-1.compute.internal | Give the host's public name
            a router's network           | https://nas.home.arpa               | Give the host's public name
            a company's network          | https://servicenow.corp             | Give the host's public name
            a name without a domain      | https://servicenow                  | Give the host's full name
            a dot at the end             | https://example.com.                | Leave out the dot
            an ideographic stop at the end| https://example.com。                | Leave out the dot
            two dots                     | https://example..com                | Check the host name
            a dot at the beginning       | https://.example.com                | Check the host name
            a wildcard                   | https://*.example.com               | Check the host name
            an underscore                | https://my_host.example.com         | Check the host name
            a hyphen at the beginning    | https://-example.com                | Check the host name
            a comma                      | https://example.com,127.0.0.1       | Check the host name
            an encoded letter            | https://%6cocalhost                 | Write the URL without percent signs
            an encoded zero              | https://example.com%00.example.org  | Write the URL without percent signs
            """)
    void aNameForInsideOrOfNobodyIsRefused(String what, String url, String advice) {
        assertRefused(url, advice);
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(delimiter = '|', maxCharsPerColumn = 500, textBlock = """
            a blank before               | ' https://example.com'
            a blank after                | 'https://example.com '
            a blank within               | https://example.com 127.0.0.1
            a tab                        | 'https://exam\tple.com'
            a line feed                  | 'https://example.com\\n'
            a carriage return            | 'https://example.com\\r'
            a zero                       | 'https://example.com\0'
            a delete                     | 'https://example.com\177'
            a no-break space             | 'https://exam\u00a0ple.com'
            an ideographic space         | 'https://exam\u3000ple.com'
            a zero-width space           | 'https://local\u200bhost'
            a soft hyphen                | 'https://local\u00adhost'
            a reversal of direction      | 'https://\u202emoc.elpmaxe'
            a byte order mark            | '\ufeffhttps://example.com'
            """)
    void whatCannotBeSeenIsRefused(String what, String url) {
        assertRefused(url.replace("\\n", "\n").replace("\\r", "\r"), "Type the URL anew");
    }

    @Test
    void aLabelOf64CharactersIsRefused() {
        assertRefused("https://" + "a".repeat(64) + ".example.com", "Check the host name");
    }

    @Test
    void aNameOf254CharactersIsRefused() {
        assertRefused("https://" + "a.".repeat(125) + "a.aa", "Shorten the host name");
    }

    @Test
    void whatAnOperatorCouldAllowIsNamed() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> egress.admit("http://ServiceNow:8080/"))
                .withMessage("Begin the URL with https://, since credentials are sent there,"
                        + " or ask the operator to allow http://servicenow:8080");
    }

    @Test
    void aPasswordIsNotRepeated() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> egress.admit("https://me:pass word@example.com?token=word"))
                .satisfies(refusal -> assertThat(refusal).hasNoCause())
                .withMessageNotContaining("word@");
    }

    private void assertRefused(String url, String advice) {
        assertThatIllegalArgumentException().isThrownBy(() -> egress.admit(url)).withMessageStartingWith(advice);
    }
}
