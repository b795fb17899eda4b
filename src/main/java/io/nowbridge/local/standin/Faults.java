package io.nowbridge.local.standin;

import io.vertx.core.MultiMap;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.json.JsonArray;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The faults that are armed, in the order they came; the first that matches strikes. */
public final class Faults {

    private final List<Fault> armed = new ArrayList<>();

    synchronized void arm(Fault fault) {
        armed.add(fault);
    }

    synchronized void clear() {
        armed.clear();
    }

    Optional<Fault> strike(HttpServerRequest request) {
        return strike(
                request.method().name(), Optional.ofNullable(request.path()).orElse(""), request.headers());
    }

    /** The fault that strikes a request, counted as used. */
    public synchronized Optional<Fault> strike(String method, String path, MultiMap headers) {
        for (var i = 0; i < armed.size(); i++) {
            var fault = armed.get(i);
            if (fault.match().matches(method, path, headers)) {
                use(i, fault);
                return Optional.of(fault);
            }
        }
        return Optional.empty();
    }

    synchronized JsonArray toJson() {
        var json = new JsonArray();
        armed.forEach(fault -> json.add(fault.toJson()));
        return json;
    }

    private void use(int index, Fault fault) {
        if (fault.times() == 1) {
            armed.remove(index);
        } else if (fault.times() > 1) {
            armed.set(index, fault.once());
        }
    }
}
