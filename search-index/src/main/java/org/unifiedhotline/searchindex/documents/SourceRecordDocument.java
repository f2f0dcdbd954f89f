package org.unifiedhotline.searchindex.documents;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * One source record of a person inside its document.
 *
 * @param key as {@code SourceRecordKey} writes it
 * @param source code of the source system
 * @param table with its source system, {@code switchboard/tre_em}
 * @param centres that had a contact of this record or of a case about it
 * @param sensitivity whom one must be cleared for to know of the person whom this record belongs to: of all records of the
 *     person, by the words of {@code Sensitivity}
 * @param changedAt when the source last wrote it, in milliseconds since 1970
 * @param nameKey sort key of the name that stands for the person where this record may be known; null if it gives none
 * @param lastContact in milliseconds since 1970; null if never
 * @param matched null when read with a hit
 * @param knownTo what readers of some centres may know, by {@link CentreSets#name}; empty when read with a hit
 */
@JsonInclude(JsonInclude.Include.NON_EMPTY)
@JsonIgnoreProperties(ignoreUnknown = true)
public record SourceRecordDocument(
        String key,
        String source,
        String table,
        String role,
        String sex,
        List<String> sensitivity,
        long changedAt,
        @Nullable String nameKey,
        List<String> centres,
        List<String> channels,
        @Nullable Long lastContact,
        List<String> caseNumbers,
        List<String> caseKinds,
        List<String> exploitation,
        boolean openReferral,
        boolean returned,
        @Nullable String province,
        @Nullable String provinceBefore,
        List<RelativeDocument> relatives,
        @Nullable MatchedValues matched,
        Map<String, KnownValues> knownTo,
        ShownValues shown) {
    public SourceRecordDocument {
        sensitivity = Absent.asEmpty(sensitivity);
        relatives = Absent.asEmpty(relatives);
        centres = Absent.asEmpty(centres);
        channels = Absent.asEmpty(channels);
        caseNumbers = Absent.asEmpty(caseNumbers);
        caseKinds = Absent.asEmpty(caseKinds);
        exploitation = Absent.asEmpty(exploitation);
        knownTo = Absent.asEmpty(knownTo);
    }

    /**
     * Values that are matched and never shown; not fetched with hits.
     *
     * @param exact words of all names, marks kept; {@code toneless} and {@code folded} likewise
     * @param wholeSorted the folded words of each name in alphabetical order: the name in whatever order
     * @param slips the folded words, and each without one of its letters
     * @param wholeButOneWord each name without one of its words
     * @param wholeWithoutSpaces each name in one word
     * @param families folded family names, as understood
     * @param givens folded words of middle and given names, as understood
     * @param birthFrom the earliest possible day of birth, ISO; {@code birthTo} the latest
     * @param ends first and last folded word of each name
     * @param telephoneEnds all ways to write each number in full, digits only and backwards, so that a prefix is the
     *     number's last digits; those of contacts and guardians included
     * @param ownTelephoneEnds of these the record's own, of nobody beside it
     * @param besideTelephoneEnds of these the others that stand on the record: not those that only a call presented
     * @param identityHashes identity numbers, as {@link IdentityHash} has them
     * @param identityEnds their last four digits, backwards
     * @param lastDigits the last four digits of both, backwards
     * @param birthDays possible days of birth, ISO, where the day is known
     * @param birthMonths likewise months
     * @param placeNames folded names of province, district, commune in either era, without type words
     * @param placeWords their words
     */
    @JsonInclude(JsonInclude.Include.NON_EMPTY)
    @JsonIgnoreProperties(ignoreUnknown = true)
    public record MatchedValues(
            List<String> exact,
            List<String> toneless,
            List<String> folded,
            List<String> wholeExact,
            List<String> wholeToneless,
            List<String> wholeFolded,
            List<String> wholeSorted,
            List<String> slips,
            List<String> wholeButOneWord,
            List<String> wholeWithoutSpaces,
            List<String> ends,
            List<String> given,
            List<String> families,
            List<String> givens,
            @Nullable String ethnicGroup,
            List<String> ethnicWords,
            @Nullable String nationality,
            @Nullable Integer bornFrom,
            @Nullable Integer bornTo,
            @Nullable String birthFrom,
            @Nullable String birthTo,
            List<String> birthDays,
            List<String> birthMonths,
            List<String> telephoneEnds,
            List<String> ownTelephoneEnds,
            List<String> besideTelephoneEnds,
            List<String> identityHashes,
            List<String> identityEnds,
            List<String> lastDigits,
            List<String> placeNames,
            List<String> placeWords) {}

    /**
     * Values in their original spelling.
     *
     * @param names primary first
     * @param telephones as written
     * @param identityNumbers their last four digits behind {@code …}, or that alone where they would tell too much: whole they
     *     stand in the hub alone, sealed
     * @param home as written, from the smallest unit up
     * @param byCentre what each centre had to do with the record, by its name
     */
    @JsonInclude(JsonInclude.Include.NON_EMPTY)
    @JsonIgnoreProperties(ignoreUnknown = true)
    public record ShownValues(
            List<String> names,
            List<String> telephones,
            List<String> identityNumbers,
            @Nullable ShownBirth birth,
            @Nullable String home,
            @Nullable String ethnicGroup,
            Map<String, ShownByCentre> byCentre) {
        /** Stands for an identity number of which no digits are shown. */
        public static final String NO_DIGITS = "…";

        public ShownValues {
            names = Absent.asEmpty(names);
            telephones = Absent.asEmpty(telephones);
            identityNumbers = Absent.asEmpty(identityNumbers);
            byCentre = Absent.asEmpty(byCentre);
        }
    }

    /** A birth as written, and the span it may lie in, ISO days. */
    public record ShownBirth(String written, String from, String to) {}
}
