package org.unifiedhotline.masterrecords.settings;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.cert.CertificateException;
import java.security.cert.CertificateFactory;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.StreamSupport;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.BindException;
import org.springframework.boot.context.properties.bind.Bindable;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.context.properties.bind.PropertySourcesPlaceholdersResolver;
import org.springframework.boot.context.properties.source.ConfigurationPropertyName;
import org.springframework.boot.context.properties.source.ConfigurationPropertySource;
import org.springframework.boot.context.properties.source.ConfigurationPropertySources;
import org.springframework.core.env.ConfigurableEnvironment;
import org.springframework.core.env.Profiles;
import org.springframework.core.io.Resource;
import org.springframework.core.io.ResourceLoader;

/** Reads the service's settings and gathers every complaint on the way instead of ending at the first. */
public final class SettingsReading {
    private static final String OURS = "unified-hotline.";

    private final ConfigurableEnvironment environment;
    private final ResourceLoader resources;
    private final Set<String> complaints = new LinkedHashSet<>();
    private final KnownSettings known = new KnownSettings();

    public SettingsReading(ConfigurableEnvironment environment, ResourceLoader resources) {
        this.environment = environment;
        this.resources = resources;
    }

    /** The settings themselves. */
    public ConfigurableEnvironment environment() {
        return environment;
    }

    /** Whether this is the demo, which makes its own keys and has passwords that everybody knows. */
    public boolean isDemo() {
        return environment.acceptsProfiles(Profiles.of("demo"));
    }

    /** All complaints, in the order in which they were found. */
    public List<String> complaints() {
        return List.copyOf(complaints);
    }

    /** Complains unless this holds. */
    public void require(boolean holds, String complaint) {
        if (!holds) {
            complaints.add(complaint);
        }
    }

    /**
     * The settings of one kind.
     *
     * @param properties a record with {@link ConfigurationProperties}
     * @return null if they are not usable, which was complained of then
     */
    public <T> @Nullable T read(Class<T> properties) {
        ConfigurationProperties annotation = properties.getAnnotation(ConfigurationProperties.class);
        known.add(annotation.value(), properties);
        Set<ConfigurationPropertyName> unusable = new HashSet<>();
        while (true) {
            try {
                T read = binderWithout(unusable).bindOrCreate(annotation.value(), Bindable.of(properties));
                return unusable.isEmpty() ? read : null;
            } catch (BindException failure) {
                ConfigurationPropertyName name = failure.getName();
                if (failure.getProperty() == null || !unusable.add(name)) {
                    complainOf(failure, unusable.isEmpty());
                    return null;
                }
                // The value is of the wrong kind: it is told, and the others are read as if it were not set.
                complaints.add(name + " is no "
                        + failure.getTarget().getType().toClass().getSimpleName()
                        + expected(failure));
            }
        }
    }

    private void complainOf(BindException failure, boolean all) {
        if (hasComplaints(failure)) {
            complaints.addAll(UnusableSettingsException.in(failure));
        } else if (all) {
            complaints.add(failure.getName() + " is not as it is read: it may have settings below it, or none");
        }
    }

    /** Whether somewhere it is said in words what is wrong with which setting. */
    private static boolean hasComplaints(Throwable failure) {
        return failure instanceof UnusableSettingsException
                || (failure instanceof IllegalArgumentException
                        && failure.getMessage() != null
                        && failure.getMessage().startsWith(OURS))
                || (failure.getCause() != null && hasComplaints(failure.getCause()));
    }

    private static String expected(BindException failure) {
        Class<?> type = failure.getTarget().getType().toClass();
        return type.isEnum() ? ": expected one of " + List.of(type.getEnumConstants()) : "";
    }

    private Binder binderWithout(Set<ConfigurationPropertyName> unusable) {
        List<ConfigurationPropertySource> sources = StreamSupport.stream(
                        ConfigurationPropertySources.get(environment).spliterator(), false)
                .map(source -> source.filter(name -> !unusable.contains(name)))
                .toList();
        return new Binder(sources, new PropertySourcesPlaceholdersResolver(environment));
    }

    /** Does something with settings; what it throws is complained of, with this setting's name before it. */
    public void attempt(String setting, Attempt attempt) {
        try {
            attempt.run();
        } catch (IOException | RuntimeException failure) {
            for (String complaint : UnusableSettingsException.in(failure)) {
                complaints.add(complaint.startsWith(setting) ? complaint : setting + ": " + complaint);
            }
        }
    }

    /** Reads a text that a setting names, and has it understood. */
    public void readText(String setting, String location, Consumer<String> reader) {
        Resource resource = resources.getResource(location);
        String text;
        try {
            text = resource.getContentAsString(StandardCharsets.UTF_8);
        } catch (IOException unreadable) {
            complaints.add(setting + ": " + location + " cannot be read");
            return;
        }
        attempt(setting + " (" + location + ")", () -> reader.accept(text));
    }

    /** Complains unless a file holds certificates; null is none, and fine. */
    public void readCertificates(String setting, @Nullable Path file) {
        if (file == null) {
            return;
        }
        try (InputStream pem = Files.newInputStream(file)) {
            require(
                    !CertificateFactory.getInstance("X.509")
                            .generateCertificates(pem)
                            .isEmpty(),
                    setting + ": " + file + " holds no certificate");
        } catch (IOException unreadable) {
            complaints.add(setting + ": " + file + " cannot be read");
        } catch (CertificateException none) {
            complaints.add(setting + ": " + file + " holds no certificate (PEM)");
        }
    }

    /** Complains of settings under {@code unified-hotline.} that nothing of what was read here knows: most are misspelled. */
    public void complainOfUnknown() {
        known.unknownIn(environment).forEach(name -> complaints.add(name + " is no setting of this service"));
    }

    /** What may go wrong. */
    @FunctionalInterface
    public interface Attempt {
        void run() throws IOException;
    }
}
