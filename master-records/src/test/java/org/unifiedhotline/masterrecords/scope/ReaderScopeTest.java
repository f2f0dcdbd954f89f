package org.unifiedhotline.masterrecords.scope;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.EnumSet;
import java.util.Set;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.unifiedhotline.mappings.canonical.Centre;
import org.unifiedhotline.mappings.source.SourceSystem;
import org.unifiedhotline.masterrecords.scope.ReaderScope.EveryCentre;
import org.unifiedhotline.masterrecords.scope.ReaderScope.EveryProvince;
import org.unifiedhotline.masterrecords.scope.ReaderScope.OnlyCentres;
import org.unifiedhotline.masterrecords.scope.ReaderScope.OnlyProvinces;

@DisplayName("A reader's scope")
class ReaderScopeTest {
    private static final Set<SourceSystem> BOTH = EnumSet.allOf(SourceSystem.class);
    private static final Set<Label> EVERYBODY = EnumSet.allOf(Label.class);
    private static final ReaderScope HANOI = of(BOTH, Set.of(Centre.HANOI), EVERYBODY);
    private static final ReaderScope DANANG = of(BOTH, Set.of(Centre.DANANG), EVERYBODY);

    @Test
    @DisplayName("covers what lies within it, and nothing else")
    void covers() {
        assertThat(ReaderScope.ALL.isWhole()).isTrue();
        assertThat(ReaderScope.ALL.covers(HANOI)).isTrue();
        assertThat(HANOI.covers(ReaderScope.ALL)).isFalse();
        assertThat(HANOI.covers(DANANG)).isFalse();
        assertThat(HANOI.covers(ReaderScope.NONE)).isTrue();
        assertThat(ReaderScope.NONE.isNone()).isTrue();
    }

    @Test
    @DisplayName("of two roles is the wider if one covers the other")
    void wider() {
        assertThat(HANOI.with(ReaderScope.ALL)).isEqualTo(ReaderScope.ALL);
        assertThat(ReaderScope.ALL.with(HANOI)).isEqualTo(ReaderScope.ALL);
        assertThat(ReaderScope.NONE.with(HANOI)).isEqualTo(HANOI);
        assertThat(HANOI.with(ReaderScope.NONE)).isEqualTo(HANOI);
    }

    @Test
    @DisplayName("of two roles that differ in one respect is both together")
    void together() {
        assertThat(HANOI.with(DANANG)).isEqualTo(of(BOTH, Set.of(Centre.HANOI, Centre.DANANG), EVERYBODY));
        ReaderScope hotline =
                new ReaderScope(Set.of(SourceSystem.HOTLINE), new EveryCentre(), new EveryProvince(), EVERYBODY);
        ReaderScope switchboard =
                new ReaderScope(Set.of(SourceSystem.SWITCHBOARD), new EveryCentre(), new EveryProvince(), EVERYBODY);
        assertThat(hotline.with(switchboard)).isEqualTo(ReaderScope.ALL);
    }

    @Test
    @DisplayName(
            "of two roles that differ in more is what both cover: the hotline everywhere and Hà Nội's switchboard are not all")
    void notMore() {
        ReaderScope hotlineEverywhere =
                new ReaderScope(Set.of(SourceSystem.HOTLINE), new EveryCentre(), new EveryProvince(), EVERYBODY);
        ReaderScope hanoisSwitchboard = of(Set.of(SourceSystem.SWITCHBOARD), Set.of(Centre.HANOI), EVERYBODY);
        assertThat(hotlineEverywhere.with(hanoisSwitchboard).isNone()).isTrue();
        ReaderScope hanoisCallers = of(BOTH, Set.of(Centre.HANOI), Set.of(Label.ORDINARY));
        assertThat(hotlineEverywhere.with(hanoisCallers))
                .isEqualTo(of(Set.of(SourceSystem.HOTLINE), Set.of(Centre.HANOI), Set.of(Label.ORDINARY)));
    }

    @Test
    @DisplayName("of no centre is nothing")
    void noCentre() {
        assertThat(of(BOTH, Set.of(), EVERYBODY).isNone()).isTrue();
    }

    @Test
    @DisplayName("of two provinces is both, and of a province and a centre neither more")
    void provinces() {
        ReaderScope laoCai = ofProvince("15");
        assertThat(laoCai.isWhole()).isFalse();
        assertThat(laoCai.with(ofProvince("91")))
                .isEqualTo(new ReaderScope(BOTH, new EveryCentre(), new OnlyProvinces(Set.of("15", "91")), EVERYBODY));
        assertThat(laoCai.with(HANOI))
                .isEqualTo(new ReaderScope(
                        BOTH, new OnlyCentres(Set.of(Centre.HANOI)), new OnlyProvinces(Set.of("15")), EVERYBODY));
        assertThat(ofProvince().isNone()).isTrue();
    }

    private static ReaderScope ofProvince(String... codes) {
        return new ReaderScope(BOTH, new EveryCentre(), new OnlyProvinces(Set.of(codes)), EVERYBODY);
    }

    private static ReaderScope of(Set<SourceSystem> sources, Set<Centre> centres, Set<Label> labels) {
        return new ReaderScope(sources, new OnlyCentres(centres), new EveryProvince(), labels);
    }
}
