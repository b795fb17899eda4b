package io.nowbridge.lambda;

import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.events.APIGatewayV2HTTPEvent;
import com.amazonaws.services.lambda.runtime.events.APIGatewayV2HTTPResponse;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.nowbridge.activity.Invocation;
import io.nowbridge.connection.ConnectedSystemException;
import io.smallrye.mutiny.TimeoutException;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.Arrays;
import java.util.Base64;
import java.util.HashMap;
import java.util.function.Function;
import org.jboss.logging.Logger;

/** Where HTTP events become commands and outcomes become answers: parses, awaits, words, and logs what failed, once. */
@Singleton
public final class HttpEdge {

    private static final Logger LOG = Logger.getLogger(HttpEdge.class);

    // Enough to write an answer before the platform ends the function.
    private static final Duration TO_ANSWER = Duration.ofMillis(1_500);

    private static final Duration AT_ONCE = Duration.ofMillis(1);

    private final ObjectMapper json;

    HttpEdge(ObjectMapper json) {
        this.json = json;
    }

    APIGatewayV2HTTPResponse answer(APIGatewayV2HTTPEvent event, Context context, Routes routes) {
        return answer(event, context, Function.identity(), routes::run, Function.identity());
    }

    <C, O> APIGatewayV2HTTPResponse answer(
            APIGatewayV2HTTPEvent event,
            Context context,
            Function<APIGatewayV2HTTPEvent, C> parse,
            Function<C, Uni<O>> run,
            Function<O, Reply> word) {
        Reply reply;
        try {
            var command = parse.apply(event);
            var time = Duration.ofMillis(context.getRemainingTimeInMillis()).minus(TO_ANSWER);
            // Not atMost alone: it would leave the work to go on when the platform thaws this process for another
            // event.
            var outcome = run.apply(command)
                    .ifNoItem()
                    .after(time.isPositive() ? time : AT_ONCE)
                    .fail();
            var waiting = Invocation.context(context.getAwsRequestId());
            reply = word.apply(outcome.awaitUsing(waiting).indefinitely());
        } catch (RefusedException e) {
            reply = Reply.problem(e.problem());
        } catch (ConnectedSystemException | TimeoutException e) {
            // Its message says what happened; where in our code it passed by helps nobody.
            LOG.warnf(
                    "Request %s failed: %s (%s) %s",
                    context.getAwsRequestId(), e.getMessage(), e.getCause(), Arrays.toString(e.getSuppressed()));
            reply = Problems.of(e);
        } catch (RuntimeException e) {
            LOG.errorf(e, "Request %s failed", context.getAwsRequestId());
            reply = Problems.of(e);
        }
        return write(reply, context);
    }

    private APIGatewayV2HTTPResponse write(Reply reply, Context context) {
        var headers = new HashMap<>(reply.headers());
        headers.put("cache-control", "no-store");
        headers.put("x-request-id", context.getAwsRequestId());
        var response = APIGatewayV2HTTPResponse.builder()
                .withStatusCode(reply.status())
                .withHeaders(headers);
        try {
            return switch (reply.body()) {
                // As it is, whatever characters are in it: API Gateway decodes it again.
                case byte[] file ->
                    response.withIsBase64Encoded(true)
                            .withBody(Base64.getEncoder().encodeToString(file))
                            .build();
                case Object body ->
                    response.withBody(reply.status() == Reply.NO_CONTENT ? "" : json.writeValueAsString(body))
                            .build();
            };
        } catch (JsonProcessingException e) {
            throw new UncheckedIOException(e);
        }
    }
}
