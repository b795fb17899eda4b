package io.nowbridge.servicenow;

import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpServerOptions;
import io.vertx.core.net.PemKeyCertOptions;
import io.vertx.core.net.PemTrustOptions;
import java.math.BigInteger;
import java.security.KeyPair;
import java.time.Duration;
import java.time.Instant;
import java.util.Date;
import java.util.UUID;
import javax.security.auth.x500.X500Principal;
import org.bouncycastle.asn1.x509.BasicConstraints;
import org.bouncycastle.asn1.x509.Extension;
import org.bouncycastle.asn1.x509.GeneralName;
import org.bouncycastle.asn1.x509.GeneralNames;
import org.bouncycastle.cert.X509v3CertificateBuilder;
import org.bouncycastle.cert.jcajce.JcaX509v3CertificateBuilder;
import org.bouncycastle.operator.jcajce.JcaContentSignerBuilder;

/** An authority that gives out certificates for one test, a thousand days old. */
final class Authority {

    private final X500Principal name = new X500Principal("CN=Authority " + UUID.randomUUID());
    private final Instant now = Instant.now();
    private final KeyPair keys;

    Authority() throws Exception {
        keys = Keys.rsa();
    }

    /** Trust in all that it certifies. */
    PemTrustOptions trust() throws Exception {
        var root = builder(name, keys, Duration.ofDays(1))
                .addExtension(Extension.basicConstraints, true, new BasicConstraints(true));
        return new PemTrustOptions().addCertValue(signed(root));
    }

    /** A server with this name, certified for {@code life} from now on. */
    HttpServerOptions server(String name, Duration life) throws Exception {
        var pair = Keys.rsa();
        var leaf = builder(new X500Principal("CN=A server"), pair, life)
                .addExtension(
                        Extension.subjectAlternativeName,
                        false,
                        new GeneralNames(new GeneralName(GeneralName.dNSName, name)));
        return new HttpServerOptions()
                .setSsl(true)
                .setKeyCertOptions(new PemKeyCertOptions()
                        .addCertValue(signed(leaf))
                        .addKeyValue(Buffer.buffer(Keys.pem(pair.getPrivate()))));
    }

    private JcaX509v3CertificateBuilder builder(X500Principal subject, KeyPair pair, Duration life) {
        return new JcaX509v3CertificateBuilder(
                name,
                BigInteger.valueOf(subject.hashCode()),
                Date.from(now.minus(Duration.ofDays(1000))),
                Date.from(now.plus(life)),
                subject,
                pair.getPublic());
    }

    private Buffer signed(X509v3CertificateBuilder certificate) throws Exception {
        var signer = new JcaContentSignerBuilder("SHA256withRSA").build(keys.getPrivate());
        return Buffer.buffer(Keys.pem("CERTIFICATE", certificate.build(signer).getEncoded()));
    }
}
