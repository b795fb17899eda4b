package io.nowbridge.local;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What is wrong with how a template's functions are fed from queues. */
public final class Consumers {

    // What Lambda does to a queue in the function's name, and no more.
    private static final Set<String> RIGHTS =
            Set.of("sqs:ReceiveMessage", "sqs:DeleteMessage", "sqs:GetQueueAttributes");

    private static final int TIMEOUTS = 6;

    private final Stack stack;
    private final Template template;
    private final Map<String, Queue> queues;

    private Consumers(Path template, Path queues) {
        var parameters = Map.of("TokenIssuer", "https://issuer");
        this.stack = Stack.read(template, parameters);
        this.template = Template.read(template, parameters);
        this.queues = Queue.read(queues).stream().collect(Collectors.toMap(Queue::name, queue -> queue));
    }

    /** Complaints about our own template and queues. */
    public static List<String> complaints() {
        return complaints(Template.FILE, Queue.FILE);
    }

    static List<String> complaints(Path template, Path queues) {
        return new Consumers(template, queues).all();
    }

    private List<String> all() {
        return template.functions().stream()
                .flatMap(function -> function.queues().stream().flatMap(trigger -> about(function, trigger).stream()))
                .toList();
    }

    private List<String> about(Template.Function function, Template.QueueTrigger trigger) {
        var complaints = new ArrayList<String>();
        var queue = queues.get(trigger.queue());
        if (queue == null) {
            complaints.add(function.name() + " is fed from " + trigger.queue() + ", which is no queue");
        } else if (queue.visibility().compareTo(function.timeout().multipliedBy(TIMEOUTS)) < 0) {
            complaints.add(
                    trigger.queue() + " hides a message for less than " + TIMEOUTS + " timeouts of " + function.name());
        }
        if (!rights(function).equals(Map.of(trigger.arn(), RIGHTS))) {
            complaints.add(function.name() + " may not do to " + trigger.queue() + ", and to nothing else, exactly "
                    + new TreeSet<>(RIGHTS));
        }
        return complaints;
    }

    /** What a function may do as a consumer, by resource. */
    private Map<String, Set<String>> rights(Template.Function function) {
        var rights = new HashMap<String, Set<String>>();
        statements(function)
                .forEach(statement -> strings(statement.at("Action")).stream()
                        .filter(action -> RIGHTS.contains(action) || action.contains("*"))
                        .forEach(action -> strings(statement.at("Resource"))
                                .forEach(resource -> rights.computeIfAbsent(resource, any -> new HashSet<>())
                                        .add(action))));
        return rights;
    }

    private Stream<Node> statements(Template.Function function) {
        var role = stack.resources("AWS::Serverless::Function")
                .get(function.name())
                .at("Properties")
                .at("Role")
                .text()
                .replaceFirst("\\.Arn$", "");
        return stack.resources("AWS::IAM::Role").get(role).at("Properties").at("Policies").elements().stream()
                .flatMap(policy -> policy.at("PolicyDocument").at("Statement").elements().stream());
    }

    private static List<String> strings(Node node) {
        return node.value() instanceof List<?>
                ? node.elements().stream().map(Node::text).toList()
                : List.of(node.text());
    }
}
