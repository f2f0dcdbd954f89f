package org.unifiedhotline.console;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.springframework.context.ApplicationContext;
import org.springframework.security.authentication.TestingAuthenticationToken;
import org.springframework.security.core.Authentication;
import org.unifiedhotline.console.access.ConsentedScope;
import org.unifiedhotline.console.access.WiderRoles;
import org.unifiedhotline.console.crosswalk.ToldRows;
import org.unifiedhotline.mappings.source.SourceRecordKey;
import org.unifiedhotline.mappings.source.SourceSystem;
import org.unifiedhotline.masterrecords.crosswalk.Crosswalk;
import org.unifiedhotline.masterrecords.crosswalk.CrosswalkLookup;
import org.unifiedhotline.masterrecords.records.MasterId;

/**
 * The switchboard is granted the hotline's rows too. The girl consented, of the caller nobody could ask, and of the possible victim nobody
 * did.
 */
@DisplayName("A legacy system that was granted the other's rows")
class ConsentIT {
    private static final String OWN = "legacy-switchboard: { sources: [switchboard],";
    private static final String BOTH = "legacy-switchboard: { sources: [switchboard, hotline],";

    private final ApplicationContext service = ConsoleService.context();
    private final WiderRoles roles = new WiderRoles(service, OWN, BOTH);
    private final Authentication login =
            new TestingAuthenticationToken("legacy-switchboard", "", "ROLE_legacy-switchboard");
    private final Authentication office = new TestingAuthenticationToken("office-script", "", "ROLE_officer");

    @BeforeEach
    void addWhomNobodyAsked() {
        SmallWorld.addPossibleLink(service);
    }

    @AfterEach
    void removeThem() {
        SmallWorld.removePossibleLink(service);
    }

    @Test
    @DisplayName("is told of those alone who consent, in the list and in the changes")
    void lists() {
        ToldRows told = new ToldRows(service, roles);
        for (List<String> rows : List.of(told.all(login), told.changed(login))) {
            assertThat(rows)
                    .contains("switchboard/tre_em/7", "switchboard/tre_em/80", "hotline/victim/70", "hotline/caller/30")
                    .doesNotContain("hotline/victim/81");
        }
        assertThat(told.all(office)).contains("hotline/victim/81");
    }

    @Test
    @DisplayName("is one by what the table says of its role, whatever the role is called")
    void byRole() {
        WiderRoles registry = new WiderRoles(
                service,
                "  " + OWN,
                "  registry: { sources: [switchboard, hotline], centres: [all], provinces: [all],"
                        + " labels: [ORDINARY, CHILD, TRAFFICKING_VICTIM], standingPurpose: statistics, outside: true }\n  "
                        + OWN);
        Authentication another = new TestingAuthenticationToken("registry", "", "ROLE_registry");
        assertThat(registry.consented().decidesFor(another)).isTrue();
        assertThat(new ToldRows(service, registry).all(another))
                .contains("hotline/victim/70")
                .doesNotContain("hotline/victim/81");
    }

    @Test
    @DisplayName("reads its own records of the others, and finds by its own only")
    void scopes() {
        ConsentedScope consented = roles.consented();
        MasterId notAsked = person(SmallWorld.POSSIBLE_VICTIM);
        MasterId girl = person(SmallWorld.VICTIM);
        assertThat(consented.of(login, notAsked).sources()).containsExactly(SourceSystem.SWITCHBOARD);
        assertThat(consented.of(login, girl).sources()).hasSize(2);
        assertThat(consented.sources(login, notAsked, SourceSystem.HOTLINE)).containsExactly(SourceSystem.HOTLINE);
        assertThat(consented.sources(login, girl, SourceSystem.HOTLINE)).hasSize(2);
        assertThat(consented.searched(login).sources()).containsExactly(SourceSystem.SWITCHBOARD);
        assertThat(consented.decidesFor(office)).isFalse();
        assertThat(consented.searched(office).isWhole()).isTrue();
        WiderRoles delivered = new WiderRoles(service, OWN, OWN);
        assertThat(delivered.consented().decidesFor(login)).isFalse();
    }

    private MasterId person(SourceRecordKey key) {
        return ((CrosswalkLookup.Live) service.getBean(Crosswalk.class).find(key))
                .entry()
                .masterId();
    }
}
