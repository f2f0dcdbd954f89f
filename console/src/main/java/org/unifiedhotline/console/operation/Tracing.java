package org.unifiedhotline.console.operation;

import io.micrometer.observation.ObservationPredicate;
import io.opentelemetry.sdk.trace.export.SpanExporter;
import org.springframework.beans.factory.config.BeanPostProcessor;
import org.springframework.beans.factory.support.BeanDefinitionRegistryPostProcessor;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.env.Environment;

/** Traces: their ids stand in the log, and they leave the process only where {@code management.otlp.tracing.endpoint} is set. */
@Configuration(proxyBeanMethods = false)
class Tracing {
    private static final String COLLECTOR = "management.otlp.tracing.endpoint";
    /** Spring Boot's name of what keeps spans until they are sent. */
    private static final String GATHERER = "otelSpanProcessor";

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

    /** Where there is no collector, nothing gathers spans for one. */
    @Bean
    static BeanDefinitionRegistryPostProcessor noSpansForNobody(Environment settings) {
        return registry -> {
            if (!settings.containsProperty(COLLECTOR) && registry.containsBeanDefinition(GATHERER)) {
                registry.removeBeanDefinition(GATHERER);
            }
        };
    }

    /** Each request's way through the filters would be three spans and a dozen metrics that nobody asks for. */
    @Bean
    ObservationPredicate noFiltersOfSecurity() {
        return (name, context) -> !name.startsWith("spring.security.");
    }
}
