package org.unifiedhotline.console.people;

import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.security.core.Authentication;
import org.unifiedhotline.console.access.CallerScope;
import org.unifiedhotline.mappings.canonical.CaseRecord;
import org.unifiedhotline.mappings.source.SourceRecordKey;
import org.unifiedhotline.masterrecords.records.MasterChange;
import org.unifiedhotline.masterrecords.records.MasterId;
import org.unifiedhotline.masterrecords.records.MasterRecord;
import org.unifiedhotline.masterrecords.records.Member;
import org.unifiedhotline.masterrecords.records.PersonFile;
import org.unifiedhotline.masterrecords.resolution.Story;
import org.unifiedhotline.matching.explanation.ClusterExplanation;

/** What one reader may read of a person: nothing of one whom they are not cleared for, and of others what is not about such. */
final class ForReader {
    private final CallerScope scope;
    private final Authentication reader;
    /** Whether the reader broke the glass over the person: then the whole of the person is shown. */
    private final boolean glassBroken;
    /** Records of people whose processing is restricted, and cases about them: the broken glass does not show these. */
    private final Set<SourceRecordKey> restricted;

    /** @throws org.unifiedhotline.console.problems.ProblemException 403 if the person is restricted, and not for this reader's eyes */
    ForReader(CallerScope scope, Authentication reader, MasterId person) {
        scope.requireUnrestricted(reader, person);
        this.scope = scope;
        this.reader = reader;
        this.restricted = scope.restrictedFrom(reader);
        this.glassBroken = !scope.isClearedForAll(reader) && scope.hasBrokenGlass(reader, person);
    }

    /**
     * A person's file, without the cases about others whom the reader is not cleared for or who are restricted, and what belongs to
     * these cases.
     *
     * @throws org.unifiedhotline.console.problems.ProblemException 403 if the reader is not cleared for the person
     */
    PersonFile file(PersonFile all) {
        master(all.master());
        PersonFile whole = restricted.isEmpty() ? all : all.without(restricted);
        if (glassBroken || scope.isClearedForAll(reader)) {
            return whole;
        }
        List<CaseRecord> cases =
                whole.cases().stream().filter(one -> may(one.subject())).toList();
        Set<SourceRecordKey> shown = cases.stream().map(CaseRecord::key).collect(Collectors.toSet());
        return new PersonFile(
                whole.master(),
                whole.contacts().stream()
                        .filter(contact -> isShown(contact.caseKey(), shown))
                        .toList(),
                cases,
                whole.referrals().stream()
                        .filter(referral -> shown.contains(referral.caseKey()))
                        .toList(),
                whole.returns());
    }

    /** A master record, of now or of another time; refused likewise. */
    MasterRecord master(MasterRecord master) {
        if (!glassBroken) {
            scope.requireCleared(
                    reader, master.members().stream().map(Member::key).toList());
        }
        return master;
    }

    /** A history, without the former records that the reader is not cleared for, and without who is restricted. */
    List<MasterChange> history(List<MasterChange> whole) {
        Set<MasterId> hidden = scope.restrictedFrom(
                reader,
                whole.stream()
                        .flatMap(change -> Stream.ofNullable(change.other()))
                        .toList());
        return whole.stream()
                .map(change -> new MasterChange(
                        change.id(),
                        change.version(),
                        change.changedAt(),
                        change.kind(),
                        isShown(change.other(), hidden) ? change.other() : null,
                        change.members().stream()
                                .filter(record -> may(record) && !restricted.contains(record))
                                .toList()))
                .toList();
    }

    /**
     * A story; which records of others are held apart, and why, is told to those only who are cleared for everybody, and of nobody who is
     * restricted. Where somebody restricted had a part in it, it says that something happened, and no more.
     */
    Story story(Story whole) {
        if (!glassBroken) {
            scope.requireCleared(reader, whole.members());
        }
        boolean others = glassBroken || scope.isClearedForAll(reader);
        Set<MasterId> hidden = scope.restrictedFrom(
                reader,
                whole.events().stream()
                        .flatMap(event -> Stream.ofNullable(event.other()))
                        .toList());
        return new Story(
                whole.masterId(),
                told(whole.vietnamese(), others),
                told(whole.english(), others),
                whole.members(),
                whole.events().stream()
                        .map(event -> isShown(event.other(), hidden) ? event : event.alone())
                        .toList());
    }

    private static boolean isShown(@Nullable MasterId other, Set<MasterId> hidden) {
        return other == null || !hidden.contains(other);
    }

    /** Whether the reader may know of a person made of these records; who is not is left out, and not counted. */
    boolean mayKnow(List<SourceRecordKey> records) {
        return scope.isClearedFor(reader, records) && records.stream().noneMatch(restricted::contains);
    }

    private ClusterExplanation told(ClusterExplanation whole, boolean others) {
        return new ClusterExplanation(
                whole.summary(),
                whole.joins(),
                whole.apart().stream()
                        .filter(line ->
                                others && restricted.stream().noneMatch(record -> line.contains(record.toString())))
                        .toList());
    }

    private boolean may(SourceRecordKey record) {
        return glassBroken || scope.isClearedFor(reader, List.of(record));
    }

    private static boolean isShown(@Nullable SourceRecordKey caseKey, Set<SourceRecordKey> shown) {
        return caseKey == null || shown.contains(caseKey);
    }
}
