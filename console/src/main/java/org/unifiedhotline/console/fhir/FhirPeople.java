package org.unifiedhotline.console.fhir;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.springframework.http.HttpStatus;
import org.springframework.security.core.Authentication;
import org.springframework.stereotype.Component;
import org.unifiedhotline.console.access.CallerScope;
import org.unifiedhotline.console.access.ConsentedScope;
import org.unifiedhotline.console.audit.Disclosures;
import org.unifiedhotline.mappings.source.SourceRecordKey;
import org.unifiedhotline.masterrecords.records.MasterId;
import org.unifiedhotline.masterrecords.records.MasterLookup;
import org.unifiedhotline.masterrecords.records.MasterRecord;
import org.unifiedhotline.masterrecords.records.MasterRecords;
import org.unifiedhotline.masterrecords.records.Member;
import org.unifiedhotline.masterrecords.records.PersonFile;
import org.unifiedhotline.masterrecords.scope.ReaderScope;

/** People as Patients, as far as the caller may know of them: scope, clearance, restriction and consent hold as in the whole API. */
@Component
final class FhirPeople {
    private final MasterRecords masterRecords;
    private final CallerScope scope;
    private final ConsentedScope consented;
    private final Patients patients;
    private final Disclosures disclosures;

    FhirPeople(
            MasterRecords masterRecords,
            CallerScope scope,
            ConsentedScope consented,
            Patients patients,
            Disclosures disclosures) {
        this.masterRecords = masterRecords;
        this.scope = scope;
        this.consented = consented;
        this.patients = patients;
        this.disclosures = disclosures;
    }

    /**
     * The Patient with an id; of one that was merged away, where it leads.
     *
     * @throws FhirException 404 if there is none that the caller may know, 410 if nothing is left of the person
     * @throws org.unifiedhotline.console.problems.ProblemException 403 if the caller is not cleared for the person, or the person is restricted
     */
    Patient read(Authentication login, MasterId id) {
        ReaderScope within = consented.of(login, id);
        return switch (masterRecords.find(id, within)) {
            case MasterLookup.Found found -> patient(login, found.file().master(), within);
            case MasterLookup.MergedInto merged -> {
                disclosures.people(merged.standing());
                yield Patients.replacedBy(id, merged.standing());
            }
            case MasterLookup.Gone ignored ->
                throw new FhirException(HttpStatus.GONE, "deleted", "No source record of this person stands any more.");
            case MasterLookup.Unknown ignored -> {
                if (!within.isWhole() && masterRecords.stands(id)) {
                    disclosures.hidden();
                }
                throw FhirException.unknown();
            }
        };
    }

    private Patient patient(Authentication login, MasterRecord master, ReaderScope within) {
        scope.requireUnrestricted(login, master.id());
        if (!scope.hasBrokenGlass(login, master.id())) {
            scope.requireCleared(login, keys(master));
        }
        List<MasterId> replaces = within.isWhole() ? masterRecords.mergedInto(master.id()) : List.of();
        disclosures.people(replaces);
        return patients.of(master, within.isWhole(), replaces);
    }

    /** The Patients with these ids, in their order; whoever the caller may not know is left out. */
    List<Patient> list(Authentication login, Collection<MasterId> ids) {
        Set<MasterId> restricted = masterRecords.restricted(ids);
        Map<MasterId, Patient> found = new LinkedHashMap<>();
        byScope(login, ids)
                .forEach((within, some) -> masterRecords
                        .load(some, within)
                        .forEach((id, file) -> put(login, found, restricted, file, within)));
        return ids.stream()
                .filter(found::containsKey)
                .map(id -> Objects.requireNonNull(found.get(id)))
                .toList();
    }

    private void put(
            Authentication login,
            Map<MasterId, Patient> found,
            Set<MasterId> restricted,
            PersonFile file,
            ReaderScope within) {
        MasterRecord master = file.master();
        if (!restricted.contains(master.id()) && scope.isClearedFor(login, keys(master))) {
            found.put(master.id(), patients.of(master, within.isWhole(), List.of()));
        }
    }

    /** All of one scope, unless consent tells some from others. */
    private Map<ReaderScope, List<MasterId>> byScope(Authentication login, Collection<MasterId> ids) {
        if (!consented.decidesFor(login)) {
            return Map.of(scope.of(login), List.copyOf(ids));
        }
        Set<MasterId> consenting = consented.consenting(ids);
        Map<ReaderScope, List<MasterId>> byScope = new LinkedHashMap<>();
        ids.forEach(id -> byScope.computeIfAbsent(
                        consenting.contains(id) ? scope.of(login) : consented.searched(login),
                        unseen -> new ArrayList<>())
                .add(id));
        return byScope;
    }

    private static List<SourceRecordKey> keys(MasterRecord master) {
        return master.members().stream().map(Member::key).toList();
    }
}
