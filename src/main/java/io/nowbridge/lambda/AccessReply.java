package io.nowbridge.lambda;

import io.nowbridge.access.DatastoreAccess.Granted;
import io.quarkus.runtime.annotations.RegisterForReflection;
import java.util.SortedMap;
import java.util.TreeMap;

/** Which team may do what with a datastore's anomalies, as it goes over the wire. */
@RegisterForReflection
record AccessReply(String datastoreId, SortedMap<String, String> teams) {

    static AccessReply of(Granted granted) {
        var teams = new TreeMap<String, String>();
        granted.teams().forEach((team, right) -> teams.put(team, right.label()));
        return new AccessReply(granted.datastore(), teams);
    }
}
