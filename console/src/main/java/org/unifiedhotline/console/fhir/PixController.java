package org.unifiedhotline.console.fhir;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.security.core.Authentication;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.unifiedhotline.console.access.CallerScope;
import org.unifiedhotline.console.access.ConsentedScope;
import org.unifiedhotline.console.audit.Disclosures;
import org.unifiedhotline.console.fhir.Elements.Reference;
import org.unifiedhotline.console.fhir.Parameters.Parameter;
import org.unifiedhotline.console.problems.OperationOutcome;
import org.unifiedhotline.mappings.source.SourceRecordKey;
import org.unifiedhotline.mappings.source.SourceSystem;
import org.unifiedhotline.masterrecords.crosswalk.Crosswalk;
import org.unifiedhotline.masterrecords.crosswalk.CrosswalkLookup;
import org.unifiedhotline.masterrecords.records.CrosswalkEntry;
import org.unifiedhotline.masterrecords.records.MasterId;
import org.unifiedhotline.masterrecords.records.MasterLookup;
import org.unifiedhotline.masterrecords.records.MasterRecords;
import org.unifiedhotline.masterrecords.records.Member;

/**
 * Answers by which other identifiers a person is known: the crosswalk, as IHE asks it.
 *
 * @see <a href="https://profiles.ihe.net/ITI/PIXm/ITI-83.html">IHE PIXm, ITI-83</a>
 */
@RestController
class PixController {
    private final Crosswalk crosswalk;
    private final MasterRecords masterRecords;
    private final CallerScope scope;
    private final ConsentedScope consented;
    private final Disclosures disclosures;

    PixController(
            Crosswalk crosswalk,
            MasterRecords masterRecords,
            CallerScope scope,
            ConsentedScope consented,
            Disclosures disclosures) {
        this.crosswalk = crosswalk;
        this.masterRecords = masterRecords;
        this.scope = scope;
        this.consented = consented;
        this.disclosures = disclosures;
    }

    @GetMapping("/fhir/Patient/$ihe-pix")
    ResponseEntity<Parameters> corresponding(
            Authentication login,
            @RequestParam(required = false, defaultValue = "") List<String> sourceIdentifier,
            @RequestParam(required = false, defaultValue = "") List<String> targetSystem) {
        if (sourceIdentifier.size() != 1) {
            throw FhirException.value("'sourceIdentifier' is given once, as system|value.");
        }
        String asked = sourceIdentifier.getFirst();
        int bar = SearchValues.bar(asked);
        String value = SearchValues.unescaped(asked.substring(bar + 1));
        if (bar < 1 || value.isEmpty()) {
            throw FhirException.value("'sourceIdentifier' has a system and a value: system|value.");
        }
        IdentifierSystem system = IdentifierSystem.of(SearchValues.unescaped(asked.substring(0, bar)))
                .filter(one -> !one.isOfDocuments())
                .orElseThrow(() -> new FhirException(
                        HttpStatus.BAD_REQUEST, "code-invalid", "sourceIdentifier Assigning Authority not found"));
        Set<IdentifierSystem> wanted = wanted(targetSystem);
        Person person = system == IdentifierSystem.MASTER_RECORD
                ? byMaster(login, id(value))
                : byRecord(login, record(system, value));
        disclosures.people(person.id());
        return ResponseEntity.ok().contentType(OperationOutcome.FHIR_JSON).body(told(person, wanted, system, value));
    }

    /** Whom the identifier is of, and the source records that the caller is told. */
    private record Person(MasterId id, List<SourceRecordKey> records) {}

    private Person byRecord(Authentication login, SourceRecordKey key) {
        CrosswalkLookup found = crosswalk.find(key);
        found.person().ifPresent(disclosures::people); // also if it is refused
        scope.requireEveryCentreAndLabel(login);
        scope.requireSource(login, key.system());
        return switch (found) {
            case CrosswalkLookup.Live live -> {
                MasterId id = live.entry().masterId();
                scope.requireCleared(
                        login, live.members().stream().map(CrosswalkEntry::key).toList());
                Set<SourceSystem> sources = consented.sources(login, id, key.system());
                yield new Person(
                        id,
                        live.members().stream()
                                .map(CrosswalkEntry::key)
                                .filter(member -> sources.contains(member.system()))
                                .toList());
            }
            case CrosswalkLookup.Unresolved ignored ->
                throw new FhirException(
                        HttpStatus.SERVICE_UNAVAILABLE,
                        "transient",
                        "The record was captured; its person is still being worked out.");
            case CrosswalkLookup.Deleted ignored ->
                throw new FhirException(HttpStatus.GONE, "deleted", "The record was deleted at its source.");
            case CrosswalkLookup.NeverCaptured ignored -> throw notFound();
        };
    }

    private Person byMaster(Authentication login, MasterId id) {
        disclosures.people(id); // also if it is refused
        scope.requireEveryCentreAndLabel(login);
        return switch (masterRecords.find(id, consented.of(login, id))) {
            case MasterLookup.Found found -> {
                List<SourceRecordKey> records = found.file().master().members().stream()
                        .map(Member::key)
                        .toList();
                if (!scope.cleared(login, records).containsAll(records)) {
                    scope.requireClearedForAll(login);
                }
                yield new Person(id, records);
            }
            case MasterLookup.MergedInto merged -> byMaster(login, merged.standing());
            case MasterLookup.Gone ignored ->
                throw new FhirException(HttpStatus.GONE, "deleted", "No source record of this person stands any more.");
            case MasterLookup.Unknown ignored -> {
                if (!scope.of(login).isWhole() && masterRecords.stands(id)) {
                    disclosures.hidden();
                }
                throw notFound();
            }
        };
    }

    private static Parameters told(Person person, Set<IdentifierSystem> wanted, IdentifierSystem asked, String value) {
        List<Parameter> told = new ArrayList<>();
        if (wanted.contains(IdentifierSystem.MASTER_RECORD)) {
            add(told, IdentifierSystem.MASTER_RECORD, person.id().toString(), asked, value);
        }
        person.records().forEach(record -> {
            IdentifierSystem system = IdentifierSystem.of(record.table());
            if (system != null && wanted.contains(system)) {
                add(told, system, record.localId(), asked, value);
            }
        });
        if (!told.isEmpty()) {
            told.add(new Parameter("targetId", null, Reference.to(person.id())));
        }
        return new Parameters("Parameters", told);
    }

    /** All but the one that was asked by. */
    private static void add(
            List<Parameter> told, IdentifierSystem system, String value, IdentifierSystem asked, String askedValue) {
        if (system != asked || !value.equals(askedValue)) {
            told.add(new Parameter("targetIdentifier", PatientParts.identifier("secondary", system, value), null));
        }
    }

    private static Set<IdentifierSystem> wanted(List<String> targetSystems) {
        Set<IdentifierSystem> wanted = EnumSet.noneOf(IdentifierSystem.class);
        targetSystems.stream()
                .filter(one -> !one.isBlank())
                .forEach(uri -> wanted.add(IdentifierSystem.of(uri.strip())
                        .filter(one -> !one.isOfDocuments())
                        .orElseThrow(() ->
                                new FhirException(HttpStatus.FORBIDDEN, "code-invalid", "targetSystem not found"))));
        return wanted.isEmpty() ? EnumSet.allOf(IdentifierSystem.class) : wanted;
    }

    private static SourceRecordKey record(IdentifierSystem system, String value) {
        try {
            return Objects.requireNonNull(system.record(value));
        } catch (IllegalArgumentException noLocalId) {
            throw notFound();
        }
    }

    private static MasterId id(String value) {
        try {
            return MasterId.of(value);
        } catch (IllegalArgumentException noneOfOurs) {
            throw notFound();
        }
    }

    private static FhirException notFound() {
        return new FhirException(HttpStatus.NOT_FOUND, "not-found", "sourceIdentifier Patient Identifier not found");
    }
}
