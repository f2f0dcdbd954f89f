package org.unifiedhotline.console.fhir;

import jakarta.servlet.http.HttpServletRequest;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.CacheControl;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.security.core.Authentication;
import org.springframework.util.LinkedMultiValueMap;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.unifiedhotline.console.access.CallerScope;
import org.unifiedhotline.console.access.ConsentedScope;
import org.unifiedhotline.console.audit.Disclosures;
import org.unifiedhotline.console.problems.OperationOutcome;
import org.unifiedhotline.masterrecords.records.MasterId;
import org.unifiedhotline.searchindex.queries.FieldRequest;
import org.unifiedhotline.searchindex.queries.FieldSearch;
import org.unifiedhotline.searchindex.queries.ReaderScope;

/** Reads and finds Patients. */
@RestController
class PatientController {
    private final FhirPeople people;
    private final FieldSearch search;
    private final CallerScope scope;
    private final ConsentedScope consented;
    private final Disclosures disclosures;

    PatientController(
            FhirPeople people,
            FieldSearch search,
            CallerScope scope,
            ConsentedScope consented,
            Disclosures disclosures) {
        this.people = people;
        this.search = search;
        this.scope = scope;
        this.consented = consented;
        this.disclosures = disclosures;
    }

    @GetMapping("/fhir/Patient/{id}")
    ResponseEntity<Patient> one(Authentication login, @PathVariable String id) {
        Patient patient = people.read(login, id(id));
        ResponseEntity.BodyBuilder answer = ResponseEntity.ok().contentType(OperationOutcome.FHIR_JSON);
        if (patient.meta() != null) {
            answer.eTag("W/\"" + patient.meta().versionId() + "\"");
        }
        return answer.cacheControl(CacheControl.noStore()).body(patient);
    }

    @GetMapping("/fhir/Patient")
    ResponseEntity<Bundle> search(
            Authentication login,
            @RequestParam MultiValueMap<String, String> given,
            @RequestHeader(name = "Prefer", required = false) @Nullable String prefer,
            HttpServletRequest request) {
        return found(login, PatientParameters.of(given, prefer, today()), base(request));
    }

    /** The same with the parameters in the body, where no log of addresses holds them. */
    @PostMapping(path = "/fhir/Patient/_search", consumes = MediaType.APPLICATION_FORM_URLENCODED_VALUE)
    ResponseEntity<Bundle> searchByBody(
            Authentication login,
            @RequestParam MultiValueMap<String, String> given,
            @RequestHeader(name = "Prefer", required = false) @Nullable String prefer,
            HttpServletRequest request) {
        String searched = String.valueOf(new LinkedMultiValueMap<>(given));
        disclosures.note("searched", searched);
        if (!Disclosures.isKept(searched)) {
            throw FhirException.tooLong();
        }
        return found(login, PatientParameters.of(given, prefer, today()), base(request));
    }

    private ResponseEntity<Bundle> found(Authentication login, PatientParameters asked, String base) {
        disclosures.note("searched", asked.understood());
        FieldRequest.Answer answer =
                search.search(new FieldRequest(asked.criteria(), asked.count(), asked.after(), searched(login)));
        List<Bundle.Entry> entries = new ArrayList<>();
        people.list(login, answer.people())
                .forEach(patient ->
                        entries.add(new Bundle.Entry(base + "/Patient/" + patient.id(), patient, Bundle.Search.MATCH)));
        asked.warning()
                .ifPresent(warning ->
                        entries.add(new Bundle.Entry("urn:uuid:" + UUID.randomUUID(), warning, Bundle.Search.OUTCOME)));
        return ResponseEntity.ok()
                .contentType(OperationOutcome.FHIR_JSON)
                .body(Bundle.found(answer.total(), links(asked, answer, base), entries));
    }

    /** Of what nobody needs to consent to, and nobody who asks for more clearance. */
    private ReaderScope searched(Authentication login) {
        ReaderScope within = scope.readerScope(login);
        return consented.decidesFor(login)
                ? new ReaderScope(
                        consented.searched(login).sources(),
                        within.roles(),
                        within.centres(),
                        within.provinces(),
                        within.clearance(),
                        within.plain())
                : within;
    }

    private static List<Bundle.Link> links(PatientParameters asked, FieldRequest.Answer answer, String base) {
        List<Bundle.Link> links = new ArrayList<>();
        links.add(new Bundle.Link("self", base + "/Patient" + asked.query(asked.after())));
        if (answer.more() && !answer.people().isEmpty()) {
            links.add(new Bundle.Link(
                    "next", base + "/Patient" + asked.query(answer.people().getLast())));
        }
        return links;
    }

    private static LocalDate today() {
        return LocalDate.now(Clock.systemUTC());
    }

    /** The address of this FHIR service as the caller wrote it. */
    static String base(HttpServletRequest request) {
        String url = request.getRequestURL().toString();
        return url.substring(0, url.indexOf("/fhir", url.indexOf("//") + 2)) + "/fhir";
    }

    private static MasterId id(String text) {
        try {
            return MasterId.of(text);
        } catch (IllegalArgumentException malformed) {
            throw FhirException.unknown();
        }
    }
}
