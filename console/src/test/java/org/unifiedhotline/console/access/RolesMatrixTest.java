package org.unifiedhotline.console.access;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.springframework.core.io.ByteArrayResource;
import org.unifiedhotline.console.ExpectedAccess;
import org.unifiedhotline.mappings.source.SourceSystem;
import org.unifiedhotline.masterrecords.scope.FieldKind;
import org.unifiedhotline.masterrecords.scope.Label;
import org.unifiedhotline.masterrecords.scope.ReaderScope;

/**
 * What {@code roles.yaml} must come to, written here and in {@link ExpectedAccess} by hand. Every rule of the file is taken away, one
 * after the other: each time something here must not hold any more, or the rule would be one that nobody watches.
 */
@DisplayName("The table of roles as it is delivered")
class RolesMatrixTest {
    private static final YAMLMapper YAML = new YAMLMapper();

    /** What stands in the matrix in the place of a name or number. */
    private static final Pattern VARIABLE =
            Pattern.compile("[0-9a-f-]{36}|[0-9]+|[0-9TZ:-]{20}|switchboard|hotline|nguoi_goi|caller|HANOI|PBX"
                    + "|contacts|cases|people|returns|nobody-here");

    /** What each role may know of people: sources, centres, provinces, labels. */
    private static final Map<String, String> SCOPES = Map.of(
            "officer", "[hotline, switchboard] all all [CHILD, ORDINARY, TRAFFICKING_VICTIM]",
            "steward", "[hotline, switchboard] all all [CHILD, ORDINARY, TRAFFICKING_VICTIM]",
            "supervisor", "[hotline, switchboard] all all [CHILD, ORDINARY, TRAFFICKING_VICTIM]",
            "auditor", "[hotline, switchboard] all all [CHILD, ORDINARY, TRAFFICKING_VICTIM]",
            "admin", "[hotline, switchboard] all all [CHILD, ORDINARY, TRAFFICKING_VICTIM]",
            "counsellor", "[hotline, switchboard] own all [CHILD, ORDINARY, TRAFFICKING_VICTIM]",
            "legacy-switchboard", "[switchboard] all all [CHILD, ORDINARY, TRAFFICKING_VICTIM]",
            "legacy-hotline", "[hotline] all all [CHILD, ORDINARY, TRAFFICKING_VICTIM]");

    /** The systems outside the office, and whose rows are their own. */
    private static final Map<String, Set<SourceSystem>> OUTSIDE = Map.of(
            "legacy-switchboard", Set.of(SourceSystem.SWITCHBOARD),
            "legacy-hotline", Set.of(SourceSystem.HOTLINE));

    /** Which kinds of fields are read plainly; C: of children, O: of ordinary callers, T: of trafficking victims. */
    private static final List<String> PLAIN = List.of(
            //                 officer steward supervisor counsellor legacy-switchboard legacy-hotline others
            "IDENTITY_NUMBER   COT     COT     COT        -          COT                COT            -",
            "TELEPHONE         COT     COT     COT        COT        COT                COT            -",
            "ADDRESS           COT     COT     COT        COT        COT                COT            -",
            "NOTES             -       O       COT        COT        -                  -              -",
            "EXPLOITATION      CO      CO      COT        COT        -                  -              -",
            "HEALTH            -       -       COT        COT        -                  -              -",
            "ETHNICITY         -       COT     COT        COT        COT                COT            -");

    private static final List<String> PLAIN_COLUMNS =
            List.of("officer", "steward", "supervisor", "counsellor", "legacy-switchboard", "legacy-hotline");

    private static final Set<String> REVEALING = Set.of("officer", "steward", "supervisor", "counsellor");
    private static final Set<String> DISCLOSING = Set.of("supervisor", "admin");

    /** What each purpose opens; to whom is in {@link #purposesOf}. */
    private static final Map<String, Set<FieldKind>> PURPOSES = Map.of(
            "case", EnumSet.allOf(FieldKind.class),
            "referral", EnumSet.allOf(FieldKind.class),
            "callBack", Set.of(FieldKind.TELEPHONE),
            "law", EnumSet.allOf(FieldKind.class),
            "danger", EnumSet.allOf(FieldKind.class),
            "person", EnumSet.allOf(FieldKind.class),
            "other", EnumSet.allOf(FieldKind.class));

    /** What each role reads for in its ordinary work, by the trail. */
    private static final Map<String, String> STANDING = Map.of(
            "officer", "coordination",
            "steward", "stewardship",
            "supervisor", "supervision",
            "auditor", "audit",
            "admin", "administration",
            "counsellor", "counselling",
            "legacy-switchboard", "synchronization",
            "legacy-hotline", "synchronization");

    /** What else each purpose is called. */
    private static final Map<String, List<String>> WORDS = Map.of(
            "case", List.of("Xử lý vụ việc", "Work on the case"),
            "referral", List.of("Chuyển tuyến", "Referral"),
            "callBack", List.of("Gọi lại", "Call back"),
            "law", List.of("Yêu cầu theo pháp luật", "Request of the law"),
            "danger", List.of("Có người đang gặp nguy hiểm", "Somebody is in danger"),
            "person", List.of("Theo yêu cầu của chính người đó", "Request of the person"));

    private static final Duration REVEALED_FOR = Duration.ofMinutes(30);
    private static final Duration GLASS_BROKEN_FOR = Duration.ofMinutes(15);

    /** What tokens of machines may allow. */
    private static final Set<String> TOKEN_SCOPES =
            Set.of("crosswalk", "records", "fhir", "stewardship", "audit", "pipeline");

    @Test
    @DisplayName("comes to the expected matrix")
    void holds() {
        assertThat(complaints(tree())).isEmpty();
    }

    @Test
    @DisplayName("has no rule that could be taken away without the matrix noticing")
    void everyRuleIsWatched() {
        List<String> unnoticed = new ArrayList<>();
        mutations().forEach((what, mutated) -> {
            if (complaints(mutated).isEmpty()) {
                unnoticed.add(what);
            }
        });
        assertThat(unnoticed)
                .as("rules that can be taken away and nothing fails")
                .isEmpty();
        assertThat(mutations()).hasSizeGreaterThan(700);
    }

    @Test
    @DisplayName(
            "makes no other system's rows a role's own, and nobody of the office a system outside, without the matrix noticing")
    void ownIsWatched() {
        for (String role : SCOPES.keySet()) {
            for (SourceSystem system : SourceSystem.values()) {
                if (!OUTSIDE.getOrDefault(role, Set.of()).contains(system)) {
                    ObjectNode mutated = tree();
                    ObjectNode written = (ObjectNode) mutated.path("roles").path(role);
                    written.withArray("own").add(system.code());
                    assertThat(complaints(mutated)).as(role + " + " + system).isNotEmpty();
                }
            }
            if (!OUTSIDE.containsKey(role)) {
                ObjectNode mutated = tree();
                ((ObjectNode) mutated.path("roles").path(role)).put("outside", true);
                assertThat(complaints(mutated)).as(role + " outside").isNotEmpty();
            }
        }
    }

    @Test
    @DisplayName("has no role more anywhere without the matrix noticing")
    void everyGrantIsWatched() {
        List<String> unnoticed = new ArrayList<>();
        JsonNode tree = tree();
        List<String> roles = names(tree.path("roles"));
        for (int at = 0; at < tree.path("calls").size(); at++) {
            for (String role : roles) {
                ObjectNode mutated = tree.deepCopy();
                ArrayNode granted = (ArrayNode) mutated.path("calls").get(at).path("roles");
                if (!texts(granted).contains(role)
                        && !texts(granted).contains("anyone")
                        && !texts(granted).contains("everyone")) {
                    granted.add(role);
                    if (complaints(mutated).isEmpty()) {
                        unnoticed.add(mutated.path("calls").get(at).path("call").asText() + " + " + role);
                    }
                }
            }
        }
        assertThat(unnoticed).isEmpty();
    }

    /** Every table that differs from the delivered one by one rule less, by what is gone. */
    private static Map<String, ObjectNode> mutations() {
        Map<String, ObjectNode> all = new TreeMap<>();
        JsonNode tree = tree();
        for (int at = 0; at < tree.path("calls").size(); at++) {
            String call = tree.path("calls").get(at).path("call").asText();
            ObjectNode without = tree.deepCopy();
            ((ArrayNode) without.path("calls")).remove(at);
            all.put("call " + call, without);
            others(tree, at).forEach((what, other) -> all.put("call " + call + " " + what, other));
            for (int role = 0; role < tree.path("calls").get(at).path("roles").size(); role++) {
                ObjectNode one = tree.deepCopy();
                ArrayNode roles = (ArrayNode) one.path("calls").get(at).path("roles");
                String gone = roles.remove(role).asText();
                if (!roles.isEmpty()) {
                    all.put("call " + call + " - " + gone, one);
                }
            }
        }
        for (String kind : names(tree.path("plain"))) {
            for (String role : names(tree.path("plain").path(kind))) {
                ObjectNode without = tree.deepCopy();
                ((ObjectNode) without.path("plain").path(kind)).remove(role);
                all.put("plain " + kind + " - " + role, without);
                for (int at = 0; at < tree.path("plain").path(kind).path(role).size(); at++) {
                    ObjectNode narrowed = tree.deepCopy();
                    ((ArrayNode) narrowed.path("plain").path(kind).path(role)).remove(at);
                    all.put("plain " + kind + " - " + role + " " + at, narrowed);
                }
            }
        }
        for (String role : names(tree.path("roles"))) {
            ObjectNode silent = tree.deepCopy();
            ((ObjectNode) silent.path("roles").path(role)).remove("standingPurpose");
            all.put("role " + role + " - standingPurpose", silent);
            if (tree.path("roles").path(role).has("outside")) {
                ObjectNode inside = tree.deepCopy();
                ((ObjectNode) inside.path("roles").path(role)).remove("outside");
                all.put("role " + role + " - outside", inside);
            }
            for (String part : List.of("sources", "centres", "provinces", "labels", "own")) {
                for (int at = 0; at < tree.path("roles").path(role).path(part).size(); at++) {
                    ObjectNode without = tree.deepCopy();
                    ((ArrayNode) without.path("roles").path(role).path(part)).remove(at);
                    all.put("role " + role + " - " + part + " " + at, without);
                }
            }
        }
        for (String purpose : names(tree.path("purposes"))) {
            ObjectNode gone = tree.deepCopy();
            ((ObjectNode) gone.path("purposes")).remove(purpose);
            all.put("purpose " + purpose, gone);
            for (String part : List.of("fields", "roles", "words")) {
                for (int at = 0;
                        at < tree.path("purposes").path(purpose).path(part).size();
                        at++) {
                    ObjectNode without = tree.deepCopy();
                    ((ArrayNode) without.path("purposes").path(purpose).path(part)).remove(at);
                    all.put("purpose " + purpose + " - " + part + " " + at, without);
                }
            }
        }
        for (String account : names(tree.path("accounts"))) {
            ObjectNode without = tree.deepCopy();
            ((ObjectNode) without.path("accounts")).remove(account);
            all.put("account " + account, without);
        }
        for (String part : List.of("breakGlass", "restricted")) {
            for (int at = 0; at < tree.path(part).path("roles").size(); at++) {
                ObjectNode without = tree.deepCopy();
                ((ArrayNode) without.path(part).path("roles")).remove(at);
                all.put(part + " - role " + at, without);
            }
        }
        for (String part : List.of("reveal", "breakGlass")) {
            ObjectNode longer = tree.deepCopy();
            ((ObjectNode) longer.path(part)).put("minutes", 45);
            all.put(part + " longer", longer);
        }
        for (String part : List.of("plain", "reveal", "breakGlass", "purposes", "restricted", "accounts")) {
            ObjectNode without = tree.deepCopy();
            without.remove(part);
            all.put("the part " + part, without);
        }
        return all;
    }

    /** A line with each other scope, with none, with each other mark, and with none. */
    private static Map<String, ObjectNode> others(JsonNode tree, int at) {
        Map<String, ObjectNode> others = new TreeMap<>();
        Set<String> scopes = new TreeSet<>(TOKEN_SCOPES);
        scopes.add(ExpectedAccess.Line.NONE);
        scopes.remove(tree.path("calls").get(at).path("scope").asText());
        for (String scope : scopes) {
            ObjectNode other = tree.deepCopy();
            ((ObjectNode) other.path("calls").get(at)).put("scope", scope);
            others.put("with the scope " + scope, other);
        }
        for (AuditMark mark : AuditMark.values()) {
            String word = mark.name().toLowerCase(Locale.ROOT);
            if (!word.equals(tree.path("calls").get(at).path("audit").asText())) {
                ObjectNode other = tree.deepCopy();
                ((ObjectNode) other.path("calls").get(at)).put("audit", word);
                others.put("on record as " + word, other);
            }
        }
        ObjectNode silent = tree.deepCopy();
        ((ObjectNode) silent.path("calls").get(at)).remove("audit");
        others.put("without a mark", silent);
        return others;
    }

    private static List<String> complaints(ObjectNode tree) {
        try {
            RolesTable table = RolesFile.read(new ByteArrayResource(YAML.writeValueAsBytes(tree)));
            List<String> complaints = new ArrayList<>();
            calls(table, complaints);
            scopes(table, complaints);
            plain(table, complaints);
            purposes(table, complaints);
            Set<String> breakers = table.reveal().glassBreakers();
            expect("break the glass", REVEALING, breakers, complaints);
            expect("revealed for", REVEALED_FOR, table.reveal().forFields(), complaints);
            expect("glass broken for", GLASS_BROKEN_FOR, table.reveal().forGlass(), complaints);
            for (String role : ExpectedAccess.COLUMNS) {
                expect(
                        "is shown restricted people: " + role,
                        role.equals("supervisor"),
                        table.readsRestricted(new Caller("somebody", Set.of(role), null)),
                        complaints);
            }
            return complaints;
        } catch (JsonProcessingException | IllegalStateException unusable) {
            return List.of(String.valueOf(unusable.getMessage()));
        }
    }

    private static void calls(RolesTable table, List<String> complaints) {
        for (ExpectedAccess.Line line : ExpectedAccess.linesWithStreams()) {
            for (int at = 0; at < ExpectedAccess.COLUMNS.size(); at++) {
                String role = ExpectedAccess.COLUMNS.get(at);
                // Which rows of theirs the legacy systems may know is decided behind the call, by scope.
                boolean ownRow = line.path().startsWith("/api/v1/crosswalk/") && role.startsWith("legacy-");
                boolean allowed = ownRow || line.allowed().get(at);
                expect(
                        line.method() + " " + line.path() + " by " + role,
                        allowed,
                        table.allows(line.method(), line.plainPath(), new Caller("somebody", Set.of(role), null)),
                        complaints);
            }
            expect(line + " by nobody", false, table.allows(line.method(), line.plainPath(), null), complaints);
            ownLine(table, line, complaints);
            if (line.isRuled()) {
                tokens(table, line, complaints);
                mark(table, line.method(), line.plainPath(), line.mark(), complaints);
            }
        }
        for (String call : ExpectedAccess.PUBLIC) {
            String[] parts = call.split(" ");
            expect(call + " by nobody", true, table.allows(parts[0], parts[1], null), complaints);
            expect(
                    call + " asks for a token",
                    Optional.empty(),
                    table.ruleFor(parts[0], parts[1]).map(AccessRule::scope),
                    complaints);
            mark(table, parts[0], parts[1], parts.length > 2 ? parts[2] : "none", complaints);
        }
    }

    /** Of machines' tokens that one opens a call which allows just this, and one that allows all else does not. */
    private static void tokens(RolesTable table, ExpectedAccess.Line line, List<String> complaints) {
        boolean any = line.scope().equals(ExpectedAccess.Line.NONE);
        Set<String> others = new TreeSet<>(TOKEN_SCOPES);
        others.remove(line.scope());
        for (int at = 0; at < ExpectedAccess.COLUMNS.size(); at++) {
            if (line.allowed().get(at)) {
                Set<String> role = Set.of(ExpectedAccess.COLUMNS.get(at));
                String call = line.method() + " " + line.path() + " by a machine of " + role;
                Set<String> asked = any ? Set.of() : Set.of(line.scope());
                expect(
                        call + " with its scope",
                        true,
                        table.allows(line.method(), line.plainPath(), new Caller("machine", role, asked)),
                        complaints);
                expect(
                        call + " with all others",
                        any,
                        table.allows(line.method(), line.plainPath(), new Caller("machine", role, others)),
                        complaints);
            }
        }
    }

    private static void mark(RolesTable table, String method, String path, String mark, List<String> complaints) {
        expect(
                method + " " + path + " says how it is put on record",
                true,
                table.saysHowToAudit(method, path),
                complaints);
        expect(
                method + " " + path + " on record as",
                mark,
                table.ruled(method, path).audit().name().toLowerCase(Locale.ROOT),
                complaints);
    }

    /** A call is decided about by a line of its own, not by one for any name in that place. */
    private static void ownLine(RolesTable table, ExpectedAccess.Line line, List<String> complaints) {
        String[] asked = line.plainPath().split("/");
        String call = table.ruled(line.method(), line.plainPath()).call();
        String[] ruled = call.substring(call.indexOf(' ') + 1).split("/");
        for (int at = 0; at < asked.length && at < ruled.length; at++) {
            if (ruled[at].startsWith("{") && !VARIABLE.matcher(asked[at]).matches()) {
                complaints.add(line.path() + " is decided about by " + call);
            }
        }
    }

    private static void scopes(RolesTable table, List<String> complaints) {
        expect("roles", SCOPES.keySet(), table.roles(), complaints);
        SCOPES.forEach((role, expected) -> {
            ReaderScope scope = table.scopeOfRole(role);
            String centres = table.isOfOwnCentres(role)
                    ? "own"
                    : scope.centres() instanceof ReaderScope.EveryCentre
                            ? "all"
                            : scope.centres().toString();
            String provinces = table.isOfOwnProvinces(role)
                    ? "own"
                    : scope.provinces() instanceof ReaderScope.EveryProvince
                            ? "all"
                            : scope.provinces().toString();
            String is = sorted(scope.sources(), source -> source.code()) + " " + centres + " " + provinces + " "
                    + sorted(scope.labels(), Enum::name);
            expect("the scope of " + role, expected, is, complaints);
            Caller caller = new Caller("somebody", Set.of(role), null);
            expect(role + " is outside", OUTSIDE.containsKey(role), table.isOutside(caller), complaints);
            expect(
                    "whose rows are the own of " + role,
                    OUTSIDE.getOrDefault(role, Set.of()),
                    table.ownSystemsOf(caller),
                    complaints);
        });
        Map.of("counsellor-hn", "HANOI", "counsellor-dn", "DANANG", "counsellor-ag", "ANGIANG")
                .forEach((account, centre) -> expect(
                        "centres of " + account,
                        "OnlyCentres[centres=[" + centre + "]]",
                        table.scopeOf(new Caller(account, Set.of("counsellor"), null))
                                .centres()
                                .toString(),
                        complaints));
    }

    private static void plain(RolesTable table, List<String> complaints) {
        for (String line : PLAIN) {
            List<String> cells = List.of(line.split("\\s+"));
            FieldKind kind = FieldKind.valueOf(cells.getFirst());
            for (String role : SCOPES.keySet()) {
                int column = PLAIN_COLUMNS.indexOf(role);
                String expected = cells.get(column < 0 ? cells.size() - 1 : column + 1);
                String is = table.plainOfRole(role).on(kind).stream()
                        .map(label -> label.name().substring(0, 1))
                        .sorted()
                        .collect(Collectors.joining());
                expect(kind + " read by " + role, expected, is.isEmpty() ? "-" : is, complaints);
            }
        }
        expect("kinds", PLAIN.size(), FieldKind.values().length, complaints);
        expect("labels", 3, Label.values().length, complaints);
    }

    private static void purposes(RolesTable table, List<String> complaints) {
        for (String role : ExpectedAccess.COLUMNS) {
            Caller caller = new Caller("somebody", Set.of(role), null);
            expect("purposes of " + role, purposesOf(role), table.purposes().of(caller), complaints);
            expect("the standing purpose of " + role, STANDING.get(role), table.standingPurposeOf(caller), complaints);
        }
        Caller officer = new Caller("somebody", Set.of("officer"), null);
        WORDS.forEach((purpose, words) -> words.forEach(word ->
                expect(word, purpose, table.purposes().named(" " + word.toUpperCase(Locale.ROOT)), complaints)));
        expect("anything else", "other", table.purposes().named("court order 12/2026"), complaints);
        expect(
                "what anything else opens",
                EnumSet.allOf(FieldKind.class),
                table.purposes().opens("other", officer),
                complaints);
    }

    private static Map<String, Set<FieldKind>> purposesOf(String role) {
        Map<String, Set<FieldKind>> purposes = new TreeMap<>(PURPOSES);
        purposes.keySet().removeIf(purpose -> switch (purpose) {
            case "person" -> !DISCLOSING.contains(role);
            case "other" -> !REVEALING.contains(role) && !DISCLOSING.contains(role);
            default -> !REVEALING.contains(role);
        });
        return purposes;
    }

    private static void expect(String what, Object expected, Object is, List<String> complaints) {
        if (!expected.equals(is)) {
            complaints.add(what + ": expected " + expected + ", is " + is);
        }
    }

    private static <T> Set<String> sorted(Set<T> values, java.util.function.Function<T, String> name) {
        return values.stream().map(name).collect(Collectors.toCollection(TreeSet::new));
    }

    private static List<String> texts(JsonNode array) {
        List<String> texts = new ArrayList<>();
        array.forEach(one -> texts.add(one.asText()));
        return texts;
    }

    private static List<String> names(JsonNode object) {
        List<String> names = new ArrayList<>();
        object.fieldNames().forEachRemaining(names::add);
        Collections.sort(names);
        return names;
    }

    private static ObjectNode tree() {
        try (InputStream yaml = Objects.requireNonNull(
                RolesMatrixTest.class.getResourceAsStream("/org/unifiedhotline/console/roles.yaml"))) {
            return (ObjectNode) YAML.readTree(new String(yaml.readAllBytes(), StandardCharsets.UTF_8));
        } catch (IOException unreadable) {
            throw new IllegalStateException(unreadable);
        }
    }
}
