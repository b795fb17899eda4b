package io.nowbridge.local.servicenow;

import static io.nowbridge.local.servicenow.Planted.INCIDENT;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Pages of a list and the links between them. */
class PaginationTest {

    @RegisterExtension
    static final RunningInstance INSTANCE = new RunningInstance();

    @Test
    void theTotalIsOfTheWholeListAndTheLinksLeadThroughIt() {
        var answer = INSTANCE.get(INCIDENT + "?sysparm_limit=2&sysparm_offset=2&sysparm_fields=number");

        assertThat(answer.header("X-Total-Count")).hasValue("5");
        assertThat(answer.header("Link"))
                .hasValue(
                        "<BASE&sysparm_offset=0&sysparm_limit=2>;rel=\"first\",<BASE&sysparm_offset=0&sysparm_limit=2>;"
                                .concat("rel=\"prev\",<BASE&sysparm_offset=4&sysparm_limit=2>;rel=\"next\",")
                                .concat("<BASE&sysparm_offset=4&sysparm_limit=2>;rel=\"last\"")
                                .replace("BASE", INSTANCE.uri() + INCIDENT + "?sysparm_fields=number"));
    }

    @Test
    void theFirstPageHasNoPreviousAndTheLastNoNext() {
        var first = INSTANCE.get(INCIDENT + "?sysparm_limit=2").header("Link").orElseThrow();
        var last = INSTANCE.get(INCIDENT + "?sysparm_limit=2&sysparm_offset=4")
                .header("Link")
                .orElseThrow();

        assertThat(first).contains("rel=\"next\"").doesNotContain("rel=\"prev\"");
        assertThat(last).contains("rel=\"prev\"").doesNotContain("rel=\"next\"");
    }

    @Test
    void aListOfOnePageHasNoLinks() {
        assertThat(INSTANCE.get(INCIDENT).header("Link")).isEmpty();
    }

    @Test
    void linksAndCountCanBeLeftOut() {
        var answer = INSTANCE.get(
                INCIDENT + "?sysparm_limit=1&sysparm_suppress_pagination_header=true&sysparm_no_count=true");

        assertThat(answer.header("Link")).isEmpty();
        assertThat(answer.header("X-Total-Count")).isEmpty();
    }

    @Test
    void followingTheLinksReadsEveryRecordOnce() {
        var next = INSTANCE.get(INCIDENT + "?sysparm_limit=2&sysparm_query=ORDERBYDESCnumber&sysparm_fields=number");
        var numbers = new ArrayList<>(next.all("number"));
        while (next.header("Link")
                .filter(links -> links.contains("rel=\"next\""))
                .isPresent()) {
            var link = next.header("Link").orElseThrow().replaceAll(".*<([^>]*)>;rel=\"next\".*", "$1");
            next = INSTANCE.get(link.substring(INSTANCE.uri().toString().length()));
            numbers.addAll(next.all("number"));
        }

        assertThat(numbers).containsExactly("INC0000005", "INC0000004", "INC0000003", "INC0000002", "INC0000001");
    }
}
