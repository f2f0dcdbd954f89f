package org.unifiedhotline.console;

import com.fasterxml.jackson.databind.Module;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.ComponentScan;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.PropertySource;
import org.unifiedhotline.console.access.RolesFile;
import org.unifiedhotline.console.access.RolesTable;
import org.unifiedhotline.masterrecords.audit.ConfigurationFile;

/**
 * The console as a whole: import it beside the configurations of the master records and the search index.
 *
 * <p>It expects a {@code DataSource}, the services of the two rooms before it and a
 * {@link org.unifiedhotline.masterrecords.pipeline.SourceHeads}.
 */
@Configuration(proxyBeanMethods = false)
@ComponentScan
@EnableConfigurationProperties(ConsoleProperties.class)
@PropertySource("classpath:org/unifiedhotline/console/console.properties")
public class ConsoleConfiguration {

    @Bean
    RolesTable rolesTable(ConsoleProperties properties) {
        return RolesFile.read(properties.rolesFile());
    }

    @Bean
    ConfigurationFile rolesFile(ConsoleProperties properties) {
        return new ConfigurationFile("roles.yaml", properties.rolesFile());
    }

    @Bean
    Module identifiersModule() {
        return new IdentifiersModule();
    }
}
