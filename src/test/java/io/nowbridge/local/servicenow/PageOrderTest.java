package io.nowbridge.local.servicenow;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Where people find what on a page, on a wide screen and on a narrow one. */
class PageOrderTest {

    @RegisterExtension
    static final RunningInstance INSTANCE = new RunningInstance();

    @Test
    void whatPeopleLookForComesFirstAndWhatTheSystemKeepsLast() {
        var labels = all("<dt>([^<]+)<dd>", open("/incident/INC0000001"));

        assertThat(labels)
                .startsWith(
                        "Number", "Short description", "State", "Priority", "Assignment group", "Caller", "Description")
                .containsSubsequence("Opened by", "Sys ID")
                .doesNotHaveDuplicates();
        assertThat(labels.subList(labels.indexOf("Sys ID"), labels.size()))
                .containsExactlyInAnyOrder(
                        "Sys ID",
                        "Created",
                        "Created by",
                        "Updated",
                        "Updated by",
                        "Updates",
                        "Task type",
                        "Domain",
                        "Domain Path");
    }

    @Test
    void eachCellSaysWhatItIsWhereTheHeadIsOutOfSight() {
        var page = open("/");

        assertThat(page).contains("<td data-label=\"Priority\">1 - Critical</td>");
        assertThat(all("<th scope=\"col\">([^<]+)", page))
                .containsAll(all("data-label=\"([^\"]+)\"", page))
                .contains("Number");
    }

    private static String open(String path) {
        return INSTANCE.get(path).body();
    }

    private static List<String> all(String pattern, String page) {
        return Pattern.compile(pattern)
                .matcher(page)
                .results()
                .map((MatchResult match) -> match.group(1))
                .toList();
    }
}
