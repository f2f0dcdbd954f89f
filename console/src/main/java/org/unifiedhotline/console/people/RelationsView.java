package org.unifiedhotline.console.people;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.unifiedhotline.console.masking.Masks;
import org.unifiedhotline.console.masking.OfMaster;
import org.unifiedhotline.mappings.canonical.Birth;
import org.unifiedhotline.mappings.canonical.PersonName;
import org.unifiedhotline.mappings.canonical.PersonRole;
import org.unifiedhotline.mappings.canonical.ReporterRelation;
import org.unifiedhotline.mappings.canonical.Sex;
import org.unifiedhotline.mappings.source.SourceRecordKey;
import org.unifiedhotline.masterrecords.records.MasterId;
import org.unifiedhotline.masterrecords.records.MasterRecord;
import org.unifiedhotline.masterrecords.records.PersonFile;
import org.unifiedhotline.masterrecords.records.Sourced;
import org.unifiedhotline.masterrecords.relations.Related;
import org.unifiedhotline.masterrecords.relations.Related.CaseTie;
import org.unifiedhotline.masterrecords.relations.Related.CommonTelephone;
import org.unifiedhotline.masterrecords.relations.Related.Other;
import org.unifiedhotline.masterrecords.relations.Related.Part;
import org.unifiedhotline.masterrecords.scope.FieldKind;

/**
 * Who is related to a person, as far as the reader may know of them.
 *
 * @param people who shares a case or a telephone with the person; at most 100
 * @param commonTelephones telephones that too many share to name them
 * @param all false when there are more people than are told
 */
record RelationsView(
        MasterId masterId, List<RelatedPersonView> people, List<CommonTelephoneView> commonTelephones, boolean all) {

    /**
     * What is told.
     *
     * @param own the person's file as the reader is shown it
     * @param files those of the others, likewise; who has none is left out
     */
    static RelationsView of(MasterId id, PersonFile own, Related related, Map<MasterId, PersonFile> files) {
        Set<String> numbers = HeldNumbers.of(own);
        List<RelatedPersonView> people = related.people().stream()
                .filter(other -> files.containsKey(other.masterId()))
                .map(other -> RelatedPersonView.of(other, Objects.requireNonNull(files.get(other.masterId())), numbers))
                .filter(other -> !other.cases().isEmpty() || !other.telephones().isEmpty())
                .toList();
        return new RelationsView(
                id,
                people,
                related.common().stream()
                        .filter(common -> numbers.contains(common.number()))
                        .map(CommonTelephoneView::of)
                        .toList(),
                related.all());
    }

    /** Names no value of a person: safe in a log. */
    @Override
    public String toString() {
        return "RelationsView[" + masterId + "]";
    }

    /**
     * A related person.
     *
     * @param sources the systems that know the person
     * @param cases that name both, the latest first
     * @param telephones that both hold, in E.164 form
     */
    record RelatedPersonView(
            MasterId masterId,
            @Nullable String displayName,
            @Nullable Birth birth,
            @Nullable Sex sex,
            List<PersonRole> roles,
            Set<String> sources,
            List<CaseTieView> cases,
            @Masks(FieldKind.TELEPHONE) List<String> telephones)
            implements OfMaster {
        static RelatedPersonView of(Other other, PersonFile file, Set<String> numbersOfPerson) {
            MasterRecord master = file.master();
            Set<String> numbers = HeldNumbers.of(file);
            Sourced<PersonName> name = master.name();
            return new RelatedPersonView(
                    other.masterId(),
                    name == null ? null : name.value().display(),
                    master.birth() == null ? null : master.birth().value(),
                    master.sex() == null ? null : master.sex().value(),
                    master.roles(),
                    master.members().stream()
                            .map(member -> member.key().system().code())
                            .collect(Collectors.toUnmodifiableSet()),
                    other.cases().stream().map(CaseTieView::of).toList(),
                    other.telephones().stream()
                            .filter(number -> numbers.contains(number) && numbersOfPerson.contains(number))
                            .toList());
        }

        /** Names no value of a person: safe in a log. */
        @Override
        public String toString() {
            return "RelatedPersonView[" + masterId + "]";
        }
    }

    /**
     * A case that names both.
     *
     * @param part what the person asked about is in it
     * @param otherPart what the other is in it
     * @param relation what the reporter is to the subject
     * @param family whether it makes the two family
     */
    record CaseTieView(
            SourceRecordKey key,
            String caseNumber,
            Part part,
            Part otherPart,
            ReporterRelation relation,
            boolean family) {
        static CaseTieView of(CaseTie tie) {
            return new CaseTieView(
                    tie.key(), tie.caseNumber(), tie.part(), tie.otherPart(), tie.relation(), tie.isFamily());
        }
    }

    /**
     * A telephone that too many share.
     *
     * @param number in E.164 form
     */
    record CommonTelephoneView(@Masks(FieldKind.TELEPHONE) String number, int people) {
        static CommonTelephoneView of(CommonTelephone common) {
            return new CommonTelephoneView(common.number(), common.people());
        }
    }
}
