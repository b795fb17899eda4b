package io.nowbridge.lambda;

import com.amazonaws.services.lambda.runtime.events.APIGatewayV2HTTPEvent;
import io.nowbridge.access.DatastoreAccess.Granted;
import io.nowbridge.access.TeamRight;
import io.nowbridge.setup.ChangeAccess.Command;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Reads requests about who may do what; whoever may not make them is refused before anything else. */
final class AccessRequests {

    private static final int MOST_TEAMS = 500;
    private static final int DATASTORE = 200;
    private static final Pattern TEAM = Pattern.compile("[^\\s\\p{Cntrl}\\[\\]]{1,100}");

    private AccessRequests() {}

    /** The datastore whose rights a Manager wants to see. */
    static String wanted(APIGatewayV2HTTPEvent event) {
        Requesters.manager(event);
        var fields = new Fields();
        var datastore = datastore(event, fields);
        fields.check();
        return datastore;
    }

    /** All rights to a datastore, to be said otherwise. */
    static Command change(APIGatewayV2HTTPEvent event, JsonBody json) {
        var by = Requesters.manager(event);
        var revision = Revisions.expected(event);
        var fields = new Fields();
        var datastore = datastore(event, fields);
        var teams = teams(json.read(event, AccessBody.class, fields).teams(), fields);
        fields.check();
        return new Command(by, new Granted(datastore, teams, revision));
    }

    private static String datastore(APIGatewayV2HTTPEvent event, Fields fields) {
        return fields.required("datastoreId", event.getPathParameters().get("datastoreId"), DATASTORE);
    }

    private static Map<String, TeamRight> teams(@Nullable Map<String, @Nullable String> given, Fields fields) {
        if (given == null) {
            fields.refuse("teams", "is required");
        }
        var teams = new HashMap<String, TeamRight>();
        Objects.requireNonNullElse(given, Map.<String, @Nullable String>of()).forEach((team, right) -> {
            var field = "teams." + team;
            if (!TEAM.matcher(team).matches()) {
                fields.refuse(field, "is no name that a token can bear: 1 to 100 characters, no blank and no bracket");
            }
            fields.required(field, right, DATASTORE);
            fields.optional(field, right, AccessRequests::right).ifPresent(known -> teams.put(team, known));
        });
        if (teams.size() > MOST_TEAMS) {
            fields.refuse("teams", "names more than " + MOST_TEAMS);
        }
        return teams;
    }

    private static TeamRight right(String label) {
        return TeamRight.labelled(label)
                .orElseThrow(() -> new IllegalArgumentException("is not one of: "
                        + Stream.of(TeamRight.values()).map(TeamRight::label).collect(Collectors.joining(", "))));
    }
}
