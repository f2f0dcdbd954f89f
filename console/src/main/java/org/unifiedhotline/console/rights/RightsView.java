package org.unifiedhotline.console.rights;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.unifiedhotline.mappings.source.SourceRecordKey;
import org.unifiedhotline.masterrecords.records.MasterId;
import org.unifiedhotline.masterrecords.rights.Consent;
import org.unifiedhotline.masterrecords.rights.CorrectionNotes;
import org.unifiedhotline.masterrecords.rights.ErasurePlan;
import org.unifiedhotline.masterrecords.rights.LegalHold;
import org.unifiedhotline.masterrecords.rights.PersonRequest;
import org.unifiedhotline.masterrecords.stewardship.Decision;

/**
 * How a person's rights stand. Holds no value of the person but what stewards wrote.
 *
 * @param sourceRecords what the person is made of
 * @param consent whether the person agreed that their data leave the service
 * @param consentEvidence which records say so, and since when
 * @param requests what the person asked for: what waits first, each with the last day for an answer
 * @param restriction the decision by which processing is restricted; null while it is not
 * @param erasureAwaiting the erasure that waits for approval; null if none does
 * @param erasureAnswerBy the last day for an answer to it; null if none does
 * @param holds legal holds, the latest first
 * @param corrections what is said to be wrong
 */
record RightsView(
        MasterId masterId,
        List<String> sourceRecords,
        Consent.State consent,
        List<Consent.Evidence> consentEvidence,
        List<RequestView> requests,
        @Nullable DecidedView restriction,
        @Nullable DecidedView erasureAwaiting,
        @Nullable LocalDate erasureAnswerBy,
        List<HoldView> holds,
        List<CorrectionView> corrections) {

    /** A decision about the person. */
    record DecidedView(
            long decisionId, String author, @Nullable String reason, Instant decidedAt) {
        static DecidedView of(Decision decision) {
            return new DecidedView(decision.id(), decision.author(), decision.reason(), decision.decidedAt());
        }

        /** That it was decided, and not why. */
        DecidedView withoutReason() {
            return new DecidedView(decisionId, author, null, decidedAt);
        }
    }

    /** What the person asked for, by when it is to be answered, and by when processing must have stopped, if it is to. */
    record RequestView(
            long id,
            PersonRequest.Kind kind,
            LocalDate receivedOn,
            LocalDate answerBy,
            @Nullable LocalDate stopBy,
            String notedBy,
            @Nullable String answeredBy,
            @Nullable Instant answeredAt) {
        static RequestView of(PersonRequest request) {
            return new RequestView(
                    request.id(),
                    request.kind(),
                    request.receivedOn(),
                    request.answerBy(),
                    request.stopBy(),
                    request.notedBy(),
                    request.answeredBy(),
                    request.answeredAt());
        }
    }

    /** A legal hold. */
    record HoldView(
            long id,
            String author,
            @Nullable String reason,
            Instant setAt,
            @Nullable String liftedBy,
            @Nullable Instant liftedAt,
            @Nullable String liftReason) {
        static HoldView of(LegalHold hold) {
            LegalHold.Lift lift = hold.lift();
            return new HoldView(
                    hold.id(),
                    hold.author(),
                    hold.reason(),
                    hold.setAt(),
                    lift == null ? null : lift.by(),
                    lift == null ? null : lift.at(),
                    lift == null ? null : lift.reason());
        }

        /** That it was set, and not why. */
        HoldView withoutReason() {
            return new HoldView(id, author, null, setAt, liftedBy, liftedAt, null);
        }
    }

    /** A correction note. */
    record CorrectionView(long id, String author, String words, Instant notedAt) {
        static CorrectionView of(CorrectionNotes.Note note) {
            return new CorrectionView(note.id(), note.author(), note.words(), note.notedAt());
        }
    }

    /**
     * What an erasure would take and leave, by the names of source records.
     *
     * @param goes the person's own records, of which nothing is kept but that they are there
     * @param blanked contacts, cases, returns, assessments, of which what is counted is kept
     * @param typed how many of what people typed or were shown goes, by what it is
     * @param held records that legal holds keep, and by which
     * @param casesOfOthers cases about others that the person reported: they stay, and may speak of the person
     */
    record ErasureView(
            MasterId masterId,
            List<String> goes,
            List<String> blanked,
            Map<String, Long> typed,
            List<String> held,
            List<HoldView> holds,
            List<String> casesOfOthers) {
        static ErasureView of(MasterId id, ErasurePlan plan) {
            return new ErasureView(
                    id,
                    names(plan.people()),
                    names(plan.others()),
                    plan.typed(),
                    names(plan.held()),
                    plan.holds().stream().map(HoldView::of).toList(),
                    names(plan.casesOfOthers()));
        }
    }

    static List<String> names(List<SourceRecordKey> keys) {
        return keys.stream().map(SourceRecordKey::toString).toList();
    }
}
