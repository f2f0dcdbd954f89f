package org.unifiedhotline.console.people;

import java.net.URI;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.security.core.Authentication;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;
import org.unifiedhotline.console.access.CallerScope;
import org.unifiedhotline.console.audit.Disclosures;
import org.unifiedhotline.console.problems.ProblemException;
import org.unifiedhotline.masterrecords.records.MasterId;
import org.unifiedhotline.masterrecords.records.MasterLookup;
import org.unifiedhotline.masterrecords.records.MasterRecords;

/** Answers what is known of one person. */
@RestController
class PeopleController {
    private final MasterRecords masterRecords;
    private final PersonPages pages;
    private final CallerScope scope;
    private final Disclosures disclosures;

    PeopleController(MasterRecords masterRecords, PersonPages pages, CallerScope scope, Disclosures disclosures) {
        this.masterRecords = masterRecords;
        this.pages = pages;
        this.scope = scope;
        this.disclosures = disclosures;
    }

    @GetMapping("/api/v1/master-records/{id}")
    ResponseEntity<MasterRecordView> one(Authentication login, @PathVariable String id) {
        MasterId asked = id(id);
        return switch (masterRecords.find(asked, scope.of(login, asked))) {
            case MasterLookup.Found found -> ResponseEntity.ok(pages.of(login, asked, found.file()));
            case MasterLookup.MergedInto merged -> {
                disclosures.people(merged.standing());
                yield ResponseEntity.status(HttpStatus.MOVED_PERMANENTLY)
                        .location(URI.create("/api/v1/master-records/" + merged.standing()))
                        .build();
            }
            case MasterLookup.Gone ignored ->
                throw ProblemException.gone("No source record of this person stands any more.");
            case MasterLookup.Unknown ignored -> {
                if (!scope.of(login).isWhole() && masterRecords.stands(asked)) {
                    disclosures.hidden();
                }
                throw ProblemException.unknown("No master record ever had this id.");
            }
        };
    }

    private static MasterId id(String text) {
        try {
            return MasterId.of(text);
        } catch (IllegalArgumentException malformed) {
            throw ProblemException.badRequest("A master id is a UUID of 36 characters.");
        }
    }
}
