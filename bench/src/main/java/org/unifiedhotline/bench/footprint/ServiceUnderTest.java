package org.unifiedhotline.bench.footprint;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.stream.Collectors;
import org.apache.camel.CamelContext;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;
import org.unifiedhotline.demo.servers.LegacySystems;
import org.unifiedhotline.demo.servers.PostgresServer;
import org.unifiedhotline.demo.servers.ServerOptions;
import org.unifiedhotline.integrationroutes.routes.IntegrationRoutesConfiguration;
import org.unifiedhotline.mappings.source.SourcePosition;
import org.unifiedhotline.mappings.source.SourceSystem;
import org.unifiedhotline.masterrecords.MasterRecordsConfiguration;
import org.unifiedhotline.masterrecords.ingest.CaptureState;
import org.unifiedhotline.masterrecords.ingest.CaptureStates;
import org.unifiedhotline.masterrecords.pipeline.SourceHeads;
import org.unifiedhotline.searchindex.SearchIndexConfiguration;

/**
 * The service with a hub of its own, without console and search server: a process that does what it is told on its standard
 * input ({@code stop}, {@code snapshot}, {@code stream}, {@code state}, {@code behind}) and says when it does.
 */
public final class ServiceUnderTest {
    private final PostgresServer hub;
    private final ConfigurableApplicationContext service;

    @Configuration(proxyBeanMethods = false)
    @EnableAutoConfiguration
    @Import({MasterRecordsConfiguration.class, SearchIndexConfiguration.class, IntegrationRoutesConfiguration.class})
    static class Application {
        @Bean
        MeterRegistry meters() {
            return new SimpleMeterRegistry();
        }
    }

    private ServiceUnderTest(PostgresServer hub, ConfigurableApplicationContext service) {
        this.hub = hub;
        this.service = service;
    }

    public static void main(String[] arguments) throws Exception {
        Path keys = Files.createTempDirectory("footprint-keys");
        try (PostgresServer hub = PostgresServer.start(ServerOptions.temporary())) {
            String database = hub.createDatabase("hub");
            try (ConfigurableApplicationContext service = new SpringApplicationBuilder(Application.class)
                    .run(
                            "--spring.profiles.active=demo",
                            "--spring.main.web-application-type=none",
                            "--spring.main.banner-mode=off",
                            "--logging.level.root=error",
                            "--unified-hotline.keys.folder=" + keys,
                            "--spring.datasource.url=" + hub.jdbcUrl(database),
                            "--spring.datasource.username=" + PostgresServer.SUPERUSER,
                            "--spring.datasource.password=" + PostgresServer.SUPERUSER,
                            "--unified-hotline.search.url=http://127.0.0.1:1",
                            "--unified-hotline.sources.switchboard.host=127.0.0.1",
                            "--unified-hotline.sources.switchboard.port=" + arguments[0],
                            "--unified-hotline.sources.switchboard.database=" + LegacySystems.SWITCHBOARD,
                            "--unified-hotline.sources.switchboard.password=" + LegacySystems.CAPTURE,
                            "--unified-hotline.sources.hotline.host=127.0.0.1",
                            "--unified-hotline.sources.hotline.port=" + arguments[1],
                            "--unified-hotline.sources.hotline.database=" + LegacySystems.HOTLINE,
                            "--unified-hotline.sources.hotline.password=" + LegacySystems.CAPTURE)) {
                new ServiceUnderTest(hub, service).obey();
            }
        }
    }

    private void obey() throws Exception {
        say("ready");
        BufferedReader orders = new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8));
        for (String order = orders.readLine(); order != null && !order.equals("end"); order = orders.readLine()) {
            switch (order) {
                case "stop" -> stop();
                case "snapshot" -> snapshot();
                case "stream" -> stream();
                case "state" -> say("state " + states());
                case "behind" -> say("behind " + behind());
                default -> throw new IOException("no such order: " + order);
            }
            say("done " + order);
        }
    }

    private static void say(String words) {
        System.out.println("> " + words);
        System.out.flush();
    }

    private void stop() throws Exception {
        for (SourceSystem system : SourceSystem.values()) {
            service.getBean(CamelContext.class).getRouteController().stopRoute("ingest-" + system.code());
        }
    }

    private void start() throws Exception {
        for (SourceSystem system : SourceSystem.values()) {
            service.getBean(CamelContext.class).getRouteController().startRoute("ingest-" + system.code());
        }
    }

    /** All rows are read anew: the place in the logs is forgotten. */
    private void snapshot() throws Exception {
        stop();
        hub.run("hub", "DELETE FROM capture.offset_switchboard", "DELETE FROM capture.offset_hotline");
        start();
        while (!all(CaptureState.State.SNAPSHOT)) {
            Thread.sleep(10);
        }
    }

    /** The logs are followed, and all that stands in them by now was taken in. */
    private void stream() throws Exception {
        start();
        while (!all(CaptureState.State.STREAMING) || behind() > 0) {
            Thread.sleep(50);
        }
    }

    private boolean all(CaptureState.State state) {
        CaptureStates states = service.getBean(CaptureStates.class);
        return Arrays.stream(SourceSystem.values())
                .allMatch(system -> states.of(system).state() == state);
    }

    /** What capture of each source is doing, in one word where it is the same of all. */
    private String states() {
        CaptureStates states = service.getBean(CaptureStates.class);
        return Arrays.stream(SourceSystem.values())
                .map(system -> states.of(system).state().name())
                .distinct()
                .collect(Collectors.joining("+"));
    }

    /** Of how many sources the log was not taken in up to where it ends now. */
    private long behind() {
        CaptureStates states = service.getBean(CaptureStates.class);
        SourceHeads heads = service.getBean(SourceHeads.class);
        return Arrays.stream(SourceSystem.values())
                .filter(system -> heads.headOf(system)
                        .map(head -> {
                            SourcePosition position = states.of(system).position();
                            return position == null || position.compareTo(head) < 0;
                        })
                        .orElse(true))
                .count();
    }
}
