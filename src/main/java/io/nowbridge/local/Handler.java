package io.nowbridge.local;

import com.amazonaws.services.lambda.runtime.Context;
import com.fasterxml.jackson.databind.JsonNode;

/** A function as Lambda sees it: an event's JSON in, an answer's JSON out. It blocks. */
@FunctionalInterface
interface Handler {

    JsonNode handle(JsonNode event, Context context);
}
