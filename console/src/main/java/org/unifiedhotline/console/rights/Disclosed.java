package org.unifiedhotline.console.rights;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.unifiedhotline.mappings.canonical.CaseRecord;
import org.unifiedhotline.mappings.canonical.ContactRecord;
import org.unifiedhotline.mappings.canonical.ReferralRecord;
import org.unifiedhotline.mappings.canonical.ReturnRecord;
import org.unifiedhotline.masterrecords.disclosure.Held;
import org.unifiedhotline.masterrecords.records.MasterChange;
import org.unifiedhotline.masterrecords.records.MasterRecord;
import org.unifiedhotline.masterrecords.records.SourceHistory;
import org.unifiedhotline.masterrecords.rights.Consent;
import org.unifiedhotline.masterrecords.rights.CorrectionNotes;
import org.unifiedhotline.masterrecords.rights.LegalHold;
import org.unifiedhotline.masterrecords.rights.PersonRequest;
import org.unifiedhotline.masterrecords.stewardship.Decision;

/**
 * All that is held about a person.
 *
 * @param completeness whether something is left out of it, and how much of what
 * @param person the master record, with every source record that it is made of, as written and as understood
 * @param consentEvidence which records say so, and since when
 * @param requests what the person asked for before
 * @param htcds the same in the words of the Human Trafficking Case Data Standard, as far as it has words for it
 * @param sourceChanges what the legacy systems' logs told of these records
 * @param history what happened to the master record
 * @param decisions what was decided about the person
 * @param questions what stewards were asked, shown and noted about the person
 * @param verdicts what was judged of links that were drawn by chance
 * @param setAside rows about the person that could not be understood
 */
record Disclosed(
        Instant madeAt,
        Completeness completeness,
        MasterRecord person,
        Consent.State consent,
        List<Consent.Evidence> consentEvidence,
        List<PersonRequest> requests,
        Htcds htcds,
        List<ContactRecord> contacts,
        List<CaseRecord> cases,
        List<ReferralRecord> referrals,
        List<ReturnRecord> returns,
        List<Held.Assessment> assessments,
        List<SourceHistory.Change> sourceChanges,
        List<MasterChange> history,
        List<DecidedAbout> decisions,
        List<Held.Question> questions,
        List<Held.Judged> verdicts,
        List<Held.SetAsideRow> setAside,
        List<CorrectionNotes.Note> corrections,
        List<LegalHold> legalHolds) {

    /**
     * Whether this is all.
     *
     * @param complete whether nothing is left out
     * @param leftOut how much of what is left out; empty if nothing is
     * @param never what no disclosure tells, by what it is
     */
    record Completeness(boolean complete, SortedMap<String, Long> leftOut, List<String> never) {
        private static final List<String> NEVER = List.of("whoReadIt", "derivedFromIt");

        static Completeness of(Map<String, Long> counted) {
            SortedMap<String, Long> leftOut = new TreeMap<>(counted);
            leftOut.values().removeIf(count -> count == 0);
            return new Completeness(leftOut.isEmpty(), leftOut, NEVER);
        }
    }

    /**
     * A decision about the person.
     *
     * @param reason null where it is withheld, since it tells of somebody else, too
     */
    record DecidedAbout(
            String kind,
            String state,
            Instant decidedAt,
            String author,
            @Nullable String reason,
            @Nullable String approvedBy) {
        static DecidedAbout of(Decision decision, @Nullable String reason) {
            return new DecidedAbout(
                    decision.kind().name(),
                    decision.state().name(),
                    decision.decidedAt(),
                    decision.author(),
                    reason,
                    decision.approvedBy());
        }
    }

    /** Names nothing of the person: safe in a log. */
    @Override
    public String toString() {
        return "Disclosed[" + person.id() + "]";
    }
}
