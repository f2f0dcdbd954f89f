package org.unifiedhotline.masterrecords.audit;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import javax.sql.DataSource;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.sql.init.dependency.DependsOnDatabaseInitialization;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.env.ConfigurableEnvironment;
import org.springframework.core.env.Environment;
import org.springframework.core.env.Profiles;
import org.springframework.core.io.ResourceLoader;
import org.unifiedhotline.masterrecords.database.HubDatabase;
import org.unifiedhotline.masterrecords.rights.TypedTerms;

/** The beans of the audit trail; wherever people are served, they are imported. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(AuditProperties.class)
public class AuditConfiguration {

    /** The keys; only the demo makes them by itself. */
    @Bean
    AuditKeys auditKeys(AuditProperties properties, Environment environment) {
        return AuditKeys.in(properties.requiredFolder(), environment.acceptsProfiles(Profiles.of("demo")));
    }

    @Bean(initMethod = "start", destroyMethod = "close")
    @DependsOnDatabaseInitialization
    AuditTrail auditTrail(
            HubDatabase shared,
            DataSource dataSource,
            AuditProperties properties,
            AuditKeys keys,
            ObjectProvider<ConfigurationFile> files,
            ConfigurableEnvironment environment) {
        HubDatabase hub = shared.over(ownConnection(dataSource));
        new AuditRights(hub).require();
        HeadsFile heads = new HeadsFile(properties.requiredFolder().resolve(HEADS), keys.chain());
        return new AuditTrail(
                hub,
                keys,
                heads,
                properties.headsEvery(),
                Fingerprints.of(environment, files.stream().toList()),
                Clock.systemUTC());
    }

    /** The name of the file of heads in the folder. */
    static final String HEADS = "heads.log";

    @Bean
    AlertRules alertRules(AuditProperties properties, ResourceLoader resources) throws IOException {
        return AlertRules.read(resources.getResource(properties.alerts()).getContentAsString(StandardCharsets.UTF_8));
    }

    @Bean
    ConfigurationFile alertsFile(AuditProperties properties, ResourceLoader resources) {
        return new ConfigurationFile("audit-alerts.yaml", resources.getResource(properties.alerts()));
    }

    @Bean(initMethod = "start", destroyMethod = "close")
    AlertWatch alertWatch(HubDatabase hub, AuditKeys keys, AlertRules rules, AuditTrail trail) {
        return new AlertWatch(hub, keys, rules, trail, Clock.systemUTC());
    }

    @Bean
    TypedTerms typedTerms(HubDatabase hub, AuditTrail trail, AuditKeys keys) {
        return new Forgetting(hub, trail, keys, Clock.systemUTC());
    }

    @Bean
    AlertPulse alertPulse(HubDatabase hub) {
        return new AlertPulse(hub);
    }

    @Bean
    AuditSearch auditSearch(HubDatabase hub, AuditKeys keys) {
        return new AuditSearch(hub, keys);
    }

    /** Whoever waits for an entry may hold a connection of the service's pool: the trail must not wait for one of these. */
    private static DataSource ownConnection(DataSource dataSource) {
        if (!(dataSource instanceof HikariDataSource pool)) {
            return dataSource;
        }
        HikariConfig one = new HikariConfig();
        pool.copyStateTo(one);
        one.setPoolName("audit trail");
        one.setMaximumPoolSize(1);
        one.setMinimumIdle(1);
        return new HikariDataSource(one);
    }
}
