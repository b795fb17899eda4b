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

/** An authority that gives out certificates for one test. */
public final class Authority {

    private static final Duration LONG_AGO = Duration.ofDays(-1000);

    private final X500Principal name = new X500Principal("CN=Authority " + UUID.randomUUID());
    private final Instant now = Instant.now();
    private final KeyPair keys;

    public Authority() throws Exception {
        keys = Keys.rsa();
    }

    /** Trust in all that it certifies. */
    public PemTrustOptions trust() throws Exception {
        var root = builder(name, keys, LONG_AGO, Duration.ofDays(1))
                .addExtension(Extension.basicConstraints, true, new BasicConstraints(true));
        return new PemTrustOptions().addCertValue(signed(root));
    }

    /** A server with this name, certified long ago, and for {@code life} from now on. */
    public HttpServerOptions server(String name, Duration life) throws Exception {
        return server(name, LONG_AGO, life);
    }

    /** A server with this name, certified from one moment to another, both counted from now. */
    public HttpServerOptions server(String name, Duration from, Duration until) throws Exception {
        var pair = Keys.rsa();
        var leaf = builder(new X500Principal("CN=A server"), pair, from, until)
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

    private JcaX509v3CertificateBuilder builder(X500Principal subject, KeyPair pair, Duration from, Duration until) {
        return new JcaX509v3CertificateBuilder(
                name,
                BigInteger.valueOf(subject.hashCode()),
                Date.from(now.plus(from)),
                Date.from(now.plus(until)),
                subject,
                pair.getPublic());
    }

    private Buffer signed(X509v3CertificateBuilder certificate) throws Exception {
        var signer = new JcaContentSignerBuilder("SHA256withRSA").build(keys.getPrivate());
        return Buffer.buffer(Keys.pem("CERTIFICATE", certificate.build(signer).getEncoded()));
    }
}
