package io.nowbridge.connector.csv;

import io.nowbridge.connection.Authentication;
import io.nowbridge.inbox.WebFile;

/** A price list on its distributor's own server, and how it is asked for. */
public final class CsvFile {

    private CsvFile() {}

    /** Fails with an {@link IllegalArgumentException}, in words for people, where the credentials are of no use. */
    public static WebFile of(String path, Authentication given) {
        return switch (given.scheme()) {
            case "none" -> WebFile.open(path);
            case "basic" -> WebFile.basic(path, given.required("username"), given.required("password"));
            case "token" -> WebFile.token(path, given.required("token"));
            default -> throw new IllegalArgumentException("a price list knows no sign-in " + given.scheme());
        };
    }
}
