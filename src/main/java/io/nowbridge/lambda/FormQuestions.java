package io.nowbridge.lambda;

import com.amazonaws.services.lambda.runtime.events.APIGatewayV2HTTPEvent;
import io.nowbridge.connection.ConnectionId;
import io.nowbridge.ticket.DescribeForm.Question;
import java.util.Map;
import java.util.Objects;
import java.util.function.BiFunction;
import org.jspecify.annotations.Nullable;

/** Reads questions about a desk's forms, which everybody who has a role may ask. */
final class FormQuestions {

    private static final int LONGEST_TABLE = 80;
    private static final int LONGEST_TEXT = 100;

    private FormQuestions() {}

    static Question form(APIGatewayV2HTTPEvent event) {
        return read(event, (connection, fields) -> {
            var table = fields.optional("table", parameter(event, "table"), LONGEST_TABLE);
            return new Question.Form(connection, table);
        });
    }

    static Question people(APIGatewayV2HTTPEvent event) {
        return read(event, (connection, fields) -> new Question.People(connection, text(event, fields)));
    }

    static Question groups(APIGatewayV2HTTPEvent event) {
        return read(event, (connection, fields) -> new Question.Groups(connection, text(event, fields)));
    }

    // Who may not ask is refused before anything else.
    private static Question read(APIGatewayV2HTTPEvent event, BiFunction<ConnectionId, Fields, Question> rest) {
        Requesters.member(event);
        var fields = new Fields();
        var id = Objects.requireNonNullElse(event.getPathParameters().get("connectionId"), "");
        var connection = fields.optional("connectionId", id, ConnectionId::new)
                .orElseThrow(() -> fields.refusing("connectionId", "is required"));
        var question = rest.apply(connection, fields);
        fields.check();
        return question;
    }

    private static String text(APIGatewayV2HTTPEvent event, Fields fields) {
        return fields.required("query", parameter(event, "query"), LONGEST_TEXT);
    }

    private static @Nullable String parameter(APIGatewayV2HTTPEvent event, String name) {
        return Objects.requireNonNullElse(event.getQueryStringParameters(), Map.<String, String>of())
                .get(name);
    }
}
