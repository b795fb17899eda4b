package io.nowbridge.local;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.Socket;
import org.junit.jupiter.api.Test;

class LocalDynamoDbTest {

    private static final int PATIENCE_MILLIS = 2_000;

    @Test
    void theTablesAreReachedFromThisMachineOnly() {
        try (var dynamoDb = LocalDynamoDb.passing()) {
            assertThatCode(() -> knock("localhost", dynamoDb.port())).doesNotThrowAnyException();
            // Also an address of this machine, but not the one that it listens at: it stands for any other here.
            assertThatThrownBy(() -> knock("127.0.0.2", dynamoDb.port())).isInstanceOf(IOException.class);
        }
    }

    private static void knock(String host, int port) throws IOException {
        try (var socket = new Socket()) {
            socket.connect(new InetSocketAddress(host, port), PATIENCE_MILLIS);
        }
    }
}
