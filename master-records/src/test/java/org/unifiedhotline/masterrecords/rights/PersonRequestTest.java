package org.unifiedhotline.masterrecords.rights;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.unifiedhotline.masterrecords.rights.PersonRequest.Kind;

@DisplayName("What a person asks for")
class PersonRequestTest {
    @ParameterizedTest
    @CsvSource({
        "2026-11-23,2026-11-25", // Monday
        "2026-11-26,2026-11-30", // Thursday
        "2026-11-27,2026-12-01", // Friday
        "2026-11-28,2026-12-01", // Saturday
        "2026-11-29,2026-12-01" // Sunday
    })
    @DisplayName("is to be answered within two working days")
    void answer(LocalDate received, LocalDate by) {
        assertThat(PersonRequest.answerBy(received)).isEqualTo(by);
    }

    @Test
    @DisplayName("stops processing within fifteen days where it is to stop it")
    void stop() {
        LocalDate day = LocalDate.of(2026, 11, 23);
        assertThat(asked(Kind.RESTRICTION, day).stopBy()).isEqualTo(LocalDate.of(2026, 12, 8));
        assertThat(asked(Kind.ERASURE, day).stopBy()).isEqualTo(LocalDate.of(2026, 12, 8));
        assertThat(asked(Kind.DISCLOSURE, day).stopBy()).isNull();
        assertThat(asked(Kind.CORRECTION, day).stopBy()).isNull();
    }

    private static PersonRequest asked(Kind kind, LocalDate day) {
        return new PersonRequest(1, kind, day, "steward", Instant.EPOCH, null, null);
    }
}
