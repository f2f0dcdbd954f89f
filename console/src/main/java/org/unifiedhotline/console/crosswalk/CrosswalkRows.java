package org.unifiedhotline.console.crosswalk;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.security.core.Authentication;
import org.springframework.stereotype.Component;
import org.unifiedhotline.console.access.CallerScope;
import org.unifiedhotline.console.access.ConsentedScope;
import org.unifiedhotline.mappings.source.SourceSystem;
import org.unifiedhotline.masterrecords.crosswalk.CrosswalkChange;
import org.unifiedhotline.masterrecords.records.CrosswalkEntry;
import org.unifiedhotline.masterrecords.records.MasterId;

/**
 * Leaves out of lists of the crosswalk what consent keeps from a client outside the office that was granted other systems' rows than its
 * own: those rows of people who did not consent. Of whom it is a deletion, whoever the row was of must consent.
 */
@Component
final class ConsentedRows {
    /** Whose consent is asked at once. */
    private static final int PORTION = 500;

    private final CallerScope scope;
    private final ConsentedScope consented;

    ConsentedRows(CallerScope scope, ConsentedScope consented) {
        this.scope = scope;
        this.consented = consented;
    }

    /** Those of these changes that the caller is told, in their order. */
    List<CrosswalkChange> of(Authentication login, List<CrosswalkChange> changes) {
        return consented.decidesFor(login)
                ? let(login, changes, change -> change.key().system(), ConsentedRows::person)
                : changes;
    }

    /** Hands on those entries that the caller is told; {@code Portions.finish} hands on the last of them. */
    Portions into(Authentication login, Consumer<CrosswalkEntry> told) {
        return new Portions(login, told, consented.decidesFor(login));
    }

    private static @Nullable MasterId person(CrosswalkChange change) {
        return change.masterId() == null ? change.formerMasterId() : change.masterId();
    }

    private <T> List<T> let(
            Authentication login,
            List<T> rows,
            Function<T, SourceSystem> system,
            Function<T, @Nullable MasterId> person) {
        Set<SourceSystem> own = scope.ownSystems(login);
        Set<MasterId> consenting = consented.consenting(rows.stream()
                .filter(row -> !own.contains(system.apply(row)))
                .flatMap(row -> Stream.ofNullable(person.apply(row)))
                .distinct()
                .toList());
        return rows.stream()
                .filter(row -> own.contains(system.apply(row)) || consents(consenting, person.apply(row)))
                .toList();
    }

    private static boolean consents(Set<MasterId> consenting, @Nullable MasterId person) {
        return person != null && consenting.contains(person);
    }

    /** Entries on their way, some hundreds at a time where consent is to be asked. */
    final class Portions {
        private final Authentication login;
        private final Consumer<CrosswalkEntry> told;
        private final boolean asks;
        private final List<CrosswalkEntry> waiting = new ArrayList<>();

        private Portions(Authentication login, Consumer<CrosswalkEntry> told, boolean asks) {
            this.login = login;
            this.told = told;
            this.asks = asks;
        }

        void add(CrosswalkEntry entry) {
            if (!asks) {
                told.accept(entry);
                return;
            }
            waiting.add(entry);
            if (waiting.size() == PORTION) {
                finish();
            }
        }

        void finish() {
            let(login, waiting, entry -> entry.key().system(), entry -> Objects.requireNonNull(entry.masterId()))
                    .forEach(told);
            waiting.clear();
        }
    }
}
