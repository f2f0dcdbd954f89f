package org.unifiedhotline.console.fhir;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.unifiedhotline.console.problems.OperationOutcome;
import org.unifiedhotline.masterrecords.records.MasterId;
import org.unifiedhotline.searchindex.queries.FieldRequest.AnyOf;
import org.unifiedhotline.searchindex.queries.FieldRequest.Criterion;

/**
 * A search for Patients as it was asked. Several values of a parameter joined by commas mean any of them; a parameter given again must
 * hold besides. What is not known here is refused, since a mistyped parameter must not widen a search in silence; whoever wants it
 * ignored says so ({@code Prefer: handling=lenient}), and is told.
 *
 * @param count how many at most on a page; 0 only counts
 * @param after behind whom the page begins; null for the beginning
 * @see <a href="https://hl7.org/fhir/R4/search.html">FHIR R4, search</a>
 */
record PatientParameters(
        List<Criterion> criteria,
        int count,
        @Nullable MasterId after,
        List<Map.Entry<String, String>> used,
        Set<String> ignored) {
    private static final int USUAL_COUNT = 20;
    private static final int MOST_ON_A_PAGE = 100;
    private static final int MOST_VALUES = 50;
    private static final String PAGE = "_page";
    private static final String COUNT = "_count";
    /** They change the form of the answer, not who is found. */
    private static final Set<String> OF_FORM = Set.of("_format", "_pretty");

    PatientParameters {
        criteria = List.copyOf(criteria);
        used = List.copyOf(used);
        ignored = Set.copyOf(ignored);
    }

    /**
     * Reads them.
     *
     * @param prefer the header of this name; null if there is none
     * @throws FhirException 400 naming the parameter that is not known, or has a value or modifier that it cannot have
     */
    static PatientParameters of(Map<String, List<String>> given, @Nullable String prefer, LocalDate today) {
        List<Criterion> criteria = new ArrayList<>();
        List<Map.Entry<String, String>> used = new ArrayList<>();
        Set<String> ignored = new TreeSet<>();
        int values = 0;
        SearchValues reader = new SearchValues(today);
        for (Map.Entry<String, List<String>> one : given.entrySet()) {
            String name = one.getKey();
            if (name.equals(PAGE) || name.equals(COUNT) || OF_FORM.contains(name)) {
                continue;
            }
            if (!SearchValues.NAMES.contains(plain(name))) {
                ignored.add(plain(name));
                continue;
            }
            for (String joined : one.getValue()) {
                List<String> any = separate(joined);
                values += Math.max(1, any.size());
                criteria.add(new AnyOf(
                        any.stream().map(value -> reader.read(name, value)).toList()));
                used.add(Map.entry(name, String.join(",", any)));
            }
        }
        if (values > MOST_VALUES) {
            throw FhirException.value("A search takes " + MOST_VALUES + " values at most.");
        }
        if (!ignored.isEmpty() && !isLenient(prefer)) {
            throw FhirException.notSupported("There are search parameters that are not known here; known are "
                    + new TreeSet<>(SearchValues.NAMES) + ", _count and _format.");
        }
        return new PatientParameters(criteria, count(given.get(COUNT)), page(given.get(PAGE)), used, ignored);
    }

    private static String plain(String name) {
        int modifier = name.indexOf(':');
        return modifier < 0 ? name : name.substring(0, modifier);
    }

    private static boolean isLenient(@Nullable String prefer) {
        return prefer != null && prefer.replace(" ", "").contains("handling=lenient");
    }

    /** Split at commas that no backslash stands before. */
    static List<String> separate(String joined) {
        List<String> values = new ArrayList<>();
        StringBuilder value = new StringBuilder();
        for (int at = 0; at < joined.length(); at++) {
            char letter = joined.charAt(at);
            if (letter == '\\' && at + 1 < joined.length()) {
                value.append(letter).append(joined.charAt(++at));
            } else if (letter == ',') {
                values.add(value.toString());
                value.setLength(0);
            } else {
                value.append(letter);
            }
        }
        values.add(value.toString());
        return values.stream().filter(one -> !one.isBlank()).toList();
    }

    private static int count(@Nullable List<String> given) {
        if (given == null) {
            return USUAL_COUNT;
        }
        if (given.size() != 1 || !given.getFirst().matches("[0-9]{1,6}")) {
            throw FhirException.value("'_count' is a number, given once.");
        }
        return Math.min(MOST_ON_A_PAGE, Integer.parseInt(given.getFirst()));
    }

    private static @Nullable MasterId page(@Nullable List<String> given) {
        if (given == null) {
            return null;
        }
        try {
            return MasterId.of(given.getFirst());
        } catch (IllegalArgumentException foreign) {
            throw FhirException.value("'_page' is taken from a link of an earlier answer.");
        }
    }

    /** What was understood, in words for the record. */
    String understood() {
        return used.stream().map(one -> one.getKey() + "=" + one.getValue()).collect(Collectors.joining("&"));
    }

    /** What was understood, as a query that begins behind somebody; it ends with what was ignored nowhere in it. */
    String query(@Nullable MasterId behind) {
        StringBuilder query = new StringBuilder("?");
        used.forEach(one -> query.append(encoded(one.getKey()))
                .append('=')
                .append(encoded(one.getValue()))
                .append('&'));
        query.append(COUNT).append('=').append(count);
        if (behind != null) {
            query.append('&').append(PAGE).append('=').append(behind);
        }
        return query.toString();
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }

    /** What is told of parameters that were ignored; it does not repeat them. */
    Optional<OperationOutcome> warning() {
        return ignored.isEmpty()
                ? Optional.empty()
                : Optional.of(new OperationOutcome(
                        "OperationOutcome",
                        List.of(new OperationOutcome.Issue(
                                "warning",
                                "not-supported",
                                ignored.size() + " search parameter(s) not known here were ignored.",
                                List.of()))));
    }

    /** Holds no value: safe in a log. */
    @Override
    public String toString() {
        return "PatientParameters[" + criteria.size() + "]";
    }
}
