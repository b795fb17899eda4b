package io.nowbridge.http;

import java.io.IOException;
import java.net.ConnectException;
import java.net.UnknownHostException;
import java.util.Objects;
import java.util.stream.Stream;
import javax.net.ssl.SSLHandshakeException;
import org.jspecify.annotations.Nullable;

/** A request that brought no answer; the subtype says how far it came. */
public abstract sealed class Unanswered extends IOException {

    private static final long serialVersionUID = 1;

    private Unanswered(String message, @Nullable Throwable cause) {
        super(message, cause);
    }

    /** It was not sent: the address may not be called. The message says why, in words for people. */
    public static final class Barred extends Unanswered {

        private static final long serialVersionUID = 1;

        Barred(String reason, Throwable cause) {
            super(reason, cause);
        }
    }

    /** It was not sent: the server could not prove that it is the one. */
    public static final class Untrusted extends Unanswered {

        private static final long serialVersionUID = 1;

        private final TlsFlaw flaw;

        Untrusted(TlsFlaw flaw, Throwable cause) {
            super(flaw.words(), cause);
            this.flaw = flaw;
        }

        public TlsFlaw flaw() {
            return flaw;
        }
    }

    /** It was not sent: there is no such host, or nobody listens there. */
    public static final class NobodyListening extends Unanswered {

        private static final long serialVersionUID = 1;

        NobodyListening(Throwable cause) {
            super("nobody listens", cause);
        }
    }

    /** It was not sent, for another reason. */
    public static final class Unsent extends Unanswered {

        private static final long serialVersionUID = 1;

        Unsent(Throwable cause) {
            super("no address was found", cause);
        }
    }

    /** It may have been sent, and may be worked on still. */
    public static final class Silent extends Unanswered {

        private static final long serialVersionUID = 1;

        Silent(Throwable cause) {
            super("no answer came", cause);
        }
    }

    /** It was answered at such length that nobody read it to the end. */
    public static final class TooLong extends Unanswered {

        private static final long serialVersionUID = 1;

        TooLong(String message) {
            super(message, null);
        }
    }

    /** Of a request whose address is not known yet. */
    static Unanswered unsent(Throwable failure) {
        var known = of(failure);
        return known instanceof Silent ? new Unsent(failure) : known;
    }

    static Unanswered of(Throwable failure) {
        return switch (failure) {
            case Unanswered known -> known;
            case SecurityException judgement -> new Barred(String.valueOf(judgement.getMessage()), judgement);
            case Throwable e when isCausedBy(SSLHandshakeException.class, e) -> new Untrusted(TlsFlaw.of(e), e);
            case Throwable e
            when isCausedBy(ConnectException.class, e) || isCausedBy(UnknownHostException.class, e) ->
                new NobodyListening(e);
            case Throwable e -> new Silent(e);
        };
    }

    private static boolean isCausedBy(Class<? extends Throwable> type, Throwable failure) {
        return Stream.iterate(failure, Objects::nonNull, Throwable::getCause).anyMatch(type::isInstance);
    }
}
