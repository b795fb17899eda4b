package io.nowbridge.lambda;

import static io.nowbridge.lambda.RunningHandler.json;
import static io.nowbridge.lambda.TemplateCalls.PRODUCT_SYNC;
import static io.nowbridge.lambda.TemplateCalls.changing;
import static io.nowbridge.lambda.TemplateCalls.creating;
import static io.nowbridge.lambda.TemplateCalls.event;
import static io.nowbridge.lambda.TemplateCalls.on;
import static io.nowbridge.lambda.TemplateCalls.with;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class TemplateRevisionsTest {

    private final TemplateCalls api = new TemplateCalls();

    private static Stream<String> changes() {
        return Stream.of("PUT ", "DELETE ", "POST /enable", "POST /disable");
    }

    @ParameterizedTest
    @MethodSource("changes")
    void aChangeThatDoesNotSayOfWhatIsAnswered428(String change) {
        api.handle(creating(PRODUCT_SYNC));

        assertThat(api.handle(changing(change)).getStatusCode()).isEqualTo(428);
    }

    @ParameterizedTest
    @MethodSource("changes")
    void aChangeOfAnotherRevisionIsAnswered412(String change) {
        api.handle(creating(PRODUCT_SYNC));
        var event = changing(change);
        event.setHeaders(Map.of("if-match", "\"7\""));

        assertThat(api.handle(event).getStatusCode()).isEqualTo(412);
    }

    @ParameterizedTest
    @MethodSource("changes")
    void aChangeOfWhatIsNotThereIsAnswered404(String change) {
        var event = changing(change);
        event.setHeaders(Map.of("if-match", "\"1\""));

        assertThat(api.handle(event).getStatusCode()).isEqualTo(404);
    }

    @Test
    void versionsAreListedNewestFirstAndComparedByPath() {
        api.handle(creating(PRODUCT_SYNC));
        var replacing = on("PUT", "", "\"1\"");
        replacing.setBody(PRODUCT_SYNC.replace("Nightly", "Daily").replace("\"*\": \"other\"", "\"034\": \"other\""));
        api.handle(replacing);

        var versions = json(api.handle(on("GET", "/versions")));
        var first = json(api.handle(
                with(on("GET", "/versions/{revision}"), Map.of("templateId", "template-1", "revision", "1"))));
        var comparing = on("GET", "/diff");
        comparing.setQueryStringParameters(Map.of("from", "1", "to", "2"));

        assertThat(versions.findValuesAsText("revision")).containsExactly("2", "1");
        assertThat(first.path("name").asText()).isEqualTo("Nightly");
        assertThat(first.has("nextRuns")).isFalse();
        assertThat(json(api.handle(comparing))).isEqualTo(json("""
                {"items": [{"path": "mappings.categories.*", "from": "other"},
                           {"path": "mappings.categories.034", "to": "other"},
                           {"path": "name", "from": "Nightly", "to": "Daily"}]}"""));
    }

    @Test
    void aComparisonWithoutBothSidesIsAnswered400() {
        api.handle(creating(PRODUCT_SYNC));
        var comparing = on("GET", "/diff");
        comparing.setQueryStringParameters(Map.of("from", "one"));

        var response = api.handle(comparing);

        assertThat(response.getStatusCode()).isEqualTo(400);
        assertThat(json(response).findValuesAsText("field")).containsExactly("from", "to");
    }
}
