package org.unifiedhotline.integrationroutes.events;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("The signature of a message")
class SignatureTest {
    private static final String SECRET = "whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw";
    private static final byte[] BODY = "{\"test\": 2432232314}".getBytes(StandardCharsets.UTF_8);
    private static final Instant TIME = Instant.ofEpochSecond(1_614_265_330);

    @Test
    @DisplayName("is the one that the Standard Webhooks convention gives as its example")
    void example() {
        assertThat(Signature.with(List.of(SECRET)).of("msg_p5jXN8AQM9LWM0D4loKWxJek", TIME, BODY))
                .isEqualTo("v1,g0hM9SsE+OTPJTGt/tmIKtSyZlE3uFJELVlNIOLJ1OE=");
    }

    @Test
    @DisplayName("stands twice while a secret is replaced")
    void twoSecrets() {
        String next = "C2FVsBQIhrscChlQIMV+b5sSYspob7oD";
        assertThat(Signature.with(List.of(next, SECRET)).of("msg_p5jXN8AQM9LWM0D4loKWxJek", TIME, BODY))
                .matches("v1,[A-Za-z0-9+/=]+ v1,g0hM9SsE\\+OTPJTGt/tmIKtSyZlE3uFJELVlNIOLJ1OE=");
    }

    @Test
    @DisplayName("needs a secret that is one, and quotes none that is not")
    void secrets() {
        assertThatThrownBy(() -> Signature.with(List.of("whsec_short")))
                .hasMessageNotContaining("short ")
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> Signature.with(List.of("no base 64!"))).hasMessage("is not base 64");
    }
}
