package io.nowbridge.lambda;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.nowbridge.activity.Activity;
import io.nowbridge.export.Rows;
import jakarta.inject.Singleton;
import java.io.UncheckedIOException;

/** Entries as the API answers them, one on each line. */
@Singleton
public final class NdjsonRows implements Rows {

    private final ObjectMapper json;

    NdjsonRows(ObjectMapper json) {
        this.json = json;
    }

    @Override
    public String head() {
        return "";
    }

    @Override
    public String row(Activity entry) {
        try {
            return json.writeValueAsString(EntryReply.of(entry)) + "\n";
        } catch (JsonProcessingException e) {
            throw new UncheckedIOException(e);
        }
    }
}
