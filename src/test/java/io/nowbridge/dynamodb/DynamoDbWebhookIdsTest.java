package io.nowbridge.dynamodb;

import io.nowbridge.webhook.WebhookIds;
import io.nowbridge.webhook.WebhookIdsContract;
import java.time.Duration;
import java.util.Set;
import org.junit.jupiter.api.extension.RegisterExtension;

class DynamoDbWebhookIdsTest extends WebhookIdsContract {

    @RegisterExtension
    static final RealTables TABLES = new RealTables();

    @Override
    protected WebhookIds emptyStore() {
        TABLES.empty("nowbridge-claims", Set.of("key"));
        return new DynamoDbWebhookIds(TABLES.client(), TABLES.config(Duration.ZERO, Duration.ZERO));
    }
}
