package org.unifiedhotline.console.rights;

import java.nio.charset.StandardCharsets;
import java.util.EnumSet;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.security.core.Authentication;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.unifiedhotline.console.access.Caller;
import org.unifiedhotline.console.access.CallerScope;
import org.unifiedhotline.console.access.RolesTableAuthorization;
import org.unifiedhotline.console.audit.Disclosures;
import org.unifiedhotline.console.problems.ProblemException;
import org.unifiedhotline.masterrecords.records.MasterId;
import org.unifiedhotline.masterrecords.records.MasterRecords;
import org.unifiedhotline.masterrecords.records.Member;
import org.unifiedhotline.masterrecords.records.PersonFile;
import org.unifiedhotline.masterrecords.scope.FieldKind;
import org.unifiedhotline.masterrecords.sourcerecords.CanonicalJson;
import org.unifiedhotline.masterrecords.sourcerecords.SourceKeys;

/**
 * Answers all that is held about a person, to be handed to them: as JSON for machines, as a page to read and print. Nothing in it
 * is masked: it is written here, past the masks, for the roles that roles.yaml names alone. It says itself whether it is complete.
 */
@RestController
class DisclosureController {
    /** Records of people as they are named in it: besides the person's own, whoever reported a case about them. */
    private static final Pattern PEOPLE =
            Pattern.compile("\"((?:switchboard/(?:nguoi_goi|tre_em)|hotline/(?:caller|victim))/[^\"\\\\]{1,200})\"");

    /** The purpose of {@code roles.yaml} that this call is there for. */
    private static final String REQUEST_OF_THE_PERSON = "person";

    private final MasterRecords masterRecords;
    private final Disclosing disclosing;
    private final CallerScope scope;
    private final Disclosures disclosures;

    DisclosureController(
            MasterRecords masterRecords, Disclosing disclosing, CallerScope scope, Disclosures disclosures) {
        this.masterRecords = masterRecords;
        this.disclosing = disclosing;
        this.scope = scope;
        this.disclosures = disclosures;
    }

    /**
     * All of it.
     *
     * @param format {@code json} or {@code html}
     * @param lang of the page: {@code vi} or {@code en}
     * @param purpose what it is for; may stand in the header {@code X-Purpose} instead. It opens every kind of field to the caller.
     *     Where none is told, it is the person's own request
     */
    @GetMapping("/api/v1/master-records/{id}/disclosure")
    ResponseEntity<byte[]> disclosure(
            Authentication login,
            @PathVariable String id,
            @RequestParam(defaultValue = "json") String format,
            @RequestParam(defaultValue = "vi") String lang,
            @RequestParam(required = false) @Nullable String purpose,
            @RequestHeader(name = RolesTableAuthorization.PURPOSE, required = false) @Nullable String header) {
        if (!List.of("json", "html").contains(format)) {
            throw ProblemException.badRequest("'format' is json or html.");
        }
        scope.requireEverySource(login);
        PersonFile file = Ids.standing(masterRecords, Ids.of(id));
        scope.requireCleared(
                login, file.master().members().stream().map(Member::key).toList());
        requirePurpose(
                login,
                file.master().id(),
                Stream.of(purpose, header)
                        .filter(told -> told != null && !told.isBlank())
                        .findFirst()
                        .orElse(REQUEST_OF_THE_PERSON));
        disclosures.people(file.master().id());
        disclosures.note("disclosed", format);
        Disclosed everything = disclosing.everything(Caller.of(login).name(), file);
        disclosures.people(everything.history().stream()
                .flatMap(change -> Stream.ofNullable(change.other()))
                .toList());
        String json = CanonicalJson.text(everything);
        disclosures.records(PEOPLE.matcher(json)
                .results()
                .map(named -> SourceKeys.parse(named.group(1)))
                .toList());
        MasterId person = file.master().id();
        return format.equals("html")
                ? answer(MediaType.TEXT_HTML, "inline", person + ".html", DisclosurePage.of(json, lang))
                : answer(MediaType.APPLICATION_JSON, "attachment", person + ".json", json);
    }

    /** Whoever had the processing of their data restricted may still ask for it; for any other purpose named roles are told of them. */
    private void requirePurpose(Authentication login, MasterId person, String purpose) {
        disclosures.note("purpose", purpose.strip());
        if (!scope.requirePurpose(login, purpose, EnumSet.allOf(FieldKind.class))
                .equals(REQUEST_OF_THE_PERSON)) {
            scope.requireUnrestricted(login, person);
        }
    }

    private static ResponseEntity<byte[]> answer(MediaType type, String disposition, String name, String text) {
        return ResponseEntity.ok()
                .contentType(new MediaType(type, StandardCharsets.UTF_8))
                .cacheControl(CacheControl.noStore())
                .header(HttpHeaders.CONTENT_DISPOSITION, disposition + "; filename=\"disclosure-" + name + "\"")
                .body(text.getBytes(StandardCharsets.UTF_8));
    }
}
