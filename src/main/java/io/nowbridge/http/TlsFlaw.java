package io.nowbridge.http;

import io.netty.handler.ssl.NotSslRecordException;
import java.security.cert.CertPathBuilderException;
import java.security.cert.CertificateException;
import java.security.cert.CertificateExpiredException;
import java.security.cert.CertificateNotYetValidException;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;

/** Why the TLS of a server cannot be trusted. */
public enum TlsFlaw {
    EXPIRED("a certificate that has expired"),
    NOT_YET_VALID("a certificate that is not valid yet"),
    UNKNOWN_ISSUER("a certificate of an unknown issuer"),
    OTHER_HOST("a certificate for another host name"),
    /** What listens there does not speak TLS at all. */
    NO_TLS("no TLS"),
    /** No version or cipher in common, or the handshake broke off. */
    NO_AGREEMENT("no TLS that we could agree on");

    private final String words;

    TlsFlaw(String words) {
        this.words = words;
    }

    /** What the server showed, for people to read. */
    public String words() {
        return words;
    }

    /** What the JDK says of a handshake that failed. */
    public static TlsFlaw of(Throwable handshake) {
        return Stream.iterate(handshake, Objects::nonNull, Throwable::getCause)
                .flatMap(cause -> named(cause).stream())
                .findFirst()
                .orElse(NO_AGREEMENT);
    }

    private static Optional<TlsFlaw> named(Throwable cause) {
        return switch (cause) {
            case CertificateExpiredException e -> Optional.of(EXPIRED);
            case CertificateNotYetValidException e -> Optional.of(NOT_YET_VALID);
            case CertPathBuilderException e -> Optional.of(UNKNOWN_ISSUER);
            // The JDK has no type of its own for it: "No subject alternative DNS name matching", "No name matching".
            case CertificateException e
            when String.valueOf(e.getMessage()).matches("No .*(found|present).*") -> Optional.of(OTHER_HOST);
            case NotSslRecordException e -> Optional.of(NO_TLS);
            default -> Optional.empty();
        };
    }
}
