package org.unifiedhotline.console.crosswalk;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.security.core.Authentication;
import org.springframework.stereotype.Component;
import org.unifiedhotline.console.access.CallerScope;
import org.unifiedhotline.console.access.ConsentedScope;
import org.unifiedhotline.mappings.source.SourceRecordKey;
import org.unifiedhotline.mappings.source.SourceSystem;
import org.unifiedhotline.masterrecords.crosswalk.Crosswalk;
import org.unifiedhotline.masterrecords.crosswalk.CrosswalkChange;
import org.unifiedhotline.masterrecords.records.CrosswalkEntry;
import org.unifiedhotline.masterrecords.records.LinkKind;
import org.unifiedhotline.masterrecords.records.MasterId;

/**
 * Leaves out of lists of the crosswalk whom an account is not cleared for, and what consent keeps from a client outside the office that
 * was granted other systems' rows than its own: those rows of people who did not consent. Of whom it is a deletion, whoever the row was of
 * must consent. What is told of a person's own rows alone is told as if there were no others.
 */
@Component
final class CrosswalkRows {
    /** Who is asked about at once. */
    private static final int PORTION = 500;

    private final Crosswalk crosswalk;
    private final CallerScope scope;
    private final ConsentedScope consented;

    CrosswalkRows(Crosswalk crosswalk, CallerScope scope, ConsentedScope consented) {
        this.crosswalk = crosswalk;
        this.scope = scope;
        this.consented = consented;
    }

    /** Those of these changes that the caller is told, in their order. */
    List<CrosswalkChange> of(Authentication login, List<CrosswalkChange> changes) {
        Set<SourceRecordKey> cleared =
                scope.cleared(login, changes.stream().map(CrosswalkChange::key).toList());
        List<CrosswalkChange> known = changes.stream()
                .filter(change -> cleared.contains(change.key()))
                .toList();
        if (!consented.decidesFor(login)) {
            return known;
        }
        Set<SourceSystem> own = scope.ownSystems(login);
        Set<MasterId> consenting = consenting(known.stream().map(CrosswalkRows::person));
        List<CrosswalkChange> told = known.stream()
                .filter(change -> consents(consenting, person(change))
                        || (own.contains(change.key().system()) && !change.isOfKindAlone()))
                .toList();
        Map<SourceRecordKey, LinkKind> kinds = amongOwn(
                told.stream()
                        .filter(change -> !consents(consenting, person(change)))
                        .map(CrosswalkChange::key)
                        .toList(),
                own);
        return told.stream()
                .map(change -> change.linkKind() == null || consents(consenting, person(change))
                        ? change
                        : change.withKind(kinds.getOrDefault(change.key(), LinkKind.SINGLE)))
                .toList();
    }

    /** Hands on those entries that the caller is told; {@code Portions.finish} hands on the last of them. */
    Portions into(Authentication login, Consumer<CrosswalkEntry> told) {
        return new Portions(login, told, consented.decidesFor(login), scope.isClearedForAll(login));
    }

    private static @Nullable MasterId person(CrosswalkChange change) {
        return change.masterId() == null ? change.formerMasterId() : change.masterId();
    }

    private Set<MasterId> consenting(Stream<@Nullable MasterId> people) {
        return consented.consenting(people.filter(Objects::nonNull).collect(Collectors.toSet()));
    }

    private static boolean consents(Set<MasterId> consenting, @Nullable MasterId person) {
        return person != null && consenting.contains(person);
    }

    private Map<SourceRecordKey, LinkKind> amongOwn(Collection<SourceRecordKey> records, Set<SourceSystem> own) {
        return records.isEmpty() ? Map.of() : crosswalk.kindsAmong(records, own);
    }

    /** Entries on their way, some hundreds at a time where something is to be asked about them. */
    final class Portions {
        private final Authentication login;
        private final Consumer<CrosswalkEntry> told;
        private final boolean consentDecides;
        private final boolean isClearedForAll;
        private final List<CrosswalkEntry> waiting = new ArrayList<>();

        private Portions(
                Authentication login, Consumer<CrosswalkEntry> told, boolean consentDecides, boolean isClearedForAll) {
            this.login = login;
            this.told = told;
            this.consentDecides = consentDecides;
            this.isClearedForAll = isClearedForAll;
        }

        void add(CrosswalkEntry entry) {
            if (!consentDecides && isClearedForAll) {
                told.accept(entry);
                return;
            }
            waiting.add(entry);
            if (waiting.size() == PORTION) {
                finish();
            }
        }

        void finish() {
            List<CrosswalkEntry> known = isClearedForAll ? List.copyOf(waiting) : cleared();
            (consentDecides ? consented(known) : known).forEach(told);
            waiting.clear();
        }

        private List<CrosswalkEntry> cleared() {
            Set<SourceRecordKey> cleared = scope.cleared(
                    login, waiting.stream().map(CrosswalkEntry::key).toList());
            return waiting.stream()
                    .filter(entry -> cleared.contains(entry.key()))
                    .toList();
        }

        private List<CrosswalkEntry> consented(List<CrosswalkEntry> known) {
            Set<SourceSystem> own = scope.ownSystems(login);
            Set<MasterId> consenting = consenting(known.stream().map(CrosswalkEntry::masterId));
            Map<SourceRecordKey, LinkKind> kinds = amongOwn(
                    known.stream()
                            .filter(entry -> !consenting.contains(entry.masterId()))
                            .map(CrosswalkEntry::key)
                            .filter(key -> own.contains(key.system()))
                            .toList(),
                    own);
            return known.stream()
                    .filter(entry -> consenting.contains(entry.masterId())
                            || own.contains(entry.key().system()))
                    .map(entry -> consenting.contains(entry.masterId())
                            ? entry
                            : new CrosswalkEntry(
                                    entry.key(), entry.masterId(), kinds.getOrDefault(entry.key(), LinkKind.SINGLE)))
                    .toList();
        }
    }
}
