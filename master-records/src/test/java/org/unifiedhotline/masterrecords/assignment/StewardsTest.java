package org.unifiedhotline.masterrecords.assignment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.EnumSet;
import java.util.Set;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.unifiedhotline.masterrecords.Hub;
import org.unifiedhotline.masterrecords.reviewtasks.TaskKind;

@DisplayName("The stewards")
class StewardsTest {
    private static final String SOME = """
            machine-ending: -script
            same-person: { hoa.le: hoa, hoa-night: hoa }
            others: { centres: [], expertise: [], clearance: [CHILD] }
            stewards:
              hoa: { centres: [HANOI], clearance: [CHILD, TRAFFICKING_VICTIM] }
              nam: { expertise: [POSSIBLE_LINK] }
            """;
    private static final TaskScope CHILD_OF_DANANG =
            new TaskScope(TaskKind.POSSIBLE_LINK, Set.of("DANANG"), Set.of(Sensitivity.CHILD));

    private final Stewards stewards = StewardsReader.read(SOME);

    @Test
    @DisplayName("are one person with the machines that act for them, and with their other accounts")
    void samePerson() {
        assertThat(stewards.arePerson("supervisor", "supervisor-script")).isTrue();
        assertThat(stewards.arePerson("hoa.le", "hoa-night")).isTrue();
        assertThat(stewards.arePerson("hoa-script", "hoa.le")).isTrue();
        assertThat(stewards.arePerson("steward-script", "supervisor-script")).isFalse();
        assertThat(stewards.person("-script")).isEqualTo("-script");
    }

    @Test
    @DisplayName("are suited by centre, expertise and clearance; what is left out is as for the others")
    void suited() {
        assertThat(stewards.suitedTo(CHILD_OF_DANANG))
                .extracting(Steward::account)
                .containsExactly("nam");
        assertThat(stewards.suitedTo(new TaskScope(TaskKind.POSSIBLE_LINK, Set.of(), Set.of())))
                .extracting(Steward::account)
                .containsExactly("hoa", "nam");
        TaskScope victim =
                new TaskScope(TaskKind.POSSIBLE_LINK, Set.of("HANOI", "DANANG"), EnumSet.allOf(Sensitivity.class));
        assertThat(stewards.suitedTo(victim)).extracting(Steward::account).containsExactly("hoa");
        assertThat(stewards.of("nam-script").isClearedFor(victim)).isFalse();
        assertThat(stewards.of("nobody-known").isClearedFor(CHILD_OF_DANANG)).isTrue();
        assertThat(stewards.of("nam").suits(new TaskScope(TaskKind.LARGE_CLUSTER, Set.of(), Set.of())))
                .isFalse();
    }

    @Test
    @DisplayName("of the shipped configuration are all cleared, and scripts are their people")
    void shipped() {
        Stewards shipped = StewardsReader.read(Hub.resource("config/stewards.yaml"));
        assertThat(shipped.of("steward").clearance()).containsExactlyInAnyOrder(Sensitivity.values());
        assertThat(shipped.arePerson("steward", "steward-script")).isTrue();
    }

    @Test
    @DisplayName("are complained of all at once")
    void complaints() {
        assertThatThrownBy(() -> StewardsReader.read("""
                        machine: x
                        others: { clearance: [ADULT] }
                        stewards:
                          hoa: { centres: [HUE], expertise: [ALL], cleared: [] }
                        """))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("machine is not known")
                .hasMessageContaining("others.clearance: 'ADULT' is none of")
                .hasMessageContaining("stewards.hoa.centres: 'HUE' is none of")
                .hasMessageContaining("stewards.hoa.expertise: 'ALL' is none of")
                .hasMessageContaining("stewards.hoa.cleared is not known");
    }
}
