package org.unifiedhotline.integrationroutes.events;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.groups.Tuple.tuple;

import java.io.IOException;
import java.net.URI;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.context.properties.source.MapConfigurationPropertySource;
import org.springframework.boot.env.YamlPropertySourceLoader;
import org.springframework.core.env.EnumerablePropertySource;
import org.springframework.core.env.PropertySource;
import org.springframework.core.io.FileSystemResource;
import org.unifiedhotline.mappings.source.SourceSystem;
import org.unifiedhotline.masterrecords.events.EventDelivery.Start;

@DisplayName("The settings of events out")
class EventsPropertiesTest {
    private static final String SECRET = "MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw";

    private static EventsProperties bound(Map<String, String> values) {
        Map<String, String> full = new HashMap<>();
        values.forEach((name, value) -> full.put("unified-hotline.events.destinations." + name, value));
        return new Binder(new MapConfigurationPropertySource(full))
                .bindOrCreate("unified-hotline.events", EventsProperties.class);
    }

    @Test
    @DisplayName("name nobody unless somebody is set")
    void off() {
        assertThat(bound(Map.of()).checked()).isEmpty();
    }

    @Test
    @DisplayName("need an address, the systems that it may know of, and a secret")
    void whole() {
        EventsProperties properties = bound(Map.of(
                "registry.webhook", "https://registry.example/events?key=1",
                "registry.sources", "switchboard,hotline",
                "registry.secret", SECRET));
        List<Destination> destinations = properties.checked();
        assertThat(destinations).singleElement().satisfies(destination -> {
            assertThat(destination.name()).isEqualTo("registry");
            assertThat(destination.target())
                    .isEqualTo(new Target.Webhook(URI.create("https://registry.example/events?key=1")));
            assertThat(destination.knowledge().systems()).isEqualTo(EnumSet.allOf(SourceSystem.class));
            assertThat(destination.knowledge().own())
                    .as("nobody's, unless it is said")
                    .isEmpty();
            assertThat(destination.start()).isEqualTo(Start.NOW);
        });
        assertThat(properties.toString()).doesNotContain(SECRET);
    }

    @Test
    @DisplayName("are right in the sample for operators, once it has secrets")
    void sample() throws IOException {
        Map<String, String> values = new HashMap<>();
        PropertySource<?> sample = new YamlPropertySourceLoader()
                .load("sample", new FileSystemResource("../config/events.example.yaml"))
                .getFirst();
        for (String name : ((EnumerablePropertySource<?>) sample).getPropertyNames()) {
            values.put(name.substring("unified-hotline.events.destinations.".length()), sample.getProperty(name) + "");
        }
        assertThatThrownBy(() -> bound(values).checked()).hasMessageContaining("registry.secret is missing");
        for (String name : List.of("registry", "statistics", "hotline")) {
            values.put(name + ".secret", SECRET);
        }
        assertThat(bound(values).checked())
                .extracting(
                        Destination::name,
                        destination -> destination.knowledge().own())
                .containsExactly(
                        tuple("hotline", Set.of(SourceSystem.HOTLINE)),
                        tuple("registry", Set.of()),
                        tuple("statistics", Set.of()));
    }

    @Test
    @DisplayName("are themselves no system whose rows they may not know of")
    void own() {
        assertThatThrownBy(() -> bound(Map.of(
                                "registry.webhook", "https://registry.example/events",
                                "registry.sources", "hotline",
                                "registry.own", "switchboard",
                                "registry.secret", SECRET))
                        .checked())
                .hasMessageContaining("destinations.registry.own names only what stands in .sources too");
    }

    @Test
    @DisplayName("are complained of all at once, each by its name, and no secret is quoted")
    void complaints() {
        assertThatThrownBy(() -> bound(Map.of(
                                "one.webhook", "http://elsewhere.example/events",
                                "one.start", "yesterday",
                                "one.secret", "c2hvcnQ=",
                                "two.folder", "relative/folder",
                                "two.sources", "hotline,elsewhere",
                                "three.broker", "amqp://user:password@localhost",
                                "three.address", "anything",
                                "three.folder", "/tmp",
                                "four.broker", "amqp://localhost:5672"))
                        .checked())
                .hasMessageContaining("destinations.one.webhook is a URL that begins with https://")
                .hasMessageContaining("destinations.one.sources is empty")
                .hasMessageContaining("destinations.one.start is now or beginning")
                .hasMessageContaining("destinations.one.secret (or .former-secret) is not 24 to 64 bytes long")
                .hasMessageContaining("destinations.two.folder is an absolute path")
                .hasMessageContaining("destinations.two.sources: no source system has the code 'elsewhere'")
                .hasMessageContaining("destinations.two.secret is missing")
                .hasMessageContaining("destinations.three: exactly one of webhook, folder and broker")
                .hasMessageContaining("destinations.four.address is queue:NAME or topic:NAME")
                .hasMessageNotContaining("c2hvcnQ")
                .hasMessageNotContaining("password@");
    }
}
