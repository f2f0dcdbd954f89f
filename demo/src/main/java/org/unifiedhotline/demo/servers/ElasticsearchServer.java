package org.unifiedhotline.demo.servers;

import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.cert.Certificate;
import java.security.cert.CertificateFactory;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import javax.net.ssl.HttpsURLConnection;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLSocketFactory;
import javax.net.ssl.TrustManagerFactory;
import org.jspecify.annotations.Nullable;

/** Elasticsearch: one node, no security, 512 MB of heap, run by the JDK that runs us. */
public final class ElasticsearchServer extends EmbeddedServer {
    private final HttpClient client =
            HttpClient.newBuilder().connectTimeout(Duration.ofSeconds(2)).build();
    private final int transportPort = freePort();

    private final List<String> settings;
    private final @Nullable Path configured;

    private ElasticsearchServer(ServerOptions options, List<String> settings, @Nullable Path configured) {
        super(ServersElsewhere.Kind.ELASTICSEARCH, ServerArchive.ELASTICSEARCH, options);
        this.settings = settings;
        this.configured = configured;
    }

    /**
     * Starts a server with security on, to which only TLS leads.
     *
     * @param configured files for the server's configuration folder: {@code server.pem}, {@code server.key}, and {@code users} and
     *     {@code users_roles} of its file realm
     */
    public static ElasticsearchServer startSecured(ServerOptions options, Path configured) {
        if (ServersElsewhere.found().isPresent()) {
            throw new ServerException("A secured Elasticsearch runs here only, not elsewhere");
        }
        ElasticsearchServer server = new ElasticsearchServer(
                options,
                List.of(
                        "-Expack.security.enabled=true",
                        "-Expack.security.http.ssl.enabled=true",
                        "-Expack.security.http.ssl.certificate=server.pem",
                        "-Expack.security.http.ssl.key=server.key"),
                configured);
        Starting.orClose(server);
        return server;
    }

    /**
     * Starts a server, making its data first if the folder has none.
     *
     * @param settings more of the server's own, such as {@code http.max_content_length=2mb}
     */
    public static ElasticsearchServer start(ServerOptions options, String... settings) {
        ElasticsearchServer server = new ElasticsearchServer(
                options, Stream.of(settings).map(setting -> "-E" + setting).toList(), null);
        Starting.orClose(server);
        return server;
    }

    /** Where its HTTP API is. The root, {@code GET /}, answers 405 in this distribution: ask {@code /_cluster/health}. */
    public URI httpUrl() {
        return URI.create((configured == null ? "http" : "https") + "://127.0.0.1:" + port());
    }

    @Override
    void prepare() throws IOException {
        Files.createDirectories(dataFolder());
        Files.createDirectories(folder().resolve("tmp"));
        Path configuration = folder().resolve("config");
        if (!Files.exists(configuration)) {
            copy(installation().resolve("config"), configuration);
        }
        if (configured != null) {
            copy(configured, configuration);
        }
        Privileges.current().openToServers(folder());
    }

    @Override
    List<String> command() {
        List<String> here = List.of(
                installation().resolve("bin/elasticsearch").toString(),
                "-Enetwork.host=127.0.0.1",
                "-Ehttp.port=" + port(),
                "-Etransport.port=" + transportPort,
                "-Epath.data=" + dataFolder(),
                "-Epath.logs=" + folder().resolve("logs"));
        return Stream.concat(here.stream(), settings().stream()).toList();
    }

    @Override
    List<String> settings() {
        List<String> all = List.of(
                "-Ecluster.name=unified-hotline",
                "-Enode.name=search",
                "-Ediscovery.type=single-node",
                configured == null ? "-Expack.security.enabled=false" : "-Expack.security.enrollment.enabled=false",
                "-Expack.security.autoconfiguration.enabled=false",
                // By default half as many again: they only make each other wait.
                "-Ethread_pool.search.size=" + Runtime.getRuntime().availableProcessors(),
                "-Ecluster.routing.allocation.disk.threshold_enabled=false"); // a full laptop disk is not our subject
        return Stream.concat(all.stream(), settings.stream()).toList();
    }

    @Override
    Map<String, String> environment() {
        // The starter and the server are two Java processes: each carries the mark by which its folder is known.
        String mark = Remains.mark(dataFolder());
        return Map.of(
                "ES_JAVA_HOME", System.getProperty("java.home"),
                "ES_PATH_CONF", folder().resolve("config").toString(),
                "ES_TMPDIR", folder().resolve("tmp").toString(),
                "ES_JAVA_OPTS", "-Xms512m -Xmx512m " + mark,
                "CLI_JAVA_OPTS", "-XX:TieredStopAtLevel=1 " + mark);
    }

    @Override
    String stopSignal() {
        return "TERM";
    }

    @Override
    boolean answers() {
        return configured == null ? isHealthy() : asksWhoWeAre();
    }

    /** A secured server tells nobody how it is; that it refuses a stranger tells that it serves. */
    private boolean asksWhoWeAre() {
        try {
            HttpsURLConnection connection = (HttpsURLConnection)
                    httpUrl().resolve("/_cluster/health").toURL().openConnection();
            connection.setSSLSocketFactory(trusting(folder().resolve("config/server.pem")));
            connection.setConnectTimeout(2_000);
            connection.setReadTimeout(5_000);
            return connection.getResponseCode() == 401;
        } catch (IOException | GeneralSecurityException e) {
            return false;
        }
    }

    private static SSLSocketFactory trusting(Path pemFile) throws IOException, GeneralSecurityException {
        KeyStore trusted = KeyStore.getInstance("PKCS12");
        trusted.load(null, null);
        try (InputStream pem = Files.newInputStream(pemFile)) {
            int number = 0;
            for (Certificate certificate :
                    CertificateFactory.getInstance("X.509").generateCertificates(pem)) {
                trusted.setCertificateEntry("certificate-" + number++, certificate);
            }
        }
        TrustManagerFactory trust = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
        trust.init(trusted);
        SSLContext context = SSLContext.getInstance("TLS");
        context.init(null, trust.getTrustManagers(), null);
        return context.getSocketFactory();
    }

    private boolean isHealthy() {
        HttpRequest health = HttpRequest.newBuilder(
                        httpUrl().resolve("/_cluster/health?wait_for_status=yellow&timeout=1s"))
                .timeout(Duration.ofSeconds(5))
                .build();
        try {
            return client.send(health, HttpResponse.BodyHandlers.discarding()).statusCode() == 200;
        } catch (IOException e) {
            return false;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new ServerException("Interrupted while waiting for Elasticsearch", e);
        }
    }

    private static void copy(Path from, Path to) throws IOException {
        try (Stream<Path> all = Files.walk(from)) {
            for (Path path : all.toList()) {
                Path copy = to.resolve(from.relativize(path).toString());
                if (Files.isDirectory(path)) {
                    Files.createDirectories(copy);
                } else {
                    Files.copy(path, copy, StandardCopyOption.REPLACE_EXISTING);
                }
            }
        }
    }
}
