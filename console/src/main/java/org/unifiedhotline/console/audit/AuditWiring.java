package org.unifiedhotline.console.audit;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.binder.MeterBinder;
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
    private static final String TAMPERED = "TAMPERED";

    @Bean(initMethod = "start", destroyMethod = "close")
    LeftOutRefusals leftOutRefusals(AuditTrail trail) {
        return new LeftOutRefusals(trail, Clock.systemUTC());
    }

    @Bean
    FilterRegistrationBean<AuditFilter> auditFilter(
            AuditTrail trail, LeftOutRefusals refusals, RolesTable roles, ObjectMapper json) {
        FilterRegistrationBean<AuditFilter> filter = new FilterRegistrationBean<>(
                new AuditFilter(trail, new CallReader(roles), refusals.throttle(), json, Clock.systemUTC()));
        filter.setOrder(BEFORE_SECURITY);
        return filter;
    }

    /** Whoever tampers with the trail must not be able to take the service down: it is told, and takes nothing else with it. */
    @Bean
    HealthIndicator auditHealthIndicator(AuditTrail trail) {
        return () -> (trail.complaint() == null ? Health.up() : Health.status(TAMPERED)).build();
    }

    @Bean
    MeterBinder auditMeters(AuditTrail trail) {
        return registry -> Gauge.builder("unified_hotline_audit_sound", trail, AuditWiring::sound)
                .description("1, or 0 once the audit trail was found changed or cut")
                .register(registry);
    }

    private static double sound(AuditTrail trail) {
        return trail.complaint() == null ? 1 : 0;
    }
}
