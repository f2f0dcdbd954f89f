package org.unifiedhotline.console;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.util.List;
import java.util.Map;
import org.assertj.core.api.SoftAssertions;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** The accounts of {@code stewards-of-test.yaml} that may give commands, and are cleared for children only, or for nobody. */
@DisplayName("A command about somebody whom one is not cleared for")
class ClearanceIT {
    @Test
    @DisplayName("is refused, whatever it is, and changes nothing")
    void refused() {
        Map<String, Http> uncleared = Map.of(
                "steward", Http.person("steward").withCsrf(),
                "admin", Http.person("admin").withCsrf());
        Http supervisor = Http.machine("supervisor-script");
        SoftAssertions softly = new SoftAssertions();
        try (OpenWork work = new OpenWork()) {
            List<String> before = PersonCommands.state(work, supervisor);
            uncleared.forEach((name, reader) -> {
                for (PersonCommands.Command command : PersonCommands.about(work)) {
                    HttpResponse<String> answer = command.by(reader);
                    softly.assertThat(answer.statusCode())
                            .as("%s by %s: %s", command.told(), name, answer.body())
                            .isEqualTo(403);
                }
            });
            assertThat(PersonCommands.state(work, supervisor)).isEqualTo(before);
        }
        softly.assertAll();
    }
}
