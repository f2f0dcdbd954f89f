package org.unifiedhotline.searchindex.indexing;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.unifiedhotline.mappings.source.SourceRecordKey;
import org.unifiedhotline.masterrecords.records.CaseFellow;
import org.unifiedhotline.masterrecords.records.MasterId;
import org.unifiedhotline.masterrecords.records.MasterRecords;
import org.unifiedhotline.masterrecords.records.PersonFile;
import org.unifiedhotline.masterrecords.records.StandingVersion;
import org.unifiedhotline.searchindex.documents.IdentityHash;

/** What the index needs to know of the hub's master records. */
public interface HubRecords {

    /** The master records of the hub, but those of people whose processing is restricted: nobody finds these. */
    static HubRecords of(MasterRecords masterRecords) {
        return new HubRecords() {
            @Override
            public Map<MasterId, PersonFile> load(Collection<MasterId> ids) {
                return ids.isEmpty() ? Map.of() : masterRecords.loadFindable(ids);
            }

            @Override
            public Map<SourceRecordKey, CaseFellow> fellows(Collection<PersonFile> files) {
                return files.isEmpty() ? Map.of() : masterRecords.fellows(files);
            }

            @Override
            public List<StandingVersion> standing(@Nullable MasterId after, int limit) {
                return masterRecords.standing(after, limit);
            }

            @Override
            public Set<MasterId> unknown(Collection<MasterId> ids) {
                return masterRecords.unknown(ids);
            }

            @Override
            public Set<SourceRecordKey> hidden() {
                return masterRecords.hiddenRecords();
            }

            @Override
            public IdentityHash identityHash() {
                return number -> masterRecords.hashes().of("identity number", number);
            }
        };
    }

    /** How identity numbers stand in the index. */
    IdentityHash identityHash();

    /** The records of people whom nobody may find, whatever documents still hold. */
    Set<SourceRecordKey> hidden();

    /** The person files of those ids that stand, by id. */
    Map<MasterId, PersonFile> load(Collection<MasterId> ids);

    /** Whom the cases of these people name besides, by key. */
    Map<SourceRecordKey, CaseFellow> fellows(Collection<PersonFile> files);

    /**
     * Standing master records in the order of their ids as text.
     *
     * @param after the id to begin behind; null for the beginning
     * @param limit how many at most
     */
    List<StandingVersion> standing(@Nullable MasterId after, int limit);

    /** Those of the ids that were never given to anybody, as far as the hub knows. */
    Set<MasterId> unknown(Collection<MasterId> ids);
}
