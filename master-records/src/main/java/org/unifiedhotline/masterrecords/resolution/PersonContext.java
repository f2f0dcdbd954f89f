package org.unifiedhotline.masterrecords.resolution;

import java.util.List;
import java.util.Map;
import org.unifiedhotline.mappings.canonical.CaseRecord;
import org.unifiedhotline.mappings.canonical.ContactRecord;
import org.unifiedhotline.mappings.canonical.PersonRecord;
import org.unifiedhotline.mappings.source.SourceRecordKey;

/**
 * What other records say of a person.
 *
 * @param cases the cases that name the person, as subject or as reporter
 * @param contacts the contacts whose caller the person is
 * @param others the other people whom these cases name, by key; those who are not there are left out
 */
public record PersonContext(
        List<CaseRecord> cases, List<ContactRecord> contacts, Map<SourceRecordKey, PersonRecord> others) {
    /** Nothing is known but the person's own row. */
    public static final PersonContext NONE = new PersonContext(List.of(), List.of(), Map.of());

    public PersonContext {
        cases = List.copyOf(cases);
        contacts = List.copyOf(contacts);
        others = Map.copyOf(others);
    }
}
