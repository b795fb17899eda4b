package io.nowbridge.local.servicenow;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The Table API in XML. */
class XmlTest {

    private static final String INCIDENT = "/api/now/table/incident";

    @RegisterExtension
    static final RunningInstance INSTANCE = new RunningInstance();

    @ParameterizedTest
    @ValueSource(strings = {"application/xml", "text/xml"})
    void aRecordIsAnsweredInXml(String type) {
        var answer = INSTANCE.call(
                        "GET",
                        INCIDENT
                                + "/9c573169c611228700193229fff72400?sysparm_fields=number,caller_id,assigned_to.name,rfc")
                .header("Accept", type)
                .send();

        assertThat(answer.header("Content-Type")).hasValue(type + ";charset=UTF-8");
        assertThat(answer.body())
                .isEqualTo("<?xml version=\"1.0\" encoding=\"UTF-8\"?><response><result><number>INC0000001</number>"
                        + "<caller_id><link>" + INSTANCE.uri()
                        + "/api/now/table/sys_user/62826bf03710200044e0bfc8bcbe5df1</link>"
                        + "<value>62826bf03710200044e0bfc8bcbe5df1</value></caller_id>"
                        + "<assigned_to.name>Beth Anglin</assigned_to.name><rfc></rfc></result></response>");
    }

    @Test
    void aListIsOneResultAfterTheOther() {
        var answer =
                read(INCIDENT + "?sysparm_fields=number&sysparm_query=numberININC0000001,INC0000002%5EORDERBYnumber");

        assertThat(answer.header("X-Total-Count")).hasValue("2");
        assertThat(answer.body())
                .endsWith("<response><result><number>INC0000001</number></result>"
                        + "<result><number>INC0000002</number></result></response>");
    }

    @Test
    void aRefusalIsAnsweredInXml() {
        var answer = read(INCIDENT + "/none");

        assertThat(answer.status()).isEqualTo(404);
        assertThat(answer.body())
                .contains("<error><message>No Record found</message>")
                .endsWith("<status>failure</status></response>");
    }

    @ParameterizedTest
    @CsvSource({
        "'application/xml, application/json', application/xml",
        "'application/json, application/xml', application/json",
        "'text/html;q=0.9, text/xml;q=0.8', text/xml",
        "*/*, application/json"
    })
    void theFirstFormatThatIsKnownCounts(String accept, String type) {
        var answer = INSTANCE.call("GET", INCIDENT).header("Accept", accept).send();

        assertThat(answer.header("Content-Type")).hasValue(type + ";charset=UTF-8");
    }

    @Test
    void anEntryBecomesARecord() {
        var answer = write(
                "<?xml version=\"1.0\"?><!-- new --><request>\n<entry><short_description>Q&amp;A &lt;1&gt; é</short_description>"
                        + "<impact>1</impact><description><![CDATA[a < b]]></description></entry>\n"
                        + "<entry><impact>2</impact></entry></request>");

        assertThat(answer.status()).isEqualTo(201);
        assertThat(answer.result().getMap())
                .containsEntry("short_description", "Q&A <1> é")
                .containsEntry("description", "a < b")
                .containsEntry("impact", "1");
        assertThat(INSTANCE.get(INCIDENT).header("X-Total-Count")).hasValue("6");
    }

    @Test
    void whatIsWrittenIsReadBackUnharmed() {
        var id = INSTANCE.post(INCIDENT, "{\"description\":\"]]> & <b> \\u0007 \ud83d\ude00\"}")
                .result()
                .getString("sys_id");

        var answer = read(INCIDENT + "/" + id + "?sysparm_fields=description");

        assertThat(answer.body()).endsWith("<description>]]&gt; &amp; &lt;b&gt;  😀</description></result></response>");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "{}",
                "<request>",
                "<entry><impact>1</impact></entry>",
                "<request><entry><impact>1</entry></request>",
                "<request><entry>text</entry></request>",
                "<request><entry><impact><value>1</value></impact></entry></request>",
                "<!DOCTYPE request><request><entry><impact>1</impact></entry></request>",
                "<!DOCTYPE request [<!ENTITY a \"b\">]><request><entry><description>&a;</description></entry></request>",
                "<!DOCTYPE request [<!ENTITY a SYSTEM \"file:///etc/hostname\">]>"
                        + "<request><entry><description>&a;</description></entry></request>"
            })
    void whatIsNoEntryIsAnExceptionWhileReading(String body) {
        var answer = write(body);

        assertThat(answer.status()).isEqualTo(400);
        assertThat(answer.body()).contains("The payload is not valid XML.");
        assertThat(INSTANCE.get(INCIDENT).header("X-Total-Count")).hasValue("5");
    }

    @Test
    void aChangeInXmlCanHaveItsBodySuppressed() {
        var answer = INSTANCE.call("PATCH", INCIDENT + "/9c573169c611228700193229fff72400")
                .header("Accept", "application/xml")
                .header("Content-Type", "text/xml;charset=UTF-8")
                .header("X-no-response-body", "true")
                .body("<request><entry><impact>2</impact></entry></request>")
                .send();

        assertThat(answer.status()).isEqualTo(204);
        assertThat(answer.bytes()).isEmpty();
    }

    private static Incoming read(String path) {
        return INSTANCE.call("GET", path).header("Accept", "application/xml").send();
    }

    private static Incoming write(String body) {
        return INSTANCE.call("POST", INCIDENT)
                .header("Content-Type", "application/xml")
                .body(body)
                .send();
    }
}
