package org.unifiedhotline.masterrecords.settings;

import java.lang.reflect.RecordComponent;
import java.util.HashSet;
import java.util.Locale;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import org.springframework.core.env.ConfigurableEnvironment;
import org.springframework.core.env.EnumerablePropertySource;
import org.springframework.core.env.PropertySource;

/** The names of settings, as the records that hold them have them. */
final class KnownSettings {
    private static final String OURS = "unified-hotline.";

    private final Set<String> single = new HashSet<>();
    /** Maps and lists: whatever stands below is theirs. */
    private final Set<String> open = new HashSet<>();

    void add(String prefix, Class<?> settings) {
        for (RecordComponent component : settings.getRecordComponents()) {
            String name = prefix + "." + component.getName();
            if (component.getType().isRecord()) {
                add(name, component.getType());
            } else if (Iterable.class.isAssignableFrom(component.getType())
                    || java.util.Map.class.isAssignableFrom(component.getType())) {
                open.add(plain(name));
            } else {
                single.add(plain(name));
            }
        }
    }

    /** Those of files and of the command line that nobody knows. The environment has many names for one setting, and is not asked. */
    SortedSet<String> unknownIn(ConfigurableEnvironment environment) {
        SortedSet<String> unknown = new TreeSet<>();
        for (PropertySource<?> source : environment.getPropertySources()) {
            if (source instanceof EnumerablePropertySource<?> listed) {
                for (String name : listed.getPropertyNames()) {
                    if (name.startsWith(OURS) && !isKnown(plain(name))) {
                        unknown.add(name);
                    }
                }
            }
        }
        return unknown;
    }

    private boolean isKnown(String plain) {
        return single.contains(plain) || open.stream().anyMatch(plain::startsWith);
    }

    /** As Spring compares them: dashes and capitals do not matter. */
    private static String plain(String name) {
        return name.toLowerCase(Locale.ROOT).replace("-", "").replace("_", "");
    }
}
