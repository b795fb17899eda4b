package io.nowbridge.dynamodb;

import static io.nowbridge.ticket.TicketFixtures.link;
import static org.assertj.core.api.Assertions.assertThat;

import io.nowbridge.ticket.RequestKey;
import io.nowbridge.ticket.TicketClaims;
import io.nowbridge.ticket.TicketClaims.Attempt;
import io.nowbridge.ticket.TicketClaims.Claim;
import io.nowbridge.ticket.TicketClaimsContract;
import io.smallrye.mutiny.Uni;
import java.time.Duration;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class DynamoDbTicketClaimsTest extends TicketClaimsContract {

    @RegisterExtension
    static final RealTables TABLES = new RealTables();

    @Override
    protected TicketClaims emptyStore() {
        TABLES.empty("nowbridge-claims", Set.of("key"));
        return store(LEASE);
    }

    @Test
    void ofFiftyAtOnceOneIsGrantedAndTheRestAreHeldOff() {
        var claims = store(LEASE);
        var key = new RequestKey("given:parallel", "content", "incident");

        var outcomes = Uni.join()
                .all(IntStream.range(0, 50)
                        .mapToObj(number -> claims.claim(key, new Attempt("owner-" + number, link(number)), NOW))
                        .toList())
                .andFailFast()
                .await()
                .indefinitely();

        assertThat(outcomes).filteredOn(Claim.Granted.class::isInstance).hasSize(1);
        assertThat(outcomes).filteredOn(Claim.Held.class::isInstance).hasSize(49);
    }

    @Test
    void ofFiftyThatFindAnEndedLeaseOneTakesOver() {
        var claims = store(Duration.ZERO);
        var key = new RequestKey("given:takeover", "content", "incident");
        claims.claim(key, new Attempt("dead", link(1)), NOW).await().indefinitely();

        var outcomes = Uni.join()
                .all(IntStream.range(0, 50)
                        .mapToObj(number -> store(LEASE).claim(key, new Attempt("owner-" + number, link(number)), NOW))
                        .toList())
                .andFailFast()
                .await()
                .indefinitely();

        assertThat(outcomes).filteredOn(Claim.TakenOver.class::isInstance).hasSize(1);
        assertThat(outcomes).filteredOn(Claim.Held.class::isInstance).hasSize(49);
    }

    private static TicketClaims store(Duration lease) {
        return new DynamoDbTicketClaims(TABLES.client(), TABLES.config(lease, MEMORY));
    }
}
