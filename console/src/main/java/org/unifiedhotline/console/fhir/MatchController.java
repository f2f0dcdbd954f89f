package org.unifiedhotline.console.fhir;

import com.fasterxml.jackson.databind.JsonNode;
import jakarta.servlet.http.HttpServletRequest;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.springframework.http.ResponseEntity;
import org.springframework.security.core.Authentication;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;
import org.unifiedhotline.console.access.CallerScope;
import org.unifiedhotline.console.access.ConsentedScope;
import org.unifiedhotline.console.audit.Disclosures;
import org.unifiedhotline.console.fhir.Elements.Extension;
import org.unifiedhotline.console.problems.OperationOutcome;
import org.unifiedhotline.masterrecords.records.MasterId;
import org.unifiedhotline.masterrecords.resolution.Lookalikes;
import org.unifiedhotline.masterrecords.resolution.Lookalikes.Lookalike;
import org.unifiedhotline.matching.record.Decision;

/** Answers who may be somebody described, weighed by the model in force. Nothing is written, and nobody is linked by it. */
@RestController
class MatchController {
    private static final String GRADE = "http://hl7.org/fhir/StructureDefinition/match-grade";
    private static final int DIGITS_OF_SCORE = 4;
    private static final double EVEN = 0.5;

    private final Lookalikes lookalikes;
    private final FhirPeople people;
    private final CallerScope scope;
    private final ConsentedScope consented;
    private final Disclosures disclosures;

    MatchController(
            Lookalikes lookalikes,
            FhirPeople people,
            CallerScope scope,
            ConsentedScope consented,
            Disclosures disclosures) {
        this.lookalikes = lookalikes;
        this.people = people;
        this.scope = scope;
        this.consented = consented;
        this.disclosures = disclosures;
    }

    @PostMapping("/fhir/Patient/$match")
    ResponseEntity<Bundle> match(Authentication login, @RequestBody JsonNode body, HttpServletRequest request) {
        MatchRequest asked = MatchRequest.of(body);
        String whom = asked.patient().toString();
        disclosures.note("described", whom);
        if (!Disclosures.isKept(whom)) {
            throw FhirException.tooLong();
        }
        Described described = new Described(PatientJson.of("Patient", asked.patient()));
        List<Lookalike> found = lookalikes.of(described.readWith(scope.plainOf(login)), consented.searched(login));
        List<Bundle.Entry> entries = entries(login, asked, found, PatientController.base(request));
        return ResponseEntity.ok()
                .contentType(OperationOutcome.FHIR_JSON)
                .body(Bundle.found(entries.size(), List.of(), entries));
    }

    private List<Bundle.Entry> entries(Authentication login, MatchRequest asked, List<Lookalike> found, String base) {
        List<Lookalike> wanted = asked.onlyCertain()
                ? found.stream().filter(one -> one.decision() == Decision.LINK).toList()
                : found;
        List<Patient> shown =
                people.list(login, wanted.stream().map(Lookalike::masterId).toList());
        // Where several are certain, none of them is: whoever wants certainty only gets none.
        if (asked.onlyCertain() && shown.size() > 1) {
            return List.of();
        }
        Map<MasterId, Lookalike> byId = new HashMap<>();
        wanted.forEach(one -> byId.put(one.masterId(), one));
        List<Bundle.Entry> entries = new ArrayList<>();
        shown.stream()
                .limit(asked.count())
                .forEach(patient -> entries.add(new Bundle.Entry(
                        base + "/Patient/" + patient.id(),
                        patient,
                        search(Objects.requireNonNull(byId.get(patient.id()))))));
        return entries;
    }

    private static Bundle.Search search(Lookalike one) {
        double probability = one.weight().probability();
        String grade = switch (one.decision()) {
            case LINK -> "certain";
            case POSSIBLE_LINK -> probability >= EVEN ? "probable" : "possible";
            case NON_LINK -> "certainly-not";
        };
        return new Bundle.Search(
                List.of(Extension.code(GRADE, grade)),
                "match",
                BigDecimal.valueOf(probability).setScale(DIGITS_OF_SCORE, RoundingMode.HALF_UP));
    }
}
