package io.nowbridge;

import io.nowbridge.activity.ActivityLog;
import io.nowbridge.activity.Operation;
import io.nowbridge.connection.Connections;
import io.nowbridge.delivery.DeliveryQueue;
import io.nowbridge.delivery.TicketUpdates;
import io.nowbridge.dynamodb.DynamoDbRecurrences;
import io.nowbridge.dynamodb.DynamoDbRules;
import io.nowbridge.dynamodb.DynamoDbStormBrake;
import io.nowbridge.dynamodb.TableConfig;
import io.nowbridge.rule.ApplyRules;
import io.nowbridge.rule.RuleId;
import io.nowbridge.rule.Rules;
import io.nowbridge.rule.SaveRule;
import io.nowbridge.rule.TryRule;
import io.nowbridge.setup.ChangeLog;
import io.nowbridge.sync.Marks;
import io.nowbridge.sync.OpeningRules;
import io.nowbridge.sync.OwnStates;
import io.nowbridge.ticket.CreateTicket;
import io.nowbridge.ticket.TicketDesks;
import io.nowbridge.ticket.TicketLinks;
import io.nowbridge.ticket.TicketWording;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.time.InstantSource;
import java.util.UUID;
import software.amazon.awssdk.services.dynamodb.DynamoDbAsyncClient;

/** What opens tickets without a hand. */
final class RuleWiring {

    @Produces
    @Singleton
    Rules rules(DynamoDbAsyncClient dynamoDb, TableConfig tables) {
        return new DynamoDbRules(dynamoDb, tables);
    }

    @Produces
    @Singleton
    SaveRule saveRule(
            Rules rules, Connections connections, TicketWording wording, ActivityLog log, InstantSource clock) {
        var changes =
                new ChangeLog(log, clock, () -> UUID.randomUUID().toString(), Operation.RULE_CHANGE, "openingRules");
        return new SaveRule(
                rules,
                connections,
                wording,
                changes,
                () -> new RuleId(UUID.randomUUID().toString()),
                clock);
    }

    @Produces
    @Singleton
    TryRule tryRule(Rules rules, TicketWording wording) {
        return new TryRule(rules, wording);
    }

    @Produces
    @Singleton
    OpeningRules openingRules(
            Rules rules,
            DynamoDbAsyncClient dynamoDb,
            TableConfig tables,
            TicketLinks links,
            TicketDesks desks,
            CreateTicket createTicket,
            TicketUpdates updates,
            DeliveryQueue queue,
            Marks marks,
            TicketWording wording,
            ActivityLog log,
            InstantSource clock) {
        return new ApplyRules(new ApplyRules.Parts(
                rules,
                new DynamoDbStormBrake(dynamoDb, tables),
                new DynamoDbRecurrences(dynamoDb, tables),
                links,
                desks,
                createTicket,
                updates,
                queue,
                new OwnStates(marks, clock),
                wording,
                log,
                clock));
    }
}
