package org.unifiedhotline.demo.servers;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** Elasticsearch: one node, no security, 512 MB of heap, run by the JDK that runs us. */
public final class ElasticsearchServer extends EmbeddedServer {
    private final HttpClient client =
            HttpClient.newBuilder().connectTimeout(Duration.ofSeconds(2)).build();
    private final int transportPort = freePort();

    private final List<String> settings;

    private ElasticsearchServer(ServerOptions options, List<String> settings) {
        super("elasticsearch", ServerArchive.ELASTICSEARCH, options);
        this.settings = settings;
    }

    /**
     * Starts a server, making its data first if the folder has none.
     *
     * @param settings more of the server's own, such as {@code http.max_content_length=2mb}
     */
    public static ElasticsearchServer start(ServerOptions options, String... settings) {
        ElasticsearchServer server = new ElasticsearchServer(
                options, Stream.of(settings).map(setting -> "-E" + setting).toList());
        Starting.orClose(server);
        return server;
    }

    /** Where its HTTP API is. The root, {@code GET /}, answers 405 in this distribution: ask {@code /_cluster/health}. */
    public URI httpUrl() {
        return URI.create("http://127.0.0.1:" + port());
    }

    @Override
    void prepare() throws IOException {
        Files.createDirectories(dataFolder());
        Files.createDirectories(folder().resolve("tmp"));
        Path configuration = folder().resolve("config");
        if (!Files.exists(configuration)) {
            copy(installation().resolve("config"), configuration);
        }
        Privileges.current().openToServers(folder());
    }

    @Override
    List<String> command() {
        List<String> command = List.of(
                installation().resolve("bin/elasticsearch").toString(),
                "-Ecluster.name=unified-hotline",
                "-Enode.name=search",
                "-Ediscovery.type=single-node",
                "-Enetwork.host=127.0.0.1",
                "-Ehttp.port=" + port(),
                "-Etransport.port=" + transportPort,
                "-Epath.data=" + dataFolder(),
                "-Epath.logs=" + folder().resolve("logs"),
                "-Expack.security.enabled=false",
                "-Expack.security.autoconfiguration.enabled=false",
                "-Ecluster.routing.allocation.disk.threshold_enabled=false"); // a full laptop disk is not our subject
        return Stream.concat(command.stream(), settings.stream()).toList();
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
                Files.copy(path, to.resolve(from.relativize(path).toString()), StandardCopyOption.REPLACE_EXISTING);
            }
        }
    }
}
