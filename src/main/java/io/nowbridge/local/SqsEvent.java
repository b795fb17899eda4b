package io.nowbridge.local;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.stream.Collectors;
import software.amazon.awssdk.services.sqs.model.Message;

/** What Lambda makes of a queue's messages for a function, and of the function's answer for the queue. */
record SqsEvent(String queueArn, List<Message> messages) {

    JsonNode json() {
        var event = JsonNodeFactory.instance.objectNode();
        var records = event.putArray("Records");
        messages.forEach(message -> records.add(record(message)));
        return event;
    }

    /**
     * The messages that the function is done with; none if its answer reports one that it was not given.
     *
     * <p>Source: Lambda developer guide, "Implementing partial batch responses".
     */
    List<Message> done(JsonNode answer) {
        var failed = answer.path("batchItemFailures")
                .valueStream()
                .map(failure -> failure.path("itemIdentifier").asText())
                .collect(Collectors.toUnmodifiableSet());
        var given = messages.stream().map(Message::messageId).collect(Collectors.toUnmodifiableSet());
        return given.containsAll(failed)
                ? messages.stream()
                        .filter(message -> !failed.contains(message.messageId()))
                        .toList()
                : List.of();
    }

    private ObjectNode record(Message message) {
        var json = JsonNodeFactory.instance
                .objectNode()
                .put("messageId", message.messageId())
                .put("receiptHandle", message.receiptHandle())
                .put("body", message.body())
                .put("md5OfBody", message.md5OfBody())
                .put("eventSource", "aws:sqs")
                .put("eventSourceARN", queueArn)
                .put("awsRegion", LocalDynamoDb.REGION);
        json.putObject("messageAttributes");
        var attributes = json.putObject("attributes");
        message.attributesAsStrings().forEach(attributes::put);
        return json;
    }
}
