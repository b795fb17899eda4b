package io.nowbridge.local.servicenow;

import io.nowbridge.local.servicenow.InputValues.Reading;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Creates, changes and deletes records, business rules and journals included. */
final class RecordWriter {

    private static final Pattern SYS_ID = Pattern.compile("[0-9A-Za-z]{32}");

    private final Instance instance;
    private final InputValues input;
    private final Webhook webhook;
    private final List<BusinessRule> rules;

    RecordWriter(Instance instance, Webhook webhook) {
        this.instance = instance;
        this.webhook = webhook;
        this.input = new InputValues(instance);
        // Last the rules that abort, so that they see the record as it would be stored.
        this.rules = List.of(
                new UserNameRule(),
                new StateRules(),
                new PriorityRule(instance),
                new ReceivedOrders(instance.records()),
                new DataPolicy(() -> instance.settings().dataPolicyOnResolve()),
                new ChangeTransitions(),
                new ScriptedRules(instance));
    }

    Row insert(Table table, Map<String, Object> body, Request request) {
        return insert(table, body, Reading.of(request), request.now());
    }

    Row insert(Table table, Map<String, Object> body, Reading reading, Instant now) {
        instance.access().requireCreate(reading.caller(), table);
        var sent = input.read(table, body, reading);
        var values = initial(table, reading.caller(), now);
        values.putAll(withoutJournals(table, sent));
        sentKey(body).ifPresent(id -> values.put("sys_id", id));
        table.numberPrefix()
                .filter(prefix -> values.getOrDefault("number", "").isEmpty())
                .ifPresent(prefix -> values.put("number", instance.records().nextNumber(prefix)));
        var row = applied(Optional.empty(), new Row(table.name(), values), sent, reading, now);
        // Tables that extend one another share their keys.
        if (instance.records().find(table.lineage().getLast(), row.sysId()).isPresent()) {
            throw Refusal.operationFailed("Error during insert of %s (%s)"
                    .formatted(table.name(), instance.display().of(row)));
        }
        instance.records().put(row);
        writeJournals(table, row, sent, reading.caller(), now);
        return row;
    }

    Row update(Row before, Map<String, Object> body, Request request) {
        var reading = Reading.of(request);
        var table = instance.schema().table(before.table());
        instance.access().requireUpdate(reading.caller(), table);
        var sent = input.read(table, body, reading);
        var row = applied(Optional.of(before), before.with(withoutJournals(table, sent)), sent, reading, request.now());
        // What changes nothing is not written at all, and leaves the time and the count of changes alone.
        if (row.equals(before) && journals(table, sent).findAny().isEmpty()) {
            return before;
        }
        var stored = reading.systemFields() ? row : stamped(before, row, reading.caller(), request.now());
        instance.records().put(stored);
        writeJournals(table, stored, sent, reading.caller(), request.now());
        webhook.changed(stored);
        return stored;
    }

    void delete(Row row, Request request) {
        instance.access().requireDelete(request.caller(), instance.schema().table(row.table()));
        instance.records().remove(row);
        instance.journal().forget(row);
        instance.attachments().forget(row);
    }

    // The key of a new record may be chosen by the caller: a repeat then meets its own record.
    private Optional<String> sentKey(Map<String, Object> body) {
        return Optional.ofNullable(body.get("sys_id"))
                .filter(sent -> !instance.settings().ignoreSentSysId())
                .map(Object::toString)
                .filter(id -> SYS_ID.matcher(id).matches());
    }

    private Row applied(Optional<Row> before, Row row, Map<String, String> sent, Reading reading, Instant now) {
        var applied = row;
        for (var rule : rules) {
            var change = new BusinessRule.Change(
                    instance.schema().table(row.table()), before, applied, sent, reading.caller(), Times.text(now));
            applied = rule.apply(change);
        }
        return applied;
    }

    private Map<String, String> initial(Table table, Caller caller, Instant now) {
        var values = new LinkedHashMap<String, String>();
        table.columns().values().stream()
                .filter(column -> !column.initial().isEmpty())
                .forEach(column -> values.put(column.name(), column.initial()));
        var time = Times.text(now);
        var maintained = Map.of(
                "sys_id", instance.sysIds().next(),
                "sys_class_name", table.name(),
                "sys_created_on", time,
                "sys_created_by", caller.userName(),
                "sys_updated_on", time,
                "sys_updated_by", caller.userName(),
                "sys_mod_count", "0",
                "opened_at", time,
                "opened_by", caller.sysId());
        maintained.forEach((name, value) -> table.column(name).ifPresent(column -> values.put(name, value)));
        return values;
    }

    private static Row stamped(Row before, Row row, Caller caller, Instant now) {
        var count = Comparison.number(before.value("sys_mod_count"))
                .map(number -> number.intValue() + 1)
                .orElse(1);
        return row.with(Map.of(
                "sys_updated_on", Times.text(now),
                "sys_updated_by", caller.userName(),
                "sys_mod_count", String.valueOf(count)));
    }

    private static Map<String, String> withoutJournals(Table table, Map<String, String> sent) {
        var values = new LinkedHashMap<>(sent);
        values.keySet()
                .removeIf(name -> table.column(name).filter(Column::isJournal).isPresent());
        return values;
    }

    private static Stream<Column> journals(Table table, Map<String, String> sent) {
        return table.columns().values().stream()
                .filter(Column::isJournal)
                .filter(column -> !sent.getOrDefault(column.name(), "").isEmpty());
    }

    private void writeJournals(Table table, Row row, Map<String, String> sent, Caller caller, Instant now) {
        journals(table, sent)
                .forEach(column -> instance.journal()
                        .append(row, column.name(), sent.getOrDefault(column.name(), ""), caller.userName(), now));
    }
}
