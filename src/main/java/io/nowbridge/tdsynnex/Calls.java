package io.nowbridge.tdsynnex;

import io.nowbridge.http.Patience;
import io.nowbridge.http.Request;
import io.nowbridge.http.Response;
import io.nowbridge.http.Unanswered;
import io.nowbridge.http.Wire;
import io.nowbridge.tdsynnex.TdSynnexException.Effect;
import io.nowbridge.tdsynnex.TdSynnexException.Unauthorized;
import io.nowbridge.tdsynnex.TdSynnexException.Unavailable;
import io.nowbridge.tdsynnex.TdSynnexException.Unintelligible;
import io.smallrye.mutiny.Uni;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;
import javax.xml.stream.XMLStreamException;

/** Makes calls to one system, which takes the account in the body, and tells answers from everything else. */
final class Calls {

    private final Wire wire;
    private final Supplier<Uni<Account>> account;
    private final Failures failures;
    private final Patience patience;

    Calls(Wire wire, Supplier<Uni<Account>> account, Failures failures, Patience patience) {
        this.wire = wire;
        this.account = account;
        this.failures = failures;
        this.patience = patience;
    }

    /** Makes something of an answer; fails with an {@link IllegalArgumentException} where it is another one than it should be. */
    interface Reader<T> {

        T read(Account account, Element answer);
    }

    /** Asks for what can be asked for again. */
    <T> Uni<T> read(String name, String path, Function<Account, Element> question, Reader<T> reader) {
        return patience.of(() -> once(Attempt.read(name), path, question, reader));
    }

    /** Asks for what must not be asked for again: once, whatever comes of it. */
    <T> Uni<T> write(String name, String path, Function<Account, Element> question, Reader<T> reader) {
        return once(Attempt.write(name), path, question, reader);
    }

    /** Who asks. */
    Uni<Account> account() {
        return Uni.createFrom().deferred(account::get).onFailure().transform(Calls::unread);
    }

    private <T> Uni<T> once(Attempt attempt, String path, Function<Account, Element> question, Reader<T> reader) {
        return account()
                .flatMap(known -> wire.send(Request.xml(path, XmlWriting.of(question.apply(known))))
                        .onFailure(Unanswered.class)
                        .transform(failure -> Failures.silence(attempt, failure))
                        .map(response -> made(attempt, known, response, reader)));
    }

    private <T> T made(Attempt attempt, Account known, Response response, Reader<T> reader) {
        if (response.status() != 200) {
            throw failures.status(attempt, response);
        }
        try {
            var root = XmlReading.of(response.body());
            var words = root.texts("errorMessage", "errorDetail", "faultstring");
            if (!words.isEmpty()) {
                throw Refusals.of(attempt, Words.of(known, String.join(": ", words)));
            }
            return reader.read(known, root);
        } catch (XMLStreamException | IllegalArgumentException e) {
            // Not the cause: it may quote the document, and that the account.
            throw new Unintelligible(
                    attempt.name() + " answered 200 with " + nature(response.body()), attempt.effect(), null);
        }
    }

    private static String nature(String body) {
        var start = body.stripLeading().toLowerCase(Locale.ROOT);
        return start.startsWith("<!doctype html") || start.startsWith("<html")
                ? "a web page"
                : "something other than its XML";
    }

    private static TdSynnexException unread(Throwable failure) {
        return failure instanceof IllegalArgumentException
                ? new Unauthorized("The account cannot be used: " + failure.getMessage(), "")
                : new Unavailable("The account could not be read", "", Optional.empty(), Effect.NONE, failure);
    }
}
