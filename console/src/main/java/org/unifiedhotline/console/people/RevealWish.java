package org.unifiedhotline.console.people;

import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.unifiedhotline.console.problems.ProblemException;
import org.unifiedhotline.masterrecords.scope.FieldKind;

/**
 * What somebody wishes to read plainly.
 *
 * @param fields kinds of fields by their names, or by the names of the answer's properties; {@code all} for all
 * @param purpose what it is for; may stand in the header {@code X-Purpose} instead
 * @param reason why in this case; needed where the person is outside the caller's scope or clearance
 */
record RevealWish(
        @Nullable List<String> fields,
        @Nullable String purpose,
        @Nullable String reason) {
    private static final int LONGEST = 500;

    private static final Map<String, FieldKind> NAMES = Map.ofEntries(
            Map.entry("identitynumber", FieldKind.IDENTITY_NUMBER),
            Map.entry("identitynumbers", FieldKind.IDENTITY_NUMBER),
            Map.entry("identity", FieldKind.IDENTITY_NUMBER),
            Map.entry("certificatenumber", FieldKind.IDENTITY_NUMBER),
            Map.entry("telephone", FieldKind.TELEPHONE),
            Map.entry("telephones", FieldKind.TELEPHONE),
            Map.entry("phone", FieldKind.TELEPHONE),
            Map.entry("presentednumber", FieldKind.TELEPHONE),
            Map.entry("address", FieldKind.ADDRESS),
            Map.entry("home", FieldKind.ADDRESS),
            Map.entry("location", FieldKind.ADDRESS),
            Map.entry("note", FieldKind.NOTES),
            Map.entry("notes", FieldKind.NOTES),
            Map.entry("narrative", FieldKind.NOTES),
            Map.entry("exploitation", FieldKind.EXPLOITATION),
            Map.entry("kinds", FieldKind.EXPLOITATION),
            Map.entry("means", FieldKind.EXPLOITATION),
            Map.entry("health", FieldKind.HEALTH),
            Map.entry("disability", FieldKind.HEALTH),
            Map.entry("ethnicity", FieldKind.ETHNICITY),
            Map.entry("ethnicgroup", FieldKind.ETHNICITY));

    /**
     * The kinds of fields wished for.
     *
     * @throws ProblemException 400 if there is none, or one that is none
     */
    Set<FieldKind> kinds() {
        Set<FieldKind> kinds = EnumSet.noneOf(FieldKind.class);
        for (String field : fields == null ? List.<String>of() : fields) {
            String name = String.valueOf(field).replace("_", "").toLowerCase(Locale.ROOT);
            FieldKind kind = NAMES.get(name);
            if (name.equals("all")) {
                kinds.addAll(EnumSet.allOf(FieldKind.class));
            } else if (kind == null) {
                throw noSuchField();
            } else {
                kinds.add(kind);
            }
        }
        if (kinds.isEmpty()) {
            throw noSuchField();
        }
        return kinds;
    }

    /**
     * What it is for.
     *
     * @throws ProblemException 400 if nothing is said, or too much
     */
    String purposeOr(@Nullable String header) {
        String said = purpose == null || purpose.isBlank() ? header : purpose;
        if (said == null || said.isBlank()) {
            throw ProblemException.badRequest("To reveal needs a 'purpose'.");
        }
        return shortEnough("purpose", said);
    }

    /** Why; empty if nothing is said. */
    String why() {
        return reason == null ? "" : shortEnough("reason", reason);
    }

    private static String shortEnough(String name, String text) {
        if (text.length() > LONGEST) {
            throw ProblemException.badRequest("A '" + name + "' has at most " + LONGEST + " characters.");
        }
        return text.strip();
    }

    private static ProblemException noSuchField() {
        return ProblemException.badRequest(
                "'fields' names some of IDENTITY_NUMBER, TELEPHONE, ADDRESS, NOTES, EXPLOITATION,"
                        + " HEALTH, ETHNICITY, or is [\"all\"].");
    }
}
