package io.nowbridge.egress;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedList;
import java.util.List;
import java.util.Map;
import java.util.Queue;

/** A name server of which the test decides what it answers next; its last answer holds. */
final class Addresses implements Resolver {

    private final Map<String, Queue<List<String>>> answers = new HashMap<>();

    /** Answers with these addresses, after any answers given before. */
    Addresses answering(String host, String... addresses) {
        answers.computeIfAbsent(host, name -> new LinkedList<>()).add(List.of(addresses));
        return this;
    }

    @Override
    public List<InetAddress> resolve(String host) throws UnknownHostException {
        var next = answers.get(host);
        if (next == null) {
            throw new UnknownHostException(host);
        }
        var found = new ArrayList<InetAddress>();
        for (var address : next.size() > 1 ? next.remove() : next.element()) {
            found.add(InetAddress.getByName(address));
        }
        return found;
    }
}
