package org.unifiedhotline.mappings.canonical;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.unifiedhotline.mappings.source.SourceRecordKey;

/**
 * A person as one source record tells of them (a row of {@code nguoi_goi}, {@code tre_em}, {@code caller} or
 * {@code victim}).
 *
 * @param names primary first; empty when no name was given
 * @param relationToSubject hotline callers only: what they say they are to the victim; else unknown
 * @param ethnicGroup standardized name of the ethnic group, such as {@code Kinh} or {@code Mông}; null if not given
 * @param writtenEthnicGroup as written; null if not given
 * @param nationality ISO 3166-1 alpha-2; null if not given
 * @param note free text of the source; sensitive
 * @param createdAt when the source opened the row
 * @param updatedAt when the source last changed it; null if never
 */
public record PersonRecord(
        SourceRecordKey key,
        PersonRole role,
        List<PersonName> names,
        Sex sex,
        @Nullable Birth birth,
        List<Telephone> telephones,
        List<IdentityNumber> identityNumbers,
        @Nullable Place home,
        @Nullable String ethnicGroup,
        @Nullable String writtenEthnicGroup,
        @Nullable String nationality,
        List<RelatedPerson> relatedPersons,
        ReporterRelation relationToSubject,
        @Nullable Boolean disability,
        @Nullable Boolean consentToShare,
        @Nullable String note,
        Instant createdAt,
        @Nullable Instant updatedAt,
        List<Flag> flags)
        implements CanonicalRecord {
    public PersonRecord {
        names = List.copyOf(names);
        telephones = List.copyOf(telephones);
        identityNumbers = List.copyOf(identityNumbers);
        relatedPersons = List.copyOf(relatedPersons);
        flags = List.copyOf(flags);
    }

    /** Names no value of the person: safe in a log. */
    @Override
    public String toString() {
        return "PersonRecord[" + key + "]";
    }
}
