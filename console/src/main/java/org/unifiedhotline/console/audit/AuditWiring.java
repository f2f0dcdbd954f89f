package org.unifiedhotline.console.audit;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.time.Clock;
import org.springframework.boot.actuate.health.Health;
import org.springframework.boot.actuate.health.HealthIndicator;
import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;
import org.unifiedhotline.console.access.RolesTable;
import org.unifiedhotline.masterrecords.audit.AuditConfiguration;
import org.unifiedhotline.masterrecords.audit.AuditTrail;

/** Puts the filter before Spring Security's, which stands at -100, and tells the trail's health. */
@Configuration(proxyBeanMethods = false)
@Import(AuditConfiguration.class)
class AuditWiring {
    private static final int BEFORE_SECURITY = -200;

    @Bean
    FilterRegistrationBean<AuditFilter> auditFilter(AuditTrail trail, RolesTable roles, ObjectMapper json) {
        FilterRegistrationBean<AuditFilter> filter =
                new FilterRegistrationBean<>(new AuditFilter(trail, new CallReader(roles), json, Clock.systemUTC()));
        filter.setOrder(BEFORE_SECURITY);
        return filter;
    }

    @Bean
    HealthIndicator auditHealthIndicator(AuditTrail trail) {
        return () -> (trail.complaint() == null ? Health.up() : Health.down()).build();
    }
}
