package io.nowbridge.local;

import static org.assertj.core.api.Assertions.assertThat;

import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.RequestHandler;
import com.amazonaws.services.lambda.runtime.events.APIGatewayV2HTTPEvent;
import com.amazonaws.services.lambda.runtime.events.APIGatewayV2HTTPResponse;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class BeanHandlerTest {

    private static final Context CONTEXT = new LambdaContext(
            "request-1",
            new Template.Function("Echo", "echo", Duration.ofSeconds(3), Map.of(), List.of()),
            InstantSource.fixed(Instant.parse("2026-01-05T09:00:00Z")));

    @Test
    void aHandlerGetsTheEventOfItsOwnType() throws IOException {
        var answer = BeanHandler.of(new Echo()).handle(event(), CONTEXT);

        assertThat(answer.path("statusCode").asInt()).isEqualTo(200);
        assertThat(answer.path("body").asText()).isEqualTo("4/56 [data-eng ops] false 05/Jan/2026:09:00:00 +0000");
    }

    @Test
    void anAnswerInBase64IsSaidToBe() throws IOException {
        var answer = BeanHandler.of(new Echo()).handle(event(), CONTEXT);

        assertThat(answer.path("isBase64Encoded").asBoolean()).isTrue();
    }

    private static JsonNode event() throws IOException {
        return new ObjectMapper().readTree(BeanHandlerTest.class.getResource("/events/http-api.json"));
    }

    static final class Echo implements RequestHandler<APIGatewayV2HTTPEvent, APIGatewayV2HTTPResponse> {

        @Override
        public APIGatewayV2HTTPResponse handleRequest(APIGatewayV2HTTPEvent event, Context context) {
            var request = event.getRequestContext();
            return APIGatewayV2HTTPResponse.builder()
                    .withStatusCode(200)
                    .withBody(String.join(
                            " ",
                            event.getPathParameters().get("anomalyId"),
                            request.getAuthorizer().getJwt().getClaims().get("teams"),
                            Boolean.toString(event.getIsBase64Encoded()),
                            request.getTime()))
                    .withIsBase64Encoded(true)
                    .build();
        }
    }
}
