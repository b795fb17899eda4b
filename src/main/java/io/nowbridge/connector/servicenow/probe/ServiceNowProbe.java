package io.nowbridge.connector.servicenow.probe;

import io.nowbridge.connection.Authentication;
import io.nowbridge.connection.ProductSettings;
import io.nowbridge.connector.probe.Knock.Answered;
import io.nowbridge.connector.probe.NetworkChecks;
import io.nowbridge.connector.probe.Remedy;
import io.nowbridge.connector.probe.Sheet;
import io.nowbridge.connector.probe.Sheet.Line;
import io.nowbridge.connector.servicenow.ServiceNowCredentials;
import io.nowbridge.servicenow.ServiceNow;
import io.nowbridge.servicenow.ServiceNowClients;
import io.nowbridge.setup.Check;
import io.nowbridge.setup.Probe.Trial;
import io.smallrye.mutiny.Uni;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.random.RandomGenerator;
import java.util.stream.Stream;

/** Tries a ServiceNow instance out, from its address to the last field that is needed of it. */
public final class ServiceNowProbe {

    // Asked without credentials, it answers 401 in JSON if it is awake.
    private static final String API = "/api/now/table/sys_user?sysparm_limit=1&sysparm_fields=sys_id";

    private static final Line AWAKE = Line.of("awake");
    private static final Remedy WAKE = Remedy.ofRemoteOwner(
            "Sign in to developer.servicenow.com and wake the instance. If it is no developer instance, check its address,"
                    + " and what stands between it and us.");

    private final NetworkChecks network;
    private final ServiceNowClients clients;
    private final InstantSource clock;
    private final RandomGenerator chance;
    private final Duration longest;

    /** A test takes no longer than {@code longest}. */
    public ServiceNowProbe(
            NetworkChecks network,
            ServiceNowClients clients,
            InstantSource clock,
            RandomGenerator chance,
            Duration longest) {
        this.network = network;
        this.clients = clients;
        this.clock = clock;
        this.chance = chance;
        this.longest = longest;
    }

    /** Makes every check that there is time for; what it meets is among them. A refresh token that is replaced is kept. */
    public Uni<List<Check>> test(Trial trial, Function<Authentication, Uni<Void>> keep) {
        var products = ProductSettings.of(trial.connection());
        var needs = TableNeed.of(trial.needs(), products.writing());
        var sheet = new Sheet(lines(products, needs));
        var work = network.look(sheet, trial.instance(), API)
                .flatMap(answer -> answer.filter(arrived -> isAwake(sheet, arrived))
                        .flatMap(arrived -> client(sheet, trial, keep))
                        .map(client -> new Visit(client, trial, needs, sheet, chance).run())
                        .orElseGet(() -> Uni.createFrom().voidItem()));
        return sheet.filledBy(work, longest);
    }

    private static List<Line> lines(ProductSettings products, List<TableNeed> needs) {
        return Stream.of(
                        NetworkChecks.lines().stream(),
                        Stream.of(AWAKE),
                        Visit.LINES.stream(),
                        needs.stream().flatMap(TableNeed::lines),
                        Stream.of(NotesCheck.LINE, ProcurementCheck.LINE),
                        ProductChecks.lines(products, needs),
                        OrderChecks.lines(needs))
                .flatMap(lines -> lines)
                .toList();
    }

    private boolean isAwake(Sheet sheet, Answered answer) {
        if (answer.isWebPage()) {
            sheet.enter(
                    AWAKE,
                    AWAKE.failed(
                            "A web page came where the API answers: "
                                    + (answer.status() == 200
                                            ? "most likely the instance hibernates."
                                            : "something in between answers " + answer.status() + " in its place."),
                            WAKE));
            sheet.skipRestOf(AWAKE);
            return false;
        }
        sheet.enter(AWAKE, AWAKE.passed("The API answers."));
        sheet.enter(ClockCheck.LINE, ClockCheck.of(clock.instant(), answer.date()));
        return true;
    }

    private Optional<ServiceNow> client(Sheet sheet, Trial trial, Function<Authentication, Uni<Void>> keep) {
        try {
            var credentials = ServiceNowCredentials.of(trial.authentication());
            return Optional.of(clients.connect(
                    trial.instance(),
                    () -> Uni.createFrom().item(credentials),
                    renewed -> keep.apply(ServiceNowCredentials.authentication(renewed))));
        } catch (IllegalArgumentException unusable) {
            sheet.enter(
                    Visit.CREDENTIALS,
                    Visit.CREDENTIALS.failed(
                            "No sign-in can be made of them: " + unusable.getMessage() + ".",
                            SignInWords.unusable(trial.authentication().scheme())));
            sheet.skipRestOf(Visit.CREDENTIALS);
            return Optional.empty();
        }
    }
}
