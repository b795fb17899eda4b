package io.nowbridge.local.servicenow;

import io.vertx.core.json.DecodeException;
import io.vertx.core.json.JsonObject;

/** {@code GET} and {@code PUT /__settings}: how this instance differs from one fresh out of the box. */
final class SettingsPage {

    private final Instance instance;

    SettingsPage(Instance instance) {
        this.instance = instance;
    }

    Answer answer(Call call) {
        return switch (call.verb()) {
            case "GET" -> Answer.json(200, instance.settings().toJson());
            case "PUT" -> replace(call);
            default -> throw ContentRules.methodNotAllowed(call);
        };
    }

    private Answer replace(Call call) {
        try {
            var json = new JsonObject(call.body());
            var unknown = Settings.unknownKeys(json);
            if (!unknown.isEmpty()) {
                throw Refusal.withoutDetail(400, "No such settings: " + String.join(", ", unknown));
            }
            instance.currentSettings().set(Settings.parse(json));
            Settings.texts(json.getJsonObject("properties", new JsonObject()))
                    .forEach((name, value) -> instance.properties().set(name, value, instance.sysIds()));
            return Answer.json(200, instance.settings().toJson());
        } catch (DecodeException | ClassCastException unreadable) {
            throw Refusal.withoutDetail(400, "Settings: " + unreadable.getMessage());
        }
    }
}
