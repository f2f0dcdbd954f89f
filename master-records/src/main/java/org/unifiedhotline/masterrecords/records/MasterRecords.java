package org.unifiedhotline.masterrecords.records;

import java.util.Collection;
import java.util.List;
import java.util.Map;

/** Master records as they stand now, each rebuilt from its present members, and their history. */
public class MasterRecords {

    /** What an id leads to; redirects are followed to the master record that stands. */
    public MasterLookup find(MasterId id) {
        throw new UnsupportedOperationException("not built yet");
    }

    /** The person files of those ids that stand, by id; made for hundreds at a time in a few queries. */
    public Map<MasterId, PersonFile> load(Collection<MasterId> ids) {
        throw new UnsupportedOperationException("not built yet");
    }

    /** What happened to this id, oldest first; empty if it never existed. */
    public List<MasterChange> history(MasterId id) {
        throw new UnsupportedOperationException("not built yet");
    }
}
