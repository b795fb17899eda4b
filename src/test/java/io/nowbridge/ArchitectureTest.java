package io.nowbridge;

import static com.tngtech.archunit.core.domain.JavaCall.Predicates.target;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.core.domain.properties.HasName.Predicates.nameMatching;
import static com.tngtech.archunit.core.domain.properties.HasOwner.Predicates.With.owner;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.importer.ImportOption.DoNotIncludeTests;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import java.time.Clock;
import java.time.Instant;
import java.util.Random;
import java.util.UUID;
import java.util.stream.Stream;

@AnalyzeClasses(packages = "io.nowbridge", importOptions = DoNotIncludeTests.class)
class ArchitectureTest {

    @ArchTest
    static final ArchRule anomaliesUseTheJdkMutinyAndTheSettledConceptsOnly = uses("anomaly");

    @ArchTest
    static final ArchRule ticketsUseTheSameAndAnomalies = uses("ticket", "anomaly");

    @ArchTest
    static final ArchRule deliveriesUseTheSameAndTickets = uses("delivery", "anomaly", "ticket");

    @ArchTest
    static final ArchRule rulesUseTheSameAndDeliveries = uses("rule", "anomaly", "ticket", "delivery", "sync", "setup");

    @ArchTest
    static final ArchRule keepingInStepUsesTheSame = uses("sync", "anomaly", "ticket", "delivery");

    @ArchTest
    static final ArchRule theLogUsesTheSettledConceptsAndCountsWhatTheWireSends = uses("activity", "http");

    @ArchTest
    static final ArchRule theOverviewUsesDeliveriesToo = uses("overview", "delivery");

    @ArchTest
    static final ArchRule productsUseTheSameAndTemplates = uses("product", "template", "budget");

    @ArchTest
    static final ArchRule ordersUseTheSameAndProducts = uses("order", "product", "template", "budget");

    @ArchTest
    static final ArchRule budgetsUseTheSettledConceptsOnly = uses("budget");

    @ArchTest
    static final ArchRule exportsUseTheSettledConceptsOnly = uses("export");

    @ArchTest
    static final ArchRule theSetUpUsesTheSameAndPages = classes()
            .that()
            .resideInAPackage("..nowbridge.setup..")
            .should()
            .onlyDependOnClassesThat()
            .resideInAnyPackage(
                    "java..",
                    "org.jspecify..",
                    "io.smallrye.mutiny..",
                    "..nowbridge.setup..",
                    "..nowbridge.activity..",
                    "..nowbridge.connection..",
                    "..nowbridge.access..",
                    "..nowbridge.paging..");

    @ArchTest
    static final ArchRule templatesUseTheSameAndReadCrontabLinesByTheLibrary = classes()
            .that()
            .resideInAPackage("..nowbridge.template..")
            .should()
            .onlyDependOnClassesThat()
            .resideInAnyPackage(
                    "java..",
                    "org.jspecify..",
                    "io.smallrye.mutiny..",
                    "com.cronutils..",
                    "..nowbridge.template..",
                    "..nowbridge.setup..",
                    "..nowbridge.activity..",
                    "..nowbridge.connection..",
                    "..nowbridge.access..",
                    "..nowbridge.paging..");

    @ArchTest
    static final ArchRule webhooksAreJudgedAndReadByTheJdkAndJackson = classes()
            .that()
            .resideInAPackage("..nowbridge.webhook..")
            .should()
            .onlyDependOnClassesThat()
            .resideInAnyPackage(
                    "java..",
                    "javax.crypto..",
                    "org.jspecify..",
                    "io.smallrye.mutiny..",
                    "com.fasterxml.jackson..",
                    "..nowbridge.webhook..",
                    "..nowbridge.anomaly..",
                    "..nowbridge.ticket..",
                    "..nowbridge.sync..",
                    "..nowbridge.setup..",
                    "..nowbridge.activity..",
                    "..nowbridge.connection..",
                    "..nowbridge.access..");

    @ArchTest
    static final ArchRule filesKnowExportsAndRunsOnly = knowsNothingOfOurs("files", "export", "product");

    @ArchTest
    static final ArchRule theServiceNowClientKnowsNothingOfOursButTheWire = knowsNothingOfOurs("servicenow", "http");

    @ArchTest
    static final ArchRule theQualyticsClientKnowsNothingOfOursButTheWire = knowsNothingOfOurs("qualytics", "http");

    @ArchTest
    static final ArchRule theTdSynnexClientKnowsNothingOfOursButTheWire = knowsNothingOfOurs("tdsynnex", "http");

    @ArchTest
    static final ArchRule inboxesKnowTheWireAndConnectionsOnly = knowsNothingOfOurs("inbox", "http", "connection");

    @ArchTest
    static final ArchRule theWireKnowsNothingOfOurs = knowsNothingOfOurs("http");

    @ArchTest
    static final ArchRule theVaultKnowsNothingOfOurs = knowsNothingOfOurs("vault");

    @ArchTest
    static final ArchRule theEgressKnowsNothingOfOurs = knowsNothingOfOurs("egress");

    @ArchTest
    static final ArchRule nothingReachesTheLocalRun = noClasses()
            .that()
            .resideOutsideOfPackage("..nowbridge.local..")
            .should()
            .dependOnClassesThat()
            .resideInAPackage("..nowbridge.local..");

    @ArchTest
    static final ArchRule storesAndConnectorsAreReachedByTheWiringOnly = noClasses()
            .that()
            .haveNameNotMatching("io\\.nowbridge\\.\\w*Wiring")
            .and()
            .resideOutsideOfPackages("..nowbridge.dynamodb..", "..nowbridge.connector..", "..nowbridge.sqs..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("..nowbridge.dynamodb..", "..nowbridge.connector..", "..nowbridge.sqs..");

    @ArchTest
    static final ArchRule filesAreReachedByTheWiringAndTheLocalRunOnly = noClasses()
            .that()
            .haveNameNotMatching("io\\.nowbridge\\.\\w*Wiring")
            .and()
            .resideOutsideOfPackages("..nowbridge.files..", "..nowbridge.local..")
            .should()
            .dependOnClassesThat()
            .resideInAPackage("..nowbridge.files..");

    @ArchTest
    static final ArchRule packagesAreNotInCycles =
            slices().matching("io.nowbridge.(*)..").should().beFreeOfCycles();

    @ArchTest
    static final ArchRule onlyTheEdgesAwait = noClasses()
            .that()
            .resideOutsideOfPackages("..nowbridge.lambda..", "..nowbridge.local..")
            .should()
            .callMethodWhere(target(nameMatching("await|subscribeAsCompletionStage|toIterable|toStream"))
                    .and(target(owner(resideInAPackage("io.smallrye.mutiny..")))));

    @ArchTest
    static final ArchRule onlyTheWiringKnowsTimeChanceAndEnvironment = noClasses()
            .that()
            .haveNameNotMatching("io\\.nowbridge\\.\\w*Wiring")
            .and()
            .resideOutsideOfPackage("..nowbridge.local..")
            .should()
            .callMethod(Instant.class, "now")
            .orShould()
            .callMethod(Clock.class, "systemUTC")
            .orShould()
            .callMethod(Clock.class, "systemDefaultZone")
            .orShould()
            .callMethod(System.class, "currentTimeMillis")
            .orShould()
            .callMethod(System.class, "nanoTime")
            .orShould()
            .callMethod(System.class, "getenv", String.class)
            .orShould()
            .callMethod(System.class, "getProperty", String.class)
            .orShould()
            .callMethod(UUID.class, "randomUUID")
            .orShould()
            .callMethod(Math.class, "random")
            .orShould()
            .callConstructor(Random.class);

    @ArchTest
    static final ArchRule noRoomHasANameThatSaysNothing = noClasses()
            .should()
            .haveSimpleNameEndingWith("Util")
            .orShould()
            .haveSimpleNameEndingWith("Utils")
            .orShould()
            .haveSimpleNameEndingWith("Helper")
            .orShould()
            .haveSimpleNameEndingWith("Manager")
            .orShould()
            .haveSimpleNameEndingWith("Impl")
            .orShould()
            .resideInAnyPackage("..util..", "..common..", "..core..", "..shared..", "..model..", "..dto..", "..impl..");

    private static ArchRule uses(String room, String... others) {
        var settled = Stream.of("activity", "connection", "access", "paging");
        var ours = Stream.of(Stream.of(room), Stream.of(others), settled)
                .flatMap(rooms -> rooms)
                .map(name -> "..nowbridge." + name + "..");
        var outside = Stream.of("java..", "org.jspecify..", "io.smallrye.mutiny..");
        return classes()
                .that()
                .resideInAPackage("..nowbridge." + room + "..")
                .should()
                .onlyDependOnClassesThat()
                .resideInAnyPackage(Stream.concat(outside, ours).toArray(String[]::new));
    }

    private static ArchRule knowsNothingOfOurs(String room, String... but) {
        var known = Stream.concat(Stream.of(room), Stream.of(but))
                .map(name -> "..nowbridge." + name + "..")
                .toArray(String[]::new);
        return noClasses()
                .that()
                .resideInAPackage("..nowbridge." + room + "..")
                .should()
                .dependOnClassesThat(
                        resideInAPackage("io.nowbridge..").and(DescribedPredicate.not(resideInAnyPackage(known))));
    }
}
