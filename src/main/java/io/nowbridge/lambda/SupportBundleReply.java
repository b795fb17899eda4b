package io.nowbridge.lambda;

import io.nowbridge.activity.SupportBundle;
import io.quarkus.runtime.annotations.RegisterForReflection;
import java.util.List;

/** A support bundle as it goes to whoever sends it on. */
@RegisterForReflection
record SupportBundleReply(
        String note,
        String madeAt,
        String version,
        String remark,
        List<EntryReply> entries,
        List<ConnectedSystem> connections) {

    private static final String NOTE =
            "For the support of Nowbridge, or of a system that it connects. Addresses, and whatever"
                    + " looks like a secret, are masked; settings and credentials are left out. Read it before you send it.";

    @RegisterForReflection
    record ConnectedSystem(String id, String name, String type, String instance, String state) {

        static ConnectedSystem of(SupportBundle.Party system) {
            return new ConnectedSystem(system.id(), system.name(), system.type(), system.instance(), system.state());
        }
    }

    static Reply of(SupportBundle bundle) {
        var body = new SupportBundleReply(
                NOTE,
                bundle.madeAt().toString(),
                bundle.version(),
                bundle.remark(),
                bundle.entries().stream().map(EntryReply::of).toList(),
                bundle.systems().stream().map(ConnectedSystem::of).toList());
        return Reply.ok(body).attached("nowbridge-support.json");
    }
}
