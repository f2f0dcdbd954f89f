package org.unifiedhotline.integrationroutes.capture;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.unifiedhotline.integrationroutes.capture.Transport.Clear;
import org.unifiedhotline.integrationroutes.capture.Transport.Tls;

@DisplayName("A source is connected to, where nothing is said,")
class TransportTest {
    private static final Path AUTHORITY = Path.of("ca.pem");

    @ParameterizedTest
    @DisplayName("by TLS on every other machine, whatever its name looks like")
    @ValueSource(
            strings = {
                "db.example",
                "10.0.0.5",
                "192.168.127.1",
                "localhost.example",
                "127.evil.example",
                "127.0.0.1.example",
                "::2",
                "[::2]",
                "0.0.0.0",
                ""
            })
    void elsewhere(String host) {
        assertThat(Transport.usualFor(host)).isEqualTo(new Tls(null));
        assertThat(Transport.of("", null, host, "sources.hotline")).isEqualTo(new Tls(null));
    }

    @ParameterizedTest
    @DisplayName("in clear on this machine")
    @ValueSource(strings = {"localhost", "LOCALHOST", "127.0.0.1", "127.1.2.3", "::1", "[::1]"})
    void here(String host) {
        assertThat(Transport.usualFor(host)).isEqualTo(new Clear());
        assertThat(Transport.of("", null, host, "sources.hotline")).isEqualTo(new Clear());
    }

    @Test
    @DisplayName("by TLS where an authority is named; and as it is said, where it is")
    void said() {
        assertThat(Transport.of("", AUTHORITY, "localhost", "sources.hotline")).isEqualTo(new Tls(AUTHORITY));
        assertThat(Transport.of("verify", null, "localhost", "sources.hotline")).isEqualTo(new Tls(null));
        assertThat(Transport.of("off", null, "db.example", "sources.hotline")).isEqualTo(new Clear());
        assertThatThrownBy(() -> Transport.of("on", null, "db.example", "sources.hotline"))
                .hasMessage("sources.hotline.tls is verify or off, not 'on'");
    }
}
