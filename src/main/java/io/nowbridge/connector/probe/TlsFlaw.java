package io.nowbridge.connector.probe;

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
    EXPIRED,
    NOT_YET_VALID,
    UNKNOWN_ISSUER,
    OTHER_HOST,
    /** What listens there does not speak TLS at all. */
    NO_TLS,
    /** No version or cipher in common, or the handshake broke off. */
    NO_AGREEMENT;

    /** What the JDK says of a handshake that failed. */
    static TlsFlaw of(Throwable handshake) {
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
            when String.valueOf(e.getMessage()).startsWith("No ") -> Optional.of(OTHER_HOST);
            case NotSslRecordException e -> Optional.of(NO_TLS);
            default -> Optional.empty();
        };
    }
}
