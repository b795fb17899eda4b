package io.nowbridge.connector.probe;

import io.vertx.core.buffer.Buffer;
import io.vertx.core.net.PemTrustOptions;
import io.vertx.core.net.PfxOptions;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;

/** Issues certificates for a test, by the JDK's own tool. */
final class Authority {

    private static final String PASSWORD = "changeit";

    private final Path store;
    private int issued;

    Authority(Path directory) {
        store = directory.resolve("certificates.p12");
        keytool("-alias", "authority", "-dname", "CN=Test Authority", "-ext", "bc:critical=ca:true");
    }

    /** A certificate that {@code localhost} shows today. */
    PfxOptions good() {
        return issue("-ext", "san=dns:localhost");
    }

    PfxOptions expired() {
        return issue("-ext", "san=dns:localhost", "-startdate", "-30d", "-validity", "10");
    }

    PfxOptions notYetValid() {
        return issue("-ext", "san=dns:localhost", "-startdate", "+10d", "-validity", "20");
    }

    PfxOptions ofAnotherHost() {
        return issue("-ext", "san=dns:other.example.com");
    }

    /** What a client trusts that trusts this authority. */
    PemTrustOptions trust() {
        try {
            var certificate =
                    KeyStore.getInstance(store.toFile(), PASSWORD.toCharArray()).getCertificate("authority");
            var base64 = Base64.getMimeEncoder().encodeToString(certificate.getEncoded());
            return new PemTrustOptions()
                    .addCertValue(
                            Buffer.buffer("-----BEGIN CERTIFICATE-----\n" + base64 + "\n-----END CERTIFICATE-----\n"));
        } catch (GeneralSecurityException | IOException e) {
            throw new IllegalStateException(e);
        }
    }

    private PfxOptions issue(String... more) {
        var alias = "server-" + issued++;
        var options = new ArrayList<>(List.of("-alias", alias, "-dname", "CN=" + alias, "-signer", "authority"));
        options.addAll(Arrays.asList(more));
        keytool(options.toArray(String[]::new));
        return new PfxOptions().setPath(store.toString()).setPassword(PASSWORD).setAlias(alias);
    }

    private void keytool(String... options) {
        var command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "keytool").toString(),
                "-genkeypair",
                "-keyalg",
                "EC",
                "-groupname",
                "secp256r1",
                "-keystore",
                store.toString(),
                "-storepass",
                PASSWORD));
        command.addAll(Arrays.asList(options));
        try {
            var log = Files.createTempFile(store.getParent(), "keytool", ".log");
            var process = new ProcessBuilder(command)
                    .redirectErrorStream(true)
                    .redirectOutput(log.toFile())
                    .start();
            if (process.waitFor() != 0) {
                throw new IllegalStateException(Files.readString(log));
            }
        } catch (IOException e) {
            throw new IllegalStateException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }
}
