package org.unifiedhotline.app.endtoend;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.Key;
import java.security.KeyStore;
import java.security.cert.Certificate;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManagerFactory;

/** An authority of the test's own, and certificates that it signed for servers on 127.0.0.1 and elsewhere, made by the JDK's keytool. */
final class Certificates {
    private static final String PASSWORD = "certificates";

    private final Path folder;
    private final KeyStore store;

    Certificates(Path folder) throws Exception {
        this.folder = Files.createDirectories(folder);
        keytool("-alias", "ca", "-dname", "CN=Authority of a test", "-ext", "bc:c", "-ext", "ku:c=kCS");
        keytool(
                "-alias",
                "server",
                "-dname",
                "CN=localhost",
                "-ext",
                "san=ip:127.0.0.1,dns:localhost",
                "-signer",
                "ca");
        keytool(
                "-alias",
                "elsewhere",
                "-dname",
                "CN=elsewhere.example",
                "-ext",
                "san=ip:192.0.2.1,dns:elsewhere.example",
                "-signer",
                "ca");
        this.store = KeyStore.getInstance(folder.resolve("all.p12").toFile(), PASSWORD.toCharArray());
        write("ca.pem", "CERTIFICATE", store.getCertificate("ca").getEncoded());
        for (String alias : List.of("server", "elsewhere")) {
            Key key = store.getKey(alias, PASSWORD.toCharArray());
            write(alias + ".key", "PRIVATE KEY", key.getEncoded());
            StringBuilder chain = new StringBuilder();
            for (Certificate certificate : store.getCertificateChain(alias)) {
                chain.append(pem("CERTIFICATE", certificate.getEncoded()));
            }
            Files.writeString(folder.resolve(alias + ".pem"), chain);
        }
    }

    private void keytool(String... arguments) throws IOException, InterruptedException {
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "keytool").toString(),
                "-genkeypair",
                "-keyalg",
                "RSA",
                "-keysize",
                "2048",
                "-validity",
                "30",
                "-storetype",
                "PKCS12",
                "-storepass",
                PASSWORD,
                "-keystore",
                folder.resolve("all.p12").toString()));
        command.addAll(List.of(arguments));
        Process keytool = new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .start();
        if (keytool.waitFor() != 0) {
            throw new IOException("keytool ended with " + keytool.exitValue());
        }
    }

    private void write(String name, String kind, byte[] bytes) throws IOException {
        Files.writeString(folder.resolve(name), pem(kind, bytes));
    }

    private static String pem(String kind, byte[] bytes) {
        return "-----BEGIN " + kind + "-----\n"
                + Base64.getMimeEncoder(64, new byte[] {'\n'}).encodeToString(bytes)
                + "\n-----END " + kind + "-----\n";
    }

    /**
     * The authority's certificate, the server's with its chain, its key: {@code ca.pem}, {@code server.pem}, {@code server.key}; and of a server
     * of another name, signed by the same authority: {@code elsewhere.pem}, {@code elsewhere.key}.
     */
    Path file(String name) {
        return folder.resolve(name);
    }

    /** The content of one of these files, as base 64. */
    String base64(String name) throws IOException {
        return Base64.getEncoder().encodeToString(Files.readAllBytes(file(name)));
    }

    /** Trust in the authority and nobody else. */
    SSLContext trust() throws GeneralSecurityException, IOException {
        KeyStore trusted = KeyStore.getInstance("PKCS12");
        trusted.load(null, null);
        trusted.setCertificateEntry("ca", store.getCertificate("ca"));
        TrustManagerFactory trust = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
        trust.init(trusted);
        SSLContext context = SSLContext.getInstance("TLS");
        context.init(null, trust.getTrustManagers(), null);
        return context;
    }

    /** The settings of a console that is served by them. */
    Map<String, String> ofConsole() {
        return Map.of(
                "server.ssl.certificate", file("server.pem").toUri().toString(),
                "server.ssl.certificate-private-key", file("server.key").toUri().toString());
    }
}
