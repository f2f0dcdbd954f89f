package org.unifiedhotline.searchindex.queries;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.unifiedhotline.mappings.canonical.Centre;
import org.unifiedhotline.mappings.canonical.PersonRole;
import org.unifiedhotline.mappings.canonical.Sex;
import org.unifiedhotline.mappings.source.SourceRecordKey;
import org.unifiedhotline.mappings.source.SourceSystem;
import org.unifiedhotline.masterrecords.records.MasterId;
import org.unifiedhotline.masterrecords.scope.Mask;

/**
 * A person who was found, as far as the reader's scope shows them.
 *
 * @param displayName the name to show; null when no source record in scope gives one
 * @param otherNames all further names in scope
 * @param births as written and as understood, distinct
 * @param sexes as recorded, unknown left out; more than one where records differ
 * @param homes places as written, such as {@code Bát Xát, Lào Cai}
 * @param provinces two-digit codes since 1 July 2025
 * @param lastContact when the person was last in contact; null if never
 * @param sourceRecords the source records in scope
 * @param highlights why it was found: marked stretches of the original spelling
 * @param masks what stands in these records and is not read plainly; it is in no other part of this hit
 * @param score the sum of what matched; comparable within one answer only
 */
public record SearchHit(
        MasterId masterId,
        @Nullable String displayName,
        List<String> otherNames,
        List<ShownBirth> births,
        List<Sex> sexes,
        List<PersonRole> roles,
        List<SourceSystem> sources,
        List<Centre> centres,
        List<String> homes,
        List<String> provinces,
        List<String> telephones,
        List<String> identityNumbers,
        List<String> caseNumbers,
        boolean openReferral,
        boolean returned,
        @Nullable Instant lastContact,
        Instant changedAt,
        List<SourceRecordKey> sourceRecords,
        List<Highlight> highlights,
        List<Mask> masks,
        double score) {
    public SearchHit {
        otherNames = List.copyOf(otherNames);
        births = List.copyOf(births);
        sexes = List.copyOf(sexes);
        roles = List.copyOf(roles);
        sources = List.copyOf(sources);
        centres = List.copyOf(centres);
        homes = List.copyOf(homes);
        provinces = List.copyOf(provinces);
        telephones = List.copyOf(telephones);
        identityNumbers = List.copyOf(identityNumbers);
        caseNumbers = List.copyOf(caseNumbers);
        sourceRecords = List.copyOf(sourceRecords);
        highlights = List.copyOf(highlights);
        masks = List.copyOf(masks);
    }

    /** Tells no value of the person: safe in a log. */
    @Override
    public String toString() {
        return "SearchHit[" + masterId + "]";
    }

    /**
     * When a person was born.
     *
     * @param written as it stands in the source
     * @param from the earliest day, ISO
     * @param to the latest day, ISO
     */
    public record ShownBirth(String written, String from, String to) {}

    /**
     * A value with the stretches that matched.
     *
     * @param field {@code name}, {@code relatedName}, {@code telephone}, {@code identityNumber}, {@code birth},
     *     {@code place}, {@code caseNumber}, {@code ethnicGroup}
     * @param text the value in its original spelling
     * @param marks stretches of {@code text}, in order, not overlapping
     */
    public record Highlight(String field, String text, List<Mark> marks) {
        public Highlight {
            marks = List.copyOf(marks);
        }
    }

    /** A stretch of text, in UTF-16 units: from {@code start} up to, not including, {@code end}. */
    public record Mark(int start, int end) {
        public Mark {
            if (start < 0 || end <= start) {
                throw new IllegalArgumentException("a mark covers at least one character");
            }
        }
    }
}
