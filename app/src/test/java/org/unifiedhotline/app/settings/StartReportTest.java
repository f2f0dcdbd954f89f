package org.unifiedhotline.app.settings;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.reflect.RecordComponent;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.context.annotation.ClassPathScanningCandidateComponentProvider;
import org.springframework.core.env.MapPropertySource;
import org.springframework.core.env.StandardEnvironment;
import org.springframework.core.io.DefaultResourceLoader;
import org.springframework.core.type.filter.AnnotationTypeFilter;

@DisplayName("The report at the start")
class StartReportTest {
    @Test
    @DisplayName("reads the settings of every kind that the rooms have: a room that adds one adds it to its check")
    void everyKind() throws Exception {
        ClassPathScanningCandidateComponentProvider kinds = new ClassPathScanningCandidateComponentProvider(false);
        kinds.addIncludeFilter(new AnnotationTypeFilter(ConfigurationProperties.class));
        Map<String, Object> one = new HashMap<>();
        for (var kind : kinds.findCandidateComponents("org.unifiedhotline")) {
            Class<?> settings = Class.forName(kind.getBeanClassName());
            one.put(settings.getAnnotation(ConfigurationProperties.class).value() + firstOf(settings), "x");
        }
        assertThat(one).hasSizeGreaterThan(10);
        StandardEnvironment environment = new StandardEnvironment();
        environment.getPropertySources().addFirst(new MapPropertySource("one of each kind", one));
        List<String> complaints = StartReport.of(environment, new DefaultResourceLoader());
        assertThat(complaints).isNotEmpty().noneMatch(complaint -> complaint.contains("is no setting of this service"));
    }

    @Test
    @DisplayName("refuses virtual threads, which an older copy of the settings may still ask for")
    void virtualThreads() {
        StandardEnvironment environment = new StandardEnvironment();
        environment
                .getPropertySources()
                .addFirst(new MapPropertySource("an older copy", Map.of("spring.threads.virtual.enabled", "true")));
        assertThat(StartReport.of(environment, new DefaultResourceLoader()))
                .anyMatch(complaint -> complaint.contains("spring.threads.virtual.enabled is false"));
    }

    private static String firstOf(Class<?> settings) {
        RecordComponent first = settings.getRecordComponents()[0];
        String name = "." + first.getName();
        return first.getType().isRecord() ? name + firstOf(first.getType()) : name;
    }
}
