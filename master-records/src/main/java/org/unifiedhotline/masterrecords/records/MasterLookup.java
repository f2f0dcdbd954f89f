package org.unifiedhotline.masterrecords.records;

/** What a master id leads to. */
public sealed interface MasterLookup {

    /** The id stands. */
    record Found(PersonFile file) implements MasterLookup {}

    /** The id was merged away; {@code standing} is the one that stands. */
    record MergedInto(MasterId standing) implements MasterLookup {}

    /** The id's person has no source record any more. */
    record Gone() implements MasterLookup {}

    /** No master record ever had this id. */
    record Unknown() implements MasterLookup {}
}
