package io.nowbridge.webhook;

import com.fasterxml.jackson.core.JsonProcessingException;
import io.nowbridge.connection.ConnectionId;
import io.nowbridge.connection.Connections;
import io.nowbridge.webhook.Doorkeeper.Admitted;
import io.nowbridge.webhook.Reading.Fault;
import io.smallrye.mutiny.Uni;
import java.util.ArrayList;
import java.util.regex.Pattern;

/**
 * Takes the messages of desks that a purchase order is ready, {@code {"number": "PO0010001"}}: judges whether they are genuine,
 * and has the desk looked at. That is all that is believed of them: what the purchase order says, the desk itself is asked.
 */
public final class OrderIntake {

    /** What became of a message. */
    public sealed interface Outcome permits Accepted, Refusal {}

    /** Its purchase order will be looked at. */
    public record Accepted() implements Outcome {}

    /** Has a desk looked at for one of its purchase orders. */
    public interface Looking {

        /** Fails where the queue does not take it. */
        Uni<Void> look(ConnectionId desk, String number);
    }

    private static final Pattern NUMBER = Pattern.compile("[\\p{Graph}&&\\p{ASCII}]{1,40}");

    private final Desks desks;
    private final Doorkeeper door;
    private final Looking looking;
    private final StrictJson json = new StrictJson();

    public OrderIntake(Connections connections, Doorkeeper door, Looking looking) {
        this.desks = new Desks(connections);
        this.door = door;
        this.looking = looking;
    }

    /** Fails where the queue does not take the wake-up: then nothing is kept, and the sender may repeat it. */
    public Uni<Outcome> receive(String connection, Incoming message) {
        return door.admit(message, desks.named(connection), refusal -> refusal, this::read);
    }

    private Uni<Outcome> read(Admitted admitted) {
        var faults = new ArrayList<Fault>();
        try {
            var fields = new EventFields(json.read(admitted.message().body()), "", faults);
            return fields.required("number", name -> fields.text(name, OrderIntake::number))
                    .filter(number -> faults.isEmpty())
                    .map(number -> take(number, admitted))
                    .orElseGet(() -> Uni.createFrom().item(new Refusal.Faulty(faults)));
        } catch (JsonProcessingException e) {
            return Uni.createFrom().item(new Refusal.Unreadable(StrictJson.COMPLAINT));
        }
    }

    private Uni<Outcome> take(String number, Admitted admitted) {
        return looking.look(admitted.connection().id(), number)
                .chain(() -> door.isFirst(admitted))
                .map(first -> first ? new Accepted() : new Refusal.Replayed());
    }

    private static String number(String text) {
        if (!NUMBER.matcher(text).matches()) {
            throw new IllegalArgumentException("is the number of a purchase order such as PO0010001");
        }
        return text;
    }
}
