package io.nowbridge.ticket;

import io.nowbridge.anomaly.Anomaly;
import io.nowbridge.connection.TicketSettings;
import java.util.Map;

/**
 * Words the descriptions of new tickets: by the template of the desk's connection, whose placeholders are {@code
 * anomaly.<}{@linkplain AnomalyValues value}{@code >}, {@code words} for what the person wrote and {@code platform}; without
 * a template, the person's words with the anomaly's context below.
 */
final class Descriptions {

    private final TicketWording wording;

    Descriptions(TicketWording wording) {
        this.wording = wording;
    }

    Description of(String words, Anomaly anomaly, TicketSettings settings, int length) {
        var usual = Description.of(words, anomaly, length);
        // A template that was accepted once may not be a template to a later version of us.
        return settings.descriptionTemplate()
                .map(template -> wording.flaw(template)
                        .map(flaw -> usual.warning(new Warning(
                                "description", "The connection's descriptionTemplate was not used: it " + flaw)))
                        .orElseGet(() -> filled(template, words, anomaly, settings, length)))
                .orElse(usual);
    }

    private Description filled(String template, String words, Anomaly anomaly, TicketSettings settings, int length) {
        var values = Map.of(
                "anomaly", AnomalyValues.of(anomaly), "words", words, "platform", (Object) settings.platformName());
        return Description.of(wording.fill(template, values), length);
    }
}
