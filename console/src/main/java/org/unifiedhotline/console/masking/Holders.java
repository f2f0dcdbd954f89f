package org.unifiedhotline.console.masking;

import com.fasterxml.jackson.core.JsonStreamContext;
import java.util.Collection;
import java.util.EnumSet;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.unifiedhotline.mappings.canonical.CaseRecord;
import org.unifiedhotline.mappings.canonical.ContactRecord;
import org.unifiedhotline.mappings.canonical.PersonRecord;
import org.unifiedhotline.mappings.canonical.ReferralRecord;
import org.unifiedhotline.mappings.canonical.ReturnRecord;
import org.unifiedhotline.mappings.source.SourceRecordKey;
import org.unifiedhotline.masterrecords.records.MasterId;
import org.unifiedhotline.masterrecords.records.MasterRecord;
import org.unifiedhotline.masterrecords.records.Sourced;
import org.unifiedhotline.masterrecords.scope.FieldKind;
import org.unifiedhotline.masterrecords.scope.Label;

/** Who holds what is being written: the labels of the records, and whose they are, by what it is written within. */
final class Holders {
    private Holders() {}

    /** Whether the value of this kind that is being written within these is read plainly. */
    static boolean areReadBy(Sight sight, FieldKind kind, JsonStreamContext within) {
        Set<Label> labels = labels(within);
        boolean byRole = (labels == null || labels.isEmpty())
                ? sight.plain().readsEverywhere(kind)
                : sight.plain().readsOnOneOf(kind, labels);
        return byRole || isRevealed(sight, kind, within);
    }

    private static boolean isRevealed(Sight sight, FieldKind kind, JsonStreamContext within) {
        MasterId master = master(within);
        return master != null && sight.isRevealed(master, kind);
    }

    /** The labels of the innermost records that it is written within; null if that is not known. */
    private static @Nullable Set<Label> labels(JsonStreamContext within) {
        for (JsonStreamContext at = within; at != null; at = at.getParent()) {
            Set<Label> labels = labels(at.getCurrentValue());
            if (labels != null) {
                return labels;
            }
        }
        return null;
    }

    private static @Nullable Set<Label> labels(@Nullable Object holder) {
        return switch (holder) {
            case null -> null;
            case PersonRecord person -> Set.of(Label.of(person.key()));
            case CaseRecord one -> Set.of(Label.of(one.subject()));
            case ContactRecord contact -> Set.of(label(contact));
            case ReferralRecord referral -> Set.of(Label.ofCase(referral.caseKey()));
            case ReturnRecord one -> Set.of(Label.of(one.victim()));
            case Sourced<?> value -> labels(value.from());
            case HeldBy part -> part.heldBy();
            default -> null;
        };
    }

    private static Label label(ContactRecord contact) {
        return contact.caseKey() == null ? Label.ORDINARY : Label.ofCase(contact.caseKey());
    }

    private static Set<Label> labels(Collection<SourceRecordKey> keys) {
        return keys.stream().map(Label::of).collect(Collectors.toCollection(() -> EnumSet.noneOf(Label.class)));
    }

    private static @Nullable MasterId master(JsonStreamContext within) {
        for (JsonStreamContext at = within; at != null; at = at.getParent()) {
            MasterId master = switch (at.getCurrentValue()) {
                case null -> null;
                case OfMaster one -> one.masterId();
                case MasterRecord record -> record.id();
                default -> null;
            };
            if (master != null) {
                return master;
            }
        }
        return null;
    }
}
