package io.nowbridge.local;

import static io.nowbridge.local.standin.Html.escape;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.nowbridge.local.standin.Html;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Collectors;

/** Where one chooses whom to be. Each choice posts what the identity provider takes for a sign-in: a name and claims. */
final class SignInPage {

    // Easy to hit with a thumb.
    private static final String STYLE = """
            <style>
            button { font: inherit; text-align: left; width: 100%; max-width: 28rem; padding: .75rem 1rem; cursor: pointer; }
            button small { display: block; opacity: .75; }
            form { margin: .75rem 0; }
            </style>
            """;

    private static final ObjectMapper JSON = new ObjectMapper();

    private SignInPage() {}

    /** The page in a file, which is how the provider wants it. */
    static Path write() {
        try {
            var file = Files.createTempFile("nowbridge-sign-in", ".html");
            file.toFile().deleteOnExit();
            return Files.writeString(file, page());
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot write the sign-in page", e);
        }
    }

    private static String page() {
        var choices = Person.ALL.stream().map(SignInPage::choice).collect(Collectors.joining("\n"));
        return Html.page(
                "Sign in to Nowbridge", STYLE + choices, "Stand-in of an identity provider: no password is asked.");
    }

    // Without an action: to where the page came from, whose query says what the console asked for.
    private static String choice(Person person) {
        return """
            <form method="post">
            <input type="hidden" name="username" value="%s">
            <input type="hidden" name="claims" value="%s">
            <button>%s<small>%s</small></button>
            </form>""".formatted(
                        escape(person.subject()),
                        escape(claims(person).toString()),
                        escape(person.name()),
                        escape(person.about()));
    }

    private static ObjectNode claims(Person person) {
        var claims = JSON.createObjectNode().put("name", person.name());
        claims.putArray("roles").add(person.role());
        claims.set("teams", JSON.valueToTree(person.teams()));
        return claims;
    }
}
