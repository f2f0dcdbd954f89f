package org.unifiedhotline.integrationroutes.capture;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.cert.Certificate;
import java.security.cert.CertificateFactory;

/** The certificates of a PEM file as a file of Java's own, which is all that the reader of MariaDB's log understands. */
final class TrustStore {
    /** Certificates are public: it protects nothing, but such a file has one. */
    static final String PASSWORD = "certificates";

    private TrustStore() {}

    /**
     * Writes it to a temporary file, which goes with the process.
     *
     * @throws IllegalArgumentException if the PEM file holds no certificate
     */
    static Path of(Path pemFile) {
        try (InputStream pem = Files.newInputStream(pemFile)) {
            KeyStore trusted = KeyStore.getInstance("PKCS12");
            trusted.load(null, null);
            int number = 0;
            for (Certificate certificate :
                    CertificateFactory.getInstance("X.509").generateCertificates(pem)) {
                trusted.setCertificateEntry("authority-" + number++, certificate);
            }
            if (number == 0) {
                throw new GeneralSecurityException("no certificate");
            }
            Path file = Files.createTempFile("authority", ".p12");
            file.toFile().deleteOnExit();
            try (OutputStream to = Files.newOutputStream(file)) {
                trusted.store(to, PASSWORD.toCharArray());
            }
            return file;
        } catch (GeneralSecurityException e) {
            throw new IllegalArgumentException(
                    "certificate-authority: " + pemFile + " holds no certificate to trust", e);
        } catch (IOException e) {
            throw new UncheckedIOException("certificate-authority: " + pemFile + " cannot be read", e);
        }
    }
}
