package org.unifiedhotline.console.fhir;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.temporal.ChronoUnit;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.unifiedhotline.mappings.canonical.Sex;
import org.unifiedhotline.mappings.source.SourceRecordKey;
import org.unifiedhotline.masterrecords.records.MasterId;
import org.unifiedhotline.searchindex.queries.FieldRequest.AnyOf;
import org.unifiedhotline.searchindex.queries.FieldRequest.Born;
import org.unifiedhotline.searchindex.queries.FieldRequest.Comparison;
import org.unifiedhotline.searchindex.queries.FieldRequest.Criterion;
import org.unifiedhotline.searchindex.queries.FieldRequest.Identity;
import org.unifiedhotline.searchindex.queries.FieldRequest.InTable;
import org.unifiedhotline.searchindex.queries.FieldRequest.MadeOf;
import org.unifiedhotline.searchindex.queries.FieldRequest.Named;
import org.unifiedhotline.searchindex.queries.FieldRequest.OfSex;
import org.unifiedhotline.searchindex.queries.FieldRequest.OneOf;
import org.unifiedhotline.searchindex.queries.FieldRequest.OwnTelephone;
import org.unifiedhotline.searchindex.queries.FieldRequest.Part;

/** Reads one value of one search parameter. */
final class SearchValues {
    static final Set<String> NAMES =
            Set.of("_id", "identifier", "name", "family", "given", "birthdate", "telecom", "phone", "gender");

    private static final int LONGEST = 200;
    private static final Pattern DATE =
            Pattern.compile("(eq|ne|gt|lt|ge|le|sa|eb|ap)?([1-8][0-9]{3})(?:-([0-9]{2})(?:-([0-9]{2}))?)?");
    private static final Criterion NOBODY = new AnyOf(List.of());

    private final LocalDate today;

    SearchValues(LocalDate today) {
        this.today = today;
    }

    /**
     * What it asks for.
     *
     * @param name with its modifier, one of {@link #NAMES} before it
     * @throws FhirException 400
     */
    Criterion read(String name, String value) {
        if (value.length() > LONGEST) {
            throw FhirException.value("A value has " + LONGEST + " characters at most.");
        }
        return switch (name) {
            case "_id" -> id(unescaped(value));
            case "identifier" -> identifier(value);
            case "name" -> new Named(Part.ANY, unescaped(value), false);
            case "name:exact" -> new Named(Part.ANY, unescaped(value), true);
            case "family" -> new Named(Part.FAMILY, unescaped(value), false);
            case "given" -> new Named(Part.GIVEN, unescaped(value), false);
            case "birthdate" -> birthdate(value.strip());
            case "telecom" -> telecom(value);
            case "phone" -> new OwnTelephone(afterBar(value));
            case "gender" -> gender(afterBar(value));
            default ->
                throw FhirException.notSupported(
                        "A search parameter has a modifier that it does not have here; only" + " name:exact is known.");
        };
    }

    private static Criterion id(String value) {
        try {
            return new OneOf(Set.of(MasterId.of(value)));
        } catch (IllegalArgumentException noneOfOurs) {
            return NOBODY;
        }
    }

    private static Criterion identifier(String value) {
        int bar = bar(value);
        if (bar < 0) {
            return ofAnySystem(unescaped(value));
        }
        String system = unescaped(value.substring(0, bar));
        String number = unescaped(value.substring(bar + 1));
        Optional<IdentifierSystem> known = IdentifierSystem.of(system);
        return known.map(one -> identifier(one, number)).orElse(NOBODY);
    }

    private static Criterion identifier(IdentifierSystem system, String number) {
        if (system == IdentifierSystem.MASTER_RECORD) {
            return id(number);
        }
        if (system.isOfDocuments()) {
            return number.isEmpty() ? NOBODY : new Identity(number);
        }
        if (number.isEmpty()) {
            return new InTable(Objects.requireNonNull(system.table()));
        }
        SourceRecordKey record = system.record(number);
        return record == null ? NOBODY : new MadeOf(Set.of(record));
    }

    private static Criterion ofAnySystem(String number) {
        Set<SourceRecordKey> records = new HashSet<>();
        for (IdentifierSystem system : IdentifierSystem.values()) {
            SourceRecordKey record = system.record(number);
            if (record != null) {
                records.add(record);
            }
        }
        return new AnyOf(List.of(new MadeOf(records), new Identity(number), id(number)));
    }

    /** Of what is known of people, telephones alone are telecom. */
    private static Criterion telecom(String value) {
        int bar = bar(value);
        String system = bar < 0 ? "" : unescaped(value.substring(0, bar));
        return system.isEmpty() || system.equals("phone") || system.equals("sms")
                ? new OwnTelephone(afterBar(value))
                : NOBODY;
    }

    private static Criterion gender(String code) {
        return switch (code) {
            case "male" -> new OfSex(Set.of(Sex.MALE));
            case "female" -> new OfSex(Set.of(Sex.FEMALE));
            case "other" -> new OfSex(Set.of(Sex.OTHER));
            case "unknown" -> new OfSex(Set.of(Sex.UNKNOWN));
            default -> throw FhirException.value("'gender' is male, female, other or unknown.");
        };
    }

    private Criterion birthdate(String value) {
        Matcher date = DATE.matcher(value);
        if (!date.matches()) {
            throw FhirException.value(
                    "'birthdate' is a date such as 2006, 2006-03 or 2006-03-12, with a prefix such as ge if need be.");
        }
        try {
            int year = Integer.parseInt(date.group(2));
            if (date.group(3) == null) {
                return born(date.group(1), LocalDate.of(year, 1, 1), LocalDate.of(year, 12, 31));
            }
            YearMonth month = YearMonth.of(year, Integer.parseInt(date.group(3)));
            if (date.group(4) == null) {
                return born(date.group(1), month.atDay(1), month.atEndOfMonth());
            }
            LocalDate day = month.atDay(Integer.parseInt(date.group(4)));
            return born(date.group(1), day, day);
        } catch (DateTimeException impossible) {
            throw FhirException.value("'birthdate' is a day that there is.");
        }
    }

    private Criterion born(@Nullable String prefix, LocalDate from, LocalDate to) {
        return switch (prefix == null ? "eq" : prefix) {
            case "ne" -> new Born(Comparison.NOT_EQUAL, from, to);
            case "gt" -> new Born(Comparison.GREATER, from, to);
            case "ge" -> new Born(Comparison.GREATER_OR_EQUAL, from, to);
            case "lt" -> new Born(Comparison.LESS, from, to);
            case "le" -> new Born(Comparison.LESS_OR_EQUAL, from, to);
            case "sa" -> new Born(Comparison.STARTS_AFTER, from, to);
            case "eb" -> new Born(Comparison.ENDS_BEFORE, from, to);
            case "ap" -> about(from, to);
            default -> new Born(Comparison.EQUAL, from, to);
        };
    }

    /** A tenth of the time between the date and today to either side, as FHIR recommends. */
    private Criterion about(LocalDate from, LocalDate to) {
        long tenth = Math.abs(ChronoUnit.DAYS.between(from, today)) / 10;
        return new Born(Comparison.OVERLAPS, from.minusDays(tenth), to.plusDays(tenth));
    }

    private static String afterBar(String value) {
        return unescaped(value.substring(bar(value) + 1));
    }

    /** Where the first bar stands that no backslash stands before; -1 if nowhere. */
    static int bar(String value) {
        for (int at = 0; at < value.length(); at++) {
            if (value.charAt(at) == '\\') {
                at++;
            } else if (value.charAt(at) == '|') {
                return at;
            }
        }
        return -1;
    }

    static String unescaped(String value) {
        return value.replaceAll("\\\\([,$|\\\\])", "$1").strip();
    }
}
