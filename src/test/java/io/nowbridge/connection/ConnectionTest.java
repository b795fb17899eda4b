package io.nowbridge.connection;

import static io.nowbridge.connection.ConnectionFixtures.CREDENTIALS;
import static io.nowbridge.connection.ConnectionFixtures.NOW;
import static io.nowbridge.connection.ConnectionFixtures.connection;
import static io.nowbridge.connection.ConnectionFixtures.disabled;
import static io.nowbridge.connection.ConnectionFixtures.disconnected;
import static org.assertj.core.api.Assertions.assertThat;

import io.nowbridge.connection.Connection.State;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class ConnectionTest {

    private static final Connection WELL = connection("prod");
    private static final Connection FAILING = WELL.found(new Health.Failing(NOW, "It is hibernating"));

    static Stream<Arguments> states() {
        return Stream.of(
                Arguments.of(WELL, State.CONNECTED, true),
                // The cause may have passed.
                Arguments.of(FAILING, State.ERROR, true),
                Arguments.of(WELL.found(new Health.Unproven("Nobody has tried")), State.NOT_CONNECTED, false),
                Arguments.of(disabled(WELL), State.DISABLED, false),
                Arguments.of(disabled(FAILING), State.DISABLED, false),
                Arguments.of(disconnected(WELL), State.NOT_CONNECTED, false),
                Arguments.of(disabled(disconnected(WELL)), State.NOT_CONNECTED, false));
    }

    @ParameterizedTest
    @MethodSource("states")
    void workFlowsOverWhatIsConnectedOrAtLeastWas(Connection connection, State state, boolean open) {
        assertThat(connection.state()).isEqualTo(state);
        assertThat(connection.isOpen()).isEqualTo(open);
    }

    @Test
    void nothingOfTheCredentialsShowsInTheirText() {
        assertThat(CREDENTIALS).hasToString("Authentication[scheme=basic]");
    }
}
