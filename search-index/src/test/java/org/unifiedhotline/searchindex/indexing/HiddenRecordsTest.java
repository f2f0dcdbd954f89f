package org.unifiedhotline.searchindex.indexing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.HashSet;
import java.util.Set;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.springframework.dao.DataAccessResourceFailureException;
import org.unifiedhotline.mappings.source.SourceRecordKey;
import org.unifiedhotline.mappings.source.SourceSystem;
import org.unifiedhotline.searchindex.SearchUnavailableException;

@DisplayName("Whom nobody may find")
class HiddenRecordsTest {
    private static final SourceRecordKey CHILD = SourceRecordKey.of(SourceSystem.SWITCHBOARD, "tre_em", "7");

    private final Set<SourceRecordKey> inTheHub = new HashSet<>();
    private long now;
    private long asked;
    private boolean away;
    private Runnable whileAsked = () -> {};
    private final HiddenRecords hidden = new HiddenRecords(this::askHub, () -> now);

    private Set<SourceRecordKey> askHub() {
        asked++;
        if (away) {
            throw new DataAccessResourceFailureException("away");
        }
        Set<SourceRecordKey> told = Set.copyOf(inTheHub);
        whileAsked.run();
        return told;
    }

    private void later() {
        now += HiddenRecords.FRESH.toNanos() + 1;
    }

    @Test
    @DisplayName("is asked of the hub once for many searches, and again when that has become old")
    void fresh() {
        assertThat(hidden.now()).isEmpty();
        inTheHub.add(CHILD);
        assertThat(hidden.now()).isEmpty();
        assertThat(asked).isEqualTo(1);

        later();

        assertThat(hidden.now()).containsExactly("switchboard/tre_em/7");
        assertThat(asked).isEqualTo(2);
    }

    @Test
    @DisplayName("is known at once when it was decided here, also while the hub was being asked")
    void decided() {
        hidden.now();
        inTheHub.add(CHILD);
        hidden.decided();
        assertThat(hidden.now()).hasSize(1);

        later();
        whileAsked = () -> {
            inTheHub.clear();
            hidden.decided();
            whileAsked = () -> {};
        };
        assertThat(hidden.now()).as("asked before that").hasSize(1);
        assertThat(hidden.now()).isEmpty();
    }

    @Test
    @DisplayName(
            "is not guessed while the hub is away: nobody is found, and the hub is not asked for each who searches")
    void away() {
        hidden.now();
        away = true;
        later();

        assertThatThrownBy(hidden::now).isInstanceOf(SearchUnavailableException.class);
        assertThatThrownBy(hidden::now).isInstanceOf(SearchUnavailableException.class);
        assertThat(asked).isEqualTo(2);

        away = false;
        later();
        assertThat(hidden.now()).isEmpty();
    }
}
