package org.unifiedhotline.masterrecords.figures;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.time.Instant;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@DisplayName("A place in a list")
class ListCursorTest {
    private static final String PERSON = "0197a202-6523-755a-8029-a8bb1f3dba5a";

    @Test
    @DisplayName("is read back as it was told")
    void readBack() {
        ListCursor row = new ListCursor(Instant.parse("2025-06-30T17:00:00.123456Z"), "-77");
        assertThat(ListCursor.of(row.text(), false)).isEqualTo(row);
        ListCursor person = new ListCursor(null, PERSON);
        assertThat(ListCursor.of(person.text(), true)).isEqualTo(person);
        assertThat(ListCursor.of(null, false)).isEqualTo(new ListCursor(null, null));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "~", "2025~1", "2025-06-30T17:00:00Z~x", "2025-06-30T17:00:00Z", "~" + PERSON})
    @DisplayName("of rows is nothing else")
    void malformed(String text) {
        assertThatIllegalArgumentException().isThrownBy(() -> ListCursor.of(text, false));
    }

    @Test
    @DisplayName("of rows is none of people")
    void foreign() {
        assertThatIllegalArgumentException().isThrownBy(() -> ListCursor.of("2025-06-30T17:00:00Z~5", true));
    }
}
