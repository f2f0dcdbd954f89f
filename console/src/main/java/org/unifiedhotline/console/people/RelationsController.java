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
import org.unifiedhotline.masterrecords.records.PersonFile;
import org.unifiedhotline.masterrecords.relations.Related;
import org.unifiedhotline.masterrecords.relations.Related.Other;
import org.unifiedhotline.masterrecords.relations.Relations;
import org.unifiedhotline.masterrecords.scope.ReaderScope;

/** Answers who is related to a person. */
@RestController
class RelationsController {
    private final MasterRecords masterRecords;
    private final Relations relations;
    private final CallerScope scope;
    private final Disclosures disclosures;

    RelationsController(MasterRecords masterRecords, Relations relations, CallerScope scope, Disclosures disclosures) {
        this.masterRecords = masterRecords;
        this.relations = relations;
        this.scope = scope;
        this.disclosures = disclosures;
    }

    /**
     * Family and others by the cases that name both, and who shares a telephone, as far as the reader's scope shows cases, records
     * and telephones. People outside it, whom the reader is not cleared for or whose processing is restricted, are neither told nor counted. An id that was merged away leads to the relations of the one that stands.
     */
    @GetMapping("/api/v1/master-records/{id}/relations")
    ResponseEntity<RelationsView> relations(Authentication login, @PathVariable String id) {
        MasterId asked = id(id);
        return switch (masterRecords.find(asked, scope.of(login, asked))) {
            case MasterLookup.Found found -> {
                ForReader reader = new ForReader(scope, login, asked);
                reader.master(found.file().master());
                yield ResponseEntity.ok(
                        view(found.file(), scope.of(login), relations.of(asked, scope.of(login), reader::mayKnow)));
            }
            case MasterLookup.MergedInto merged -> {
                disclosures.people(merged.standing());
                yield ResponseEntity.status(HttpStatus.MOVED_PERMANENTLY)
                        .location(URI.create("/api/v1/master-records/" + merged.standing() + "/relations"))
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

    private RelationsView view(PersonFile own, ReaderScope within, Related related) {
        return RelationsView.of(
                own.master().id(),
                own,
                related,
                masterRecords.load(
                        related.people().stream().map(Other::masterId).toList(), within));
    }

    private static MasterId id(String text) {
        try {
            return MasterId.of(text);
        } catch (IllegalArgumentException malformed) {
            throw ProblemException.badRequest("A master id is a UUID of 36 characters.");
        }
    }
}
