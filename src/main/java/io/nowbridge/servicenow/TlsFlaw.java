package io.nowbridge.servicenow;

import java.security.cert.CertPathBuilderException;
import java.security.cert.CertificateException;
import java.security.cert.CertificateExpiredException;
import java.security.cert.CertificateNotYetValidException;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** What was wrong with the TLS of whoever answered, as far as the JDK tells. */
final class TlsFlaw {

    private TlsFlaw() {}

    static String of(Throwable handshake) {
        return causes(handshake)
                .map(TlsFlaw::named)
                .filter(Objects::nonNull)
                .findFirst()
                .orElse("no trustworthy TLS");
    }

    private static @Nullable String named(Throwable cause) {
        return switch (cause) {
            case CertificateExpiredException e -> "a certificate that has expired";
            case CertificateNotYetValidException e -> "a certificate that is not valid yet";
            case CertPathBuilderException e -> "a certificate of an unknown issuer";
            // The JDK has no type of its own for it: "No subject alternative DNS name matching", "No name matching".
            case CertificateException e
            when String.valueOf(e.getMessage()).matches("No .*(found|present).*") ->
                "a certificate for another host name";
            default -> null;
        };
    }

    private static Stream<Throwable> causes(Throwable failure) {
        return Stream.iterate(failure, Objects::nonNull, Throwable::getCause);
    }
}
