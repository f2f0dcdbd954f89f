package org.unifiedhotline.console.people;

import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.unifiedhotline.console.masking.HeldBy;
import org.unifiedhotline.console.masking.OfMaster;
import org.unifiedhotline.mappings.canonical.Birth;
import org.unifiedhotline.mappings.canonical.CaseRecord;
import org.unifiedhotline.mappings.canonical.ContactRecord;
import org.unifiedhotline.mappings.canonical.IdentityNumber;
import org.unifiedhotline.mappings.canonical.PersonName;
import org.unifiedhotline.mappings.canonical.PersonRecord;
import org.unifiedhotline.mappings.canonical.PersonRole;
import org.unifiedhotline.mappings.canonical.Place;
import org.unifiedhotline.mappings.canonical.ReferralRecord;
import org.unifiedhotline.mappings.canonical.RelatedPerson;
import org.unifiedhotline.mappings.canonical.ReturnRecord;
import org.unifiedhotline.mappings.canonical.Sex;
import org.unifiedhotline.mappings.canonical.Telephone;
import org.unifiedhotline.masterrecords.records.CodeNames;
import org.unifiedhotline.masterrecords.records.LinkKind;
import org.unifiedhotline.masterrecords.records.MasterChange;
import org.unifiedhotline.masterrecords.records.MasterId;
import org.unifiedhotline.masterrecords.records.MasterRecord;
import org.unifiedhotline.masterrecords.records.Member;
import org.unifiedhotline.masterrecords.records.PersonFile;
import org.unifiedhotline.masterrecords.records.SourceHistory;
import org.unifiedhotline.masterrecords.records.Sourced;
import org.unifiedhotline.masterrecords.rights.CorrectionNotes;
import org.unifiedhotline.masterrecords.scope.Label;

/**
 * A person as the API tells of them: each value of the master record with the source records that hold it and the rule
 * that chose it, then what it is made of, then what happened.
 *
 * @param sourceRecords what it is made of, each as it stands at its source
 * @param contacts calls, chats and the like, newest first; so are cases, referrals and returns
 * @param codeNames what the codes in these are called
 * @param history what happened to the master record itself, oldest first
 * @param sourceChanges what the sources' logs told of these records, latest first, the latest 200
 * @param corrections what is said to be wrong about the person, the oldest first
 * @param revealed what is revealed of the person to the reader just now; null if nothing is
 */
record MasterRecordView(
        MasterId masterId,
        long version,
        Instant changedAt,
        @Nullable Sourced<PersonName> name,
        List<Sourced<PersonName>> otherNames,
        @Nullable Sourced<Sex> sex,
        @Nullable Sourced<Birth> birth,
        List<Sourced<Telephone>> telephones,
        List<Sourced<IdentityNumber>> identityNumbers,
        @Nullable Sourced<Place> home,
        @Nullable Sourced<String> ethnicGroup,
        @Nullable Sourced<String> nationality,
        List<Sourced<RelatedPerson>> relatedPersons,
        List<PersonRole> roles,
        List<SourceRecordView> sourceRecords,
        List<ContactRecord> contacts,
        List<CaseRecord> cases,
        List<ReferralRecord> referrals,
        List<ReturnRecord> returns,
        CodeNames codeNames,
        List<MasterChange> history,
        List<SourceChangeView> sourceChanges,
        List<CorrectionView> corrections,
        @Nullable RevealedView revealed)
        implements OfMaster {

    static MasterRecordView of(
            PersonFile file,
            CodeNames codeNames,
            List<MasterChange> history,
            List<SourceHistory.Change> sourceChanges,
            List<CorrectionNotes.Note> corrections,
            @Nullable RevealedView revealed) {
        MasterRecord master = file.master();
        return new MasterRecordView(
                master.id(),
                master.version(),
                master.changedAt(),
                master.name(),
                master.otherNames(),
                master.sex(),
                master.birth(),
                master.telephones(),
                master.identityNumbers(),
                master.home(),
                master.ethnicGroup(),
                master.nationality(),
                master.relatedPersons(),
                master.roles(),
                master.members().stream().map(SourceRecordView::of).toList(),
                file.contacts(),
                file.cases(),
                file.referrals(),
                file.returns(),
                codeNames,
                history,
                sourceChanges.stream().map(SourceChangeView::of).toList(),
                corrections.stream().map(CorrectionView::of).toList(),
                revealed);
    }

    /** Names no value of the person: safe in a log. */
    @Override
    public String toString() {
        return "MasterRecordView[" + masterId + "]";
    }

    /** What somebody says is wrong, beside what the legacy systems say. */
    record CorrectionView(long id, String author, String words, Instant notedAt) {
        static CorrectionView of(CorrectionNotes.Note note) {
            return new CorrectionView(note.id(), note.author(), note.words(), note.notedAt());
        }
    }

    /**
     * A source record that the master record is made of.
     *
     * @param person what it says, as written and as understood
     */
    record SourceRecordView(String source, String table, String localId, LinkKind linkKind, PersonRecord person) {
        static SourceRecordView of(Member member) {
            return new SourceRecordView(
                    member.key().system().code(),
                    member.key().table().name(),
                    member.key().localId(),
                    member.linkKind(),
                    member.person());
        }
    }

    /**
     * A change that a source's log told.
     *
     * @param columns what an update changed
     */
    record SourceChangeView(
            String source,
            String table,
            String localId,
            String kind,
            Instant changedAt,
            List<SourceHistory.ColumnChange> columns)
            implements HeldBy {
        @Override
        public Set<Label> heldBy() {
            return switch (table) {
                case "nguoi_goi", "caller" -> Set.of(Label.ORDINARY);
                case "tre_em", "ca_can_thiep", "chuyen_tuyen" -> Set.of(Label.CHILD);
                case "victim", "case_file", "referral", "return_record" -> Set.of(Label.TRAFFICKING_VICTIM);
                default -> Set.of(); // a call may be about anybody
            };
        }

        static SourceChangeView of(SourceHistory.Change change) {
            return new SourceChangeView(
                    change.key().system().code(),
                    change.key().table().name(),
                    change.key().localId(),
                    change.kind(),
                    change.changedAt(),
                    change.columns());
        }
    }
}
