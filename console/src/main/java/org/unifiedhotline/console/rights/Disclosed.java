package org.unifiedhotline.console.rights;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.unifiedhotline.mappings.canonical.CaseRecord;
import org.unifiedhotline.mappings.canonical.ContactRecord;
import org.unifiedhotline.mappings.canonical.ReferralRecord;
import org.unifiedhotline.mappings.canonical.ReturnRecord;
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
 * @param person the master record, with every source record that it is made of, as written and as understood
 * @param consentEvidence which records say so, and since when
 * @param requests what the person asked for before
 * @param htcds the same in the words of the Human Trafficking Case Data Standard, as far as it has words for it
 * @param sourceChanges what the legacy systems' logs told of these records
 * @param history what happened to the master record
 * @param decisions what was decided about the person
 */
record Disclosed(
        Instant madeAt,
        MasterRecord person,
        Consent.State consent,
        List<Consent.Evidence> consentEvidence,
        List<PersonRequest> requests,
        Htcds htcds,
        List<ContactRecord> contacts,
        List<CaseRecord> cases,
        List<ReferralRecord> referrals,
        List<ReturnRecord> returns,
        List<SourceHistory.Change> sourceChanges,
        List<MasterChange> history,
        List<DecidedAbout> decisions,
        List<CorrectionNotes.Note> corrections,
        List<LegalHold> legalHolds) {

    /** A decision about the person. */
    record DecidedAbout(
            String kind,
            String state,
            Instant decidedAt,
            String author,
            String reason,
            @Nullable String approvedBy) {
        static DecidedAbout of(Decision decision) {
            return new DecidedAbout(
                    decision.kind().name(),
                    decision.state().name(),
                    decision.decidedAt(),
                    decision.author(),
                    decision.reason(),
                    decision.approvedBy());
        }
    }

    /** Names nothing of the person: safe in a log. */
    @Override
    public String toString() {
        return "Disclosed[" + person.id() + "]";
    }
}
