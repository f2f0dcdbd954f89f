package org.unifiedhotline.masterrecords.relations;

import java.util.List;
import org.unifiedhotline.mappings.canonical.ReporterRelation;
import org.unifiedhotline.mappings.source.SourceRecordKey;
import org.unifiedhotline.masterrecords.records.MasterId;

/**
 * Who is related to a person.
 *
 * @param people each with what ties the two
 * @param common telephones of the person that too many hold to name them: a shelter's, a neighbour's
 * @param all whether these are all; false when there are more people than are told
 */
public record Related(List<Other> people, List<CommonTelephone> common, boolean all) {
    public Related {
        people = List.copyOf(people);
        common = List.copyOf(common);
    }

    /**
     * Another person.
     *
     * @param records the source records that the other is made of, in the order of their keys
     * @param cases that name both
     * @param telephones that both hold, in E.164 form
     */
    public record Other(
            MasterId masterId, List<SourceRecordKey> records, List<CaseTie> cases, List<String> telephones) {
        public Other {
            records = List.copyOf(records);
            cases = List.copyOf(cases);
            telephones = List.copyOf(telephones);
        }
    }

    /**
     * A case that names both.
     *
     * @param key the case's record
     * @param subject whom it is about
     * @param part what the person asked about is in it
     * @param otherPart what the other is in it
     * @param relation what the reporter is to the subject, as the case says or else the reporter's own row
     */
    public record CaseTie(
            SourceRecordKey key,
            String caseNumber,
            SourceRecordKey subject,
            Part part,
            Part otherPart,
            ReporterRelation relation) {

        /** Whether it makes the two family: one reported it about the other as a relative. */
        public boolean isFamily() {
            boolean betweenThem = (part == Part.SUBJECT && otherPart == Part.REPORTER)
                    || (part == Part.REPORTER && otherPart == Part.SUBJECT);
            return betweenThem
                    && switch (relation) {
                        case MOTHER, FATHER, PARENT, GRANDPARENT, SIBLING, RELATIVE -> true;
                        case SELF, FRIEND, NEIGHBOUR, TEACHER, OFFICIAL, STRANGER, OTHER, UNKNOWN -> false;
                    };
        }
    }

    /** What a person is in a case. */
    public enum Part {
        /** Whom it is about. */
        SUBJECT,
        /** Who reported it. */
        REPORTER,
        /** Who called in the matter besides. */
        CALLER
    }

    /**
     * A telephone that many hold.
     *
     * @param number in E.164 form
     * @param people how many others hold it, of those that may be known; counted up to a bound
     */
    public record CommonTelephone(String number, int people) {}
}
