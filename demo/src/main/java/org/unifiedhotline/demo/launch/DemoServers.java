package org.unifiedhotline.demo.launch;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import org.unifiedhotline.demo.servers.ElasticsearchServer;
import org.unifiedhotline.demo.servers.EmbeddedServer;
import org.unifiedhotline.demo.servers.MariaDbServer;
import org.unifiedhotline.demo.servers.PostgresServer;
import org.unifiedhotline.demo.servers.ServerException;
import org.unifiedhotline.demo.servers.ServerOptions;

/** The four servers, started side by side; whoever asks for one waits until it answers. */
final class DemoServers implements AutoCloseable {
    private final ExecutorService starters = Executors.newFixedThreadPool(4);
    private final List<EmbeddedServer> started = new ArrayList<>();
    private final Progress progress;
    private final Future<ElasticsearchServer> search;
    private final Future<MariaDbServer> switchboard;
    private final Future<PostgresServer> hotline;
    private final Future<PostgresServer> hub;

    DemoServers(DemoFolder folder, DemoSettings settings, Progress progress) {
        this.progress = progress;
        // the slowest first
        search = start("search", "Elasticsearch", DemoPort.SEARCH, folder, settings, ElasticsearchServer::start);
        switchboard = start("switchboard", "MariaDB", DemoPort.SWITCHBOARD, folder, settings, MariaDbServer::start);
        hotline = start("hotline", "PostgreSQL", DemoPort.HOTLINE, folder, settings, PostgresServer::start);
        hub = start("hub", "PostgreSQL", DemoPort.HUB, folder, settings, PostgresServer::start);
    }

    MariaDbServer switchboard() {
        return await(switchboard);
    }

    PostgresServer hotline() {
        return await(hotline);
    }

    PostgresServer hub() {
        return await(hub);
    }

    ElasticsearchServer search() {
        return await(search);
    }

    /** Stops those that run, side by side; those still starting are broken off. */
    @Override
    public void close() {
        starters.shutdownNow();
        try {
            starters.awaitTermination(30, TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        synchronized (started) {
            started.parallelStream().forEach(EmbeddedServer::close);
            started.clear();
        }
    }

    private <S extends EmbeddedServer> Future<S> start(
            String name,
            String product,
            DemoPort port,
            DemoFolder folder,
            DemoSettings settings,
            Function<ServerOptions, S> starter) {
        ServerOptions options = ServerOptions.in(folder.server(name)).onPort(settings.port(port));
        return starters.submit(() -> {
            S server = starter.apply(options);
            synchronized (started) {
                started.add(server);
            }
            progress.say(name + ": " + product + " answers on 127.0.0.1:" + server.port());
            return server;
        });
    }

    private static <S> S await(Future<S> server) {
        try {
            return server.get();
        } catch (ExecutionException e) {
            throw e.getCause() instanceof ServerException said ? said : new ServerException(e.toString(), e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new ServerException("Interrupted while a server was starting", e);
        }
    }
}
