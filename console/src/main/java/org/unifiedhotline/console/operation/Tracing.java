package org.unifiedhotline.console.operation;

import io.micrometer.observation.ObservationPredicate;
import io.opentelemetry.sdk.trace.export.SpanExporter;
import org.springframework.beans.factory.config.BeanPostProcessor;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Traces: their ids stand in the log, and they leave the process only where {@code management.otlp.tracing.endpoint} is set. */
@Configuration(proxyBeanMethods = false)
class Tracing {

    @Bean
    static BeanPostProcessor bareSpans() {
        return new BeanPostProcessor() {
            @Override
            public Object postProcessAfterInitialization(Object bean, String name) {
                return bean instanceof SpanExporter exporter && !(bean instanceof BareSpans)
                        ? new BareSpans(exporter)
                        : bean;
            }
        };
    }

    /** Each request's way through the filters would be three spans and a dozen metrics that nobody asks for. */
    @Bean
    ObservationPredicate noFiltersOfSecurity() {
        return (name, context) -> !name.startsWith("spring.security.");
    }
}
