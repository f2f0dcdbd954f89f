package org.unifiedhotline.console;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.boot.web.servlet.context.ServletWebServerApplicationContext;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;
import org.unifiedhotline.demo.servers.HubDatabases;
import org.unifiedhotline.demo.servers.PostgresServer;
import org.unifiedhotline.demo.servers.TestServers;
import org.unifiedhotline.mappings.CanonicalMapper;
import org.unifiedhotline.mappings.source.SourcePosition;
import org.unifiedhotline.mappings.source.SourceSystem;
import org.unifiedhotline.masterrecords.MasterRecordsConfiguration;
import org.unifiedhotline.masterrecords.ingest.RowMapping;
import org.unifiedhotline.masterrecords.pipeline.SourceHeads;
import org.unifiedhotline.searchindex.SearchIndexConfiguration;

/**
 * The console as it runs in the demo, on a free port, with a hub and an index of its own: started once for all tests,
 * holding {@link SmallWorld}. The sources are not there; where their logs end is told by {@link #heads}.
 */
public final class ConsoleService {
    private static final Map<SourceSystem, SourcePosition> HEADS = new ConcurrentHashMap<>();

    private static final String HUB = "console";
    private static final String OWN_PASSWORD = "vT9-qK2.mfL0";

    /** Where the audit trail's keys and heads are. */
    static final Path AUDIT = temporary();

    private ConsoleService() {}

    private static Path temporary() {
        try {
            Path folder = Files.createTempDirectory("console-audit");
            folder.toFile().deleteOnExit();
            return folder;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static final class Started {
        private static final ServletWebServerApplicationContext CONTEXT = start();
    }

    /** The running service's context, with the small world loaded. */
    public static ServletWebServerApplicationContext context() {
        return Started.CONTEXT;
    }

    /** Where it answers, without a slash at the end. */
    public static String url() {
        return "http://127.0.0.1:" + context().getWebServer().getPort();
    }

    /** Says where a source's log ends from now on. */
    static void heads(SourceSystem system, SourcePosition end) {
        HEADS.put(system, end);
    }

    /** Another console, as it runs outside the demo, with an empty hub of its own and what else is to be set. */
    public static ConfigurableApplicationContext startOutsideDemo(String hub, Map<String, Object> settings) {
        PostgresServer postgres = TestServers.hub();
        String database = postgres.createHub(hub);
        // The usual account's password is one with which the service does not start.
        postgres.run(
                "postgres",
                "CREATE ROLE %s LOGIN PASSWORD '%s' IN ROLE %s".formatted(hub, OWN_PASSWORD, HubDatabases.SERVICE),
                "ALTER ROLE %s SET role = '%s'".formatted(hub, HubDatabases.SERVICE));
        Map<String, Object> all = new HashMap<>(Map.of(
                "server.address",
                "127.0.0.1",
                "spring.main.banner-mode",
                "off",
                "spring.config.name",
                "no-file-of-the-machine",
                "spring.datasource.url",
                postgres.jdbcUrl(database),
                "spring.datasource.username",
                hub,
                "spring.datasource.password",
                OWN_PASSWORD,
                "unified-hotline.search.url",
                TestServers.search().httpUrl().toString(),
                "unified-hotline.search.index",
                hub.replace('_', '-'),
                "management.endpoints.web.exposure.include",
                "health,prometheus",
                "management.endpoint.health.probes.enabled",
                "true"));
        all.put("management.health.elasticsearch.enabled", "false");
        all.putAll(settings);
        ConfigurableApplicationContext context =
                new SpringApplicationBuilder(Wiring.class).properties(all).run();
        SmallWorld.settle(context);
        return context;
    }

    private static ServletWebServerApplicationContext start() {
        PostgresServer postgres = TestServers.hub();
        ServletWebServerApplicationContext context =
                inDemo(postgres.jdbcUrl(postgres.createHub(HUB)), Map.of(), Wiring.class);
        SmallWorld.load(context);
        return context;
    }

    /** A second instance over the same hub and index, with what else is to be set. Whoever starts it closes it. */
    static ServletWebServerApplicationContext startBeside(Map<String, Object> settings) {
        return startBeside(settings, Wiring.class);
    }

    /** The same, of the usual parts and others. */
    static ServletWebServerApplicationContext startBeside(Map<String, Object> settings, Class<?> parts) {
        context();
        return inDemo(TestServers.hub().jdbcUrl(HUB), settings, parts);
    }

    private static ServletWebServerApplicationContext inDemo(String hub, Map<String, Object> settings, Class<?> parts) {
        return (ServletWebServerApplicationContext) new SpringApplicationBuilder(Wiring.class, parts)
                .profiles("demo")
                .properties(Map.of(
                        "server.port", "0",
                        "server.address", "127.0.0.1",
                        "spring.main.banner-mode", "off",
                        "spring.config.name", "no-file-of-the-machine",
                        "spring.datasource.url", hub,
                        "spring.datasource.username", HubDatabases.SERVICE,
                        "spring.datasource.password", HubDatabases.SERVICE,
                        "unified-hotline.search.url",
                                TestServers.search().httpUrl().toString(),
                        "unified-hotline.search.index", "console-test"))
                .properties(Map.of(
                        "unified-hotline.hub.stewards", "classpath:stewards-of-test.yaml",
                        "unified-hotline.audit.folder", AUDIT.toString(),
                        "unified-hotline.keys.folder", AUDIT.toString(),
                        "management.endpoints.web.exposure.include", "health,prometheus",
                        "management.endpoint.health.show-components", "always",
                        "management.health.elasticsearch.enabled", "false"))
                .properties(settings)
                .run();
    }

    @Configuration(proxyBeanMethods = false)
    @EnableAutoConfiguration
    @Import({MasterRecordsConfiguration.class, SearchIndexConfiguration.class, ConsoleConfiguration.class})
    static class Wiring {
        @Bean
        SourceHeads sourceHeads() {
            return system -> Optional.ofNullable(HEADS.get(system));
        }

        @Bean
        @ConditionalOnMissingBean
        RowMapping rowMapping() {
            return new CanonicalMapper()::map;
        }
    }
}
