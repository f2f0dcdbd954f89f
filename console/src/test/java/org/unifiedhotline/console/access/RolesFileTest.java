package org.unifiedhotline.console.access;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.springframework.core.io.ByteArrayResource;
import org.springframework.core.io.ClassPathResource;
import org.unifiedhotline.mappings.source.SourceSystem;
import org.unifiedhotline.masterrecords.scope.FieldKind;
import org.unifiedhotline.masterrecords.scope.ReaderScope;

@DisplayName("The table of roles")
class RolesFileTest {
    private static final String SMALL = """
            roles:
              officer: { sources: [switchboard, hotline] }
              legacy:  { sources: [hotline] }
              nobody:  { sources: [] }
            calls:
              - { call: GET /open,           scope: none,    roles: [anyone] }
              - { call: GET /mine,           scope: none,    roles: [everyone] }
              - { call: "GET /files/{name}", scope: records, roles: [officer] }
              - { call: GET /files/list,     scope: records, roles: [officer, legacy] }
            """;

    @Test
    @DisplayName("refuses a call that has no line, to everybody")
    void deniesByDefault() {
        RolesTable table = read(SMALL);
        assertThat(table.allows("GET", "/elsewhere", person("officer"))).isFalse();
        assertThat(table.allows("POST", "/files/list", person("officer"))).isFalse();
        assertThat(table.allows("GET", "/elsewhere", null)).isFalse();
    }

    @Test
    @DisplayName("tells anyone, everyone and roles apart")
    void tellsApart() {
        RolesTable table = read(SMALL);
        assertThat(table.allows("GET", "/open", null)).isTrue();
        assertThat(table.allows("GET", "/mine", null)).isFalse();
        assertThat(table.allows("GET", "/mine", person("nobody"))).isTrue();
        assertThat(table.allows("GET", "/files/a", person("nobody"))).isFalse();
        assertThat(table.allows("GET", "/files/a", person("officer"))).isTrue();
    }

    @Test
    @DisplayName("tells a caller its calls under /api, and no other's")
    void callsOfCaller() {
        RolesTable table = read(SMALL + """
                  - { call: "GET /api/v1/files/{name}", scope: records, roles: [officer] }
                  - { call: ANY /api/v1/mine,           scope: none,    roles: [everyone] }
                """.indent(2).replaceAll("(?m)^    - ", "  - "));
        assertThat(table.callsOf(person("officer"))).containsExactly("ANY /api/v1/mine", "GET /api/v1/files/{name}");
        assertThat(table.callsOf(person("legacy"))).containsExactly("ANY /api/v1/mine");
    }

    @Test
    @DisplayName("lets the most specific line decide")
    void mostSpecificDecides() {
        RolesTable table = read(SMALL);
        assertThat(table.allows("GET", "/files/list", person("legacy"))).isTrue();
        assertThat(table.allows("GET", "/files/other", person("legacy"))).isFalse();
    }

    @Test
    @DisplayName("lets who may read ask for the head as well")
    void headIsAsGet() {
        assertThat(read(SMALL).allows("HEAD", "/files/a", person("officer"))).isTrue();
    }

    @Test
    @DisplayName("asks the token of a machine for the scope besides")
    void machinesNeedTheScope() {
        RolesTable table = read(SMALL);
        assertThat(table.allows("GET", "/files/a", new Caller("script", Set.of("officer"), Set.of("records"))))
                .isTrue();
        assertThat(table.allows("GET", "/files/a", new Caller("script", Set.of("officer"), Set.of("pipeline"))))
                .isFalse();
    }

    @Test
    @DisplayName("gives a caller the sources of all its roles, and of unknown roles none")
    void sourcesOfRoles() {
        RolesTable table = read(SMALL);
        assertThat(table.sourcesOf(person("legacy"))).containsExactly(SourceSystem.HOTLINE);
        assertThat(table.sourcesOf(person("officer"))).hasSize(2);
        assertThat(table.sourcesOf(person("stranger"))).isEmpty();
    }

    @Test
    @DisplayName("is refused with a reason when a call names a role that is not there")
    void unknownRole() {
        assertThatThrownBy(() -> read("roles: {}\ncalls: [{ call: GET /a, scope: none, roles: [offcier] }]"))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("offcier")
                .hasMessageContaining("/a");
    }

    @Test
    @DisplayName("says of each role whether it is outside the office, and asks for it where a name suggests it")
    void outside() {
        RolesTable table = read("""
                roles:
                  officer:        { sources: [switchboard, hotline] }
                  registry:       { sources: [switchboard, hotline], outside: true }
                  legacy-hotline: { sources: [hotline], outside: true, own: [hotline] }
                calls: []
                """);
        assertThat(table.isOutside(person("registry"))).isTrue();
        assertThat(table.ownSystemsOf(person("registry"))).isEmpty();
        assertThat(table.isOutside(person("legacy-hotline"))).isTrue();
        assertThat(table.ownSystemsOf(person("legacy-hotline"))).containsExactly(SourceSystem.HOTLINE);
        assertThat(table.isOutside(person("officer"))).isFalse();
        assertThat(table.isOutside(new Caller("both", Set.of("officer", "registry"), Set.of("records"))))
                .isFalse();
        assertThat(table.isOutside(person("stranger"))).isTrue();
        assertThatThrownBy(() -> read("roles: { legacy-other: { sources: [hotline] } }\ncalls: []"))
                .hasMessageContaining("legacy-other")
                .hasMessageContaining("outside");
        assertThatThrownBy(() -> read("roles: { a: { own: [hotline] } }\ncalls: []"))
                .hasMessageContaining("'own'");
    }

    @Test
    @DisplayName("is refused with a reason when a source, a call or a field is malformed")
    void malformed() {
        assertThatThrownBy(() -> read("roles: { a: { sources: [elsewhere] } }\ncalls: []"))
                .hasMessageContaining("elsewhere");
        assertThatThrownBy(() -> read("roles: {}\ncalls: [{ call: /a, scope: none, roles: [anyone] }]"))
                .hasMessageContaining("'/a'");
        assertThatThrownBy(() -> read("roles: {}\ncalls: [{ call: GET /a, roles: [anyone] }]"))
                .hasMessageContaining("scope");
        assertThatThrownBy(() -> read("roles: {}\ncalls: []\nrules: []")).hasMessageContaining("rules");
        assertThatThrownBy(() -> read("roles: {}")).hasMessageContaining("calls");
    }

    @Test
    @DisplayName("says as what each call is put on record: as read where it does not say, or has no such call")
    void audit() {
        RolesTable table = read("""
                roles: {}
                calls:
                  - { call: "GET /files/{name}", scope: none, audit: export, roles: [anyone] }
                  - { call: GET /new,            scope: none, roles: [anyone] }
                """);
        assertThat(table.ruled("GET", "/files/a"))
                .isEqualTo(new RolesTable.RuledCall("GET /files/{name}", AuditMark.EXPORT, Map.of("name", "a")));
        assertThat(table.ruled("GET", "/new").audit()).isEqualTo(AuditMark.READ);
        assertThat(table.ruled("GET", "/elsewhere").audit()).isEqualTo(AuditMark.READ);
        assertThat(table.saysHowToAudit("GET", "/files/a")).isTrue();
        assertThat(table.saysHowToAudit("GET", "/new")).isFalse();
        assertThatThrownBy(() ->
                        read("roles: {}\ncalls: [{ call: GET /a, scope: none, audit: perhaps, roles: [anyone] }]"))
                .hasMessageContaining("perhaps");
    }

    @Test
    @DisplayName("that is shipped is usable and has the contract's roles")
    void shippedTable() {
        RolesTable table = RolesFile.read(new ClassPathResource("org/unifiedhotline/console/roles.yaml"));
        assertThat(table.roles())
                .containsExactlyInAnyOrder(
                        "officer",
                        "steward",
                        "supervisor",
                        "auditor",
                        "admin",
                        "counsellor",
                        "legacy-switchboard",
                        "legacy-hotline");
    }

    @Test
    @DisplayName("narrows a role to named provinces, or to those of the account")
    void provinces() {
        RolesTable table = read("""
                roles:
                  lao-cai:  { sources: [hotline], centres: [all], provinces: ["15"],  labels: [CHILD] }
                  delegate: { sources: [hotline], centres: [all], provinces: [own],   labels: [CHILD] }
                accounts:
                  an: { provinces: ["91", "01"] }
                calls:
                  - { call: GET /open, scope: none, roles: [anyone] }
                """);
        assertThat(table.scopeOfRole("lao-cai").provinces()).isEqualTo(new ReaderScope.OnlyProvinces(Set.of("15")));
        assertThat(table.scopeOf(new Caller("an", Set.of("delegate"), null)).provinces())
                .isEqualTo(new ReaderScope.OnlyProvinces(Set.of("91", "01")));
        assertThat(table.scopeOf(person("delegate")).isNone()).isTrue();
        assertThatThrownBy(() -> read(SMALL.replace("[hotline] }", "[hotline], provinces: [\"10\"] }")))
                .hasMessageContaining("'10' is no province");
    }

    private static RolesTable read(String yaml) {
        return RolesFile.read(new ByteArrayResource(yaml.getBytes(StandardCharsets.UTF_8), "a test's table"));
    }

    private static Caller person(String role) {
        @Nullable Set<String> notNarrowed = null;
        return new Caller("someone", Set.of(role), notNarrowed);
    }

    @Test
    @DisplayName("refuses two purposes that one word could mean, and a name that stands there twice")
    void purposesApart() {
        String table = SMALL.replace("calls:", """
                purposes:
                  case:     { fields: [all], roles: [officer], words: [Xử lý vụ việc, Referral] }
                  referral: { fields: [all], roles: [officer], words: [%s] }
                calls:""");
        assertThat(read(table.formatted("Chuyển tuyến").replace(", Referral", ""))
                        .purposes()
                        .named("CHUYỂN tuyến"))
                .isEqualTo("referral");
        assertThatThrownBy(() -> read(table.formatted("Chuyển tuyến")))
                .hasMessageContaining("'purposes:' has 'referral' twice: case and referral");
        assertThatThrownBy(() -> read(table.formatted(" xử lý VỤ VIỆC ").replace(", Referral", "")))
                .hasMessageContaining("'purposes:' has 'xử lý vụ việc' twice: case and referral");
        assertThatThrownBy(() -> read(table.replace("referral:", "case:").formatted("a")))
                .hasMessageContaining("Duplicate field 'case'");
    }

    @Test
    @DisplayName("can hold words that name no purpose to some fields, or to none")
    void otherPurposes() {
        String table = SMALL.replace("calls:", """
                purposes:
                  case:  { fields: [all], roles: [officer] }
                  other: { fields: [TELEPHONE, ADDRESS], roles: [officer] }
                calls:""");
        Caller officer = person("officer");
        Purposes narrowed = read(table).purposes();
        assertThat(narrowed.named("call bck")).isEqualTo("other");
        assertThat(narrowed.opens("other", officer)).containsExactlyInAnyOrder(FieldKind.TELEPHONE, FieldKind.ADDRESS);
        Purposes without = read(table.replaceAll("(?m)^ *other: .*\n", "")).purposes();
        assertThat(without.opens(without.named("call bck"), officer)).isEmpty();
        assertThat(without.opens("case", officer)).containsExactlyInAnyOrder(FieldKind.values());
    }

    @Test
    @DisplayName("says what a role reads for; one without that must say it with each call that shows people")
    void standingPurpose() {
        RolesTable table = read(SMALL.replace(
                "officer: { sources: [switchboard, hotline] }",
                "officer: { sources: [switchboard, hotline], standingPurpose: coordination }"));
        assertThat(table.standingPurposeOf(person("officer"))).isEqualTo("coordination");
        assertThat(table.asksWhatFor("GET", "/files/list", person("officer"))).isFalse();
        assertThat(table.standingPurposeOf(person("legacy"))).isEmpty();
        assertThat(table.asksWhatFor("GET", "/files/list", person("legacy"))).isTrue();
        assertThat(table.asksWhatFor("GET", "/mine", person("legacy")))
                .as("holds no data")
                .isFalse();
    }
}
