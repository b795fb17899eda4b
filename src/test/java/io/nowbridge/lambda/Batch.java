package io.nowbridge.lambda;

import com.amazonaws.services.lambda.runtime.events.SQSEvent;
import com.amazonaws.services.lambda.runtime.events.SQSEvent.SQSMessage;
import java.util.Map;
import java.util.stream.Stream;

/** Messages as a FIFO queue hands them over. */
final class Batch {

    private Batch() {}

    /** A message for each id, whose first letter is its group. */
    static SQSEvent of(String... ids) {
        var event = new SQSEvent();
        event.setRecords(Stream.of(ids).map(Batch::message).toList());
        return event;
    }

    private static SQSMessage message(String id) {
        var message = new SQSMessage();
        message.setMessageId(id);
        message.setAttributes(Map.of("MessageGroupId", id.substring(0, 1)));
        return message;
    }
}
