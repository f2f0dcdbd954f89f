package org.unifiedhotline.app.deployment;

import java.lang.reflect.RecordComponent;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import org.springframework.beans.factory.config.BeanDefinition;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.context.annotation.ClassPathScanningCandidateComponentProvider;
import org.springframework.core.type.filter.AnnotationTypeFilter;

/** The names of all settings of our own, read off the records that they are bound to; letters and digits only. */
final class KnownSettings {
    private final Set<String> names = new HashSet<>();
    private final Set<String> maps = new HashSet<>();

    KnownSettings() {
        ClassPathScanningCandidateComponentProvider scan = new ClassPathScanningCandidateComponentProvider(false);
        scan.addIncludeFilter(new AnnotationTypeFilter(ConfigurationProperties.class));
        for (BeanDefinition found : scan.findCandidateComponents("org.unifiedhotline")) {
            try {
                Class<?> type = Class.forName(found.getBeanClassName());
                add(type.getAnnotation(ConfigurationProperties.class).value(), type);
            } catch (ClassNotFoundException e) {
                throw new IllegalStateException(e);
            }
        }
    }

    private void add(String prefix, Class<?> type) {
        for (RecordComponent component : type.getRecordComponents()) {
            String name = prefix + "." + component.getName();
            if (Map.class.isAssignableFrom(component.getType())) {
                maps.add(plain(name));
            } else if (component.getType().isRecord()) {
                add(name, component.getType());
            } else {
                names.add(plain(name));
            }
        }
    }

    /** Whether there is a setting of this name, as a file or as a variable of the environment has it. */
    boolean knows(String name) {
        String plain = plain(name);
        return names.contains(plain.replaceAll("\\d+$", ""))
                || names.contains(plain)
                || maps.stream().anyMatch(plain::startsWith);
    }

    boolean isOurs(String name) {
        return plain(name).startsWith("unifiedhotline");
    }

    private static String plain(String name) {
        return name.toLowerCase(java.util.Locale.ROOT).replaceAll("[^a-z0-9]", "");
    }
}
