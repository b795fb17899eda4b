package io.nowbridge.dynamodb;

import static io.nowbridge.product.RunFixtures.NOW;
import static io.nowbridge.product.RunFixtures.next;
import static io.nowbridge.product.RunFixtures.run;
import static org.assertj.core.api.Assertions.assertThat;

import io.nowbridge.product.Run.Progress;
import io.nowbridge.product.Run.State;
import io.nowbridge.product.RunId;
import io.nowbridge.product.Runs;
import io.nowbridge.product.Runs.Starting.Started;
import io.nowbridge.product.RunsContract;
import io.smallrye.mutiny.Uni;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.IntFunction;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import software.amazon.awssdk.services.dynamodb.DynamoDbAsyncClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

class DynamoDbRunsTest extends RunsContract {

    @RegisterExtension
    static final RealTables TABLES = new RealTables();

    @Override
    protected Runs emptyStore() {
        TABLES.empty("nowbridge-products", Set.of("pk", "sk"));
        return store(TABLES.client());
    }

    @Test
    void ofTwentyThatStartAtOnceOneIsUnderWay() {
        var runs = store(TABLES.client());

        var started = together(20, number -> runs.start(run("run-" + number)));

        assertThat(started).filteredOn(new Started()::equals).hasSize(1);
        assertThat(runs.open().await().indefinitely()).hasSize(1);
    }

    @Test
    void ofTwentyThatTakeARunAtOnceOnePlansIt() {
        var runs = store(TABLES.client());
        runs.start(run("one")).await().indefinitely();

        var taken = together(20, number -> runs.take(new RunId("one"), "w" + number, NOW, UNTIL));

        assertThat(taken.stream().flatMap(run -> run.stream())).hasSize(1);
        assertThat(runs.find(new RunId("one"))
                        .await()
                        .indefinitely()
                        .orElseThrow()
                        .attempt())
                .isOne();
    }

    @Test
    void whoeverHasTakenARunAndNeverHeardOfItFindsItTaken() {
        var runs = store(TABLES.client());
        runs.start(run("one")).await().indefinitely();
        var unheard = runs.take(new RunId("one"), "w1", NOW, UNTIL).await().indefinitely();

        var again = runs.take(new RunId("one"), "w1", NOW, UNTIL).await().indefinitely();

        assertThat(again).isPresent().isEqualTo(unheard);
    }

    @Test
    void whatDiedBeforeItWroteHasLeftNothing() {
        var dying = store(DyingClient.before("transactWriteItems", TABLES.client()));

        assertThat(dying.start(run("one")).onFailure().recoverWithNull().await().indefinitely())
                .isNull();

        assertThat(TABLES.items("nowbridge-products")).isEmpty();
    }

    @Test
    void onlyWhatHasEndedExpiresNinetyDaysAfter() {
        var runs = store(TABLES.client());
        runs.start(run("one")).await().indefinitely();
        assertThat(expiries()).isEmpty();

        runs.change(next(run("one"), State.ENDED, Progress.NONE)).await().indefinitely();

        assertThat(TABLES.items("nowbridge-products")).hasSize(2);
        assertThat(expiries())
                .hasSize(2)
                .containsOnly(NOW.plus(Duration.ofDays(90)).getEpochSecond());
    }

    private static List<Long> expiries() {
        return TABLES.items("nowbridge-products").stream()
                .filter(item -> item.containsKey("expiresAtEpochSeconds"))
                .map(DynamoDbRunsTest::expiry)
                .toList();
    }

    private static Long expiry(Map<String, AttributeValue> item) {
        return Attributes.number(item, "expiresAtEpochSeconds");
    }

    private static <T> List<T> together(int count, IntFunction<Uni<T>> each) {
        return Uni.join()
                .all(IntStream.range(0, count).mapToObj(each).toList())
                .andFailFast()
                .await()
                .indefinitely();
    }

    private static Runs store(DynamoDbAsyncClient client) {
        return new DynamoDbRuns(client, TABLES.config(Duration.ZERO, Duration.ZERO));
    }
}
