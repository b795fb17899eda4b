package io.nowbridge;

import io.nowbridge.activity.ActivityLog;
import io.nowbridge.activity.Operation;
import io.nowbridge.anomaly.AnomalyEvents;
import io.nowbridge.anomaly.AnomalyPlatforms;
import io.nowbridge.anomaly.AnomalyWakeups;
import io.nowbridge.anomaly.SyncStatus;
import io.nowbridge.connection.Connections;
import io.nowbridge.dynamodb.DynamoDbWebhookIds;
import io.nowbridge.dynamodb.DynamoDbWebhookSecrets;
import io.nowbridge.dynamodb.TableConfig;
import io.nowbridge.order.LookSoon;
import io.nowbridge.order.OrderQueue;
import io.nowbridge.setup.ChangeLog;
import io.nowbridge.sync.TicketWakeups;
import io.nowbridge.template.Templates;
import io.nowbridge.vault.Vault;
import io.nowbridge.webhook.AnomalyIntake;
import io.nowbridge.webhook.Doorkeeper;
import io.nowbridge.webhook.OrderIntake;
import io.nowbridge.webhook.RotateSecrets;
import io.nowbridge.webhook.TicketIntake;
import io.nowbridge.webhook.WebhookIds;
import io.nowbridge.webhook.WebhookSecrets;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.time.InstantSource;
import java.util.UUID;
import java.util.random.RandomGenerator;
import software.amazon.awssdk.services.dynamodb.DynamoDbAsyncClient;

/** How messages of anomaly platforms and desks come in: what checks them and reads them. */
final class IntakeWiring {

    @Produces
    @Singleton
    WebhookSecrets webhookSecrets(DynamoDbAsyncClient dynamoDb, TableConfig tables, Vault vault) {
        return new DynamoDbWebhookSecrets(dynamoDb, tables, vault);
    }

    @Produces
    @Singleton
    WebhookIds webhookIds(DynamoDbAsyncClient dynamoDb, TableConfig tables) {
        return new DynamoDbWebhookIds(dynamoDb, tables);
    }

    @Produces
    @Singleton
    RotateSecrets rotateSecrets(
            Connections connections,
            WebhookSecrets secrets,
            RandomGenerator chance,
            ActivityLog log,
            InstantSource clock) {
        var changes = new ChangeLog(
                log, clock, () -> UUID.randomUUID().toString(), Operation.CONNECTION_CHANGE, "webhookSecrets");
        return new RotateSecrets(connections, secrets, chance, changes, clock);
    }

    @Produces
    @Singleton
    Doorkeeper doorkeeper(WebhookSecrets secrets, WebhookIds ids, InstantSource clock) {
        return new Doorkeeper(secrets, ids, clock);
    }

    @Produces
    @Singleton
    AnomalyIntake anomalyIntake(
            AnomalyPlatforms platforms, Doorkeeper door, AnomalyEvents events, AnomalyWakeups wakeups) {
        return new AnomalyIntake(platforms, door, new SyncStatus(events, wakeups));
    }

    @Produces
    @Singleton
    TicketIntake ticketIntake(Connections connections, Doorkeeper door, TicketWakeups wakeups) {
        return new TicketIntake(connections, door, wakeups);
    }

    @Produces
    @Singleton
    OrderIntake orderIntake(Connections connections, Doorkeeper door, Templates templates, OrderQueue queue) {
        var look = new LookSoon(templates, queue);
        return new OrderIntake(connections, door, (desk, number) -> look.run(desk, number, "webhook"));
    }
}
