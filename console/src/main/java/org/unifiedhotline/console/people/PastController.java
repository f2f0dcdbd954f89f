package org.unifiedhotline.console.people;

import java.net.URI;
import java.time.Instant;
import java.util.Set;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.security.core.Authentication;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;
import org.unifiedhotline.console.access.CallerScope;
import org.unifiedhotline.console.audit.Disclosures;
import org.unifiedhotline.console.problems.ProblemException;
import org.unifiedhotline.mappings.source.SourceRecordKey;
import org.unifiedhotline.masterrecords.records.MasterAt;
import org.unifiedhotline.masterrecords.records.MasterId;
import org.unifiedhotline.masterrecords.records.MasterLookup;
import org.unifiedhotline.masterrecords.records.MasterRecord;
import org.unifiedhotline.masterrecords.records.MasterRecords;
import org.unifiedhotline.masterrecords.records.TimeTravel;
import org.unifiedhotline.masterrecords.resolution.Stories;
import org.unifiedhotline.masterrecords.resolution.Story;

/** Answers what a person was at a time, and how its records came together. */
@RestController
class PastController {
    private final TimeTravel timeTravel;
    private final Stories stories;
    private final MasterRecords masterRecords;
    private final CallerScope scope;
    private final Disclosures disclosures;

    PastController(
            TimeTravel timeTravel,
            Stories stories,
            MasterRecords masterRecords,
            CallerScope scope,
            Disclosures disclosures) {
        this.timeTravel = timeTravel;
        this.stories = stories;
        this.masterRecords = masterRecords;
        this.scope = scope;
        this.disclosures = disclosures;
    }

    /**
     * The master record alone, as it was at a time: of the members, values and pins of the time. An id that had been merged
     * away by then leads to the one that it redirected to, at the same time.
     */
    @GetMapping("/api/v1/master-records/{id}/at/{time}")
    ResponseEntity<MasterRecord> at(Authentication login, @PathVariable String id, @PathVariable Instant time) {
        MasterId asked = id(id);
        Set<SourceRecordKey> restricted = scope.restrictedFrom(login);
        return switch (timeTravel.at(asked, time, scope.of(login, asked), restricted)) {
            case MasterAt.Was was -> ResponseEntity.ok(new ForReader(scope, login, asked).master(was.master()));
            case MasterAt.Redirected merged -> {
                disclosures.people(merged.into());
                yield ResponseEntity.status(HttpStatus.MOVED_PERMANENTLY)
                        .location(URI.create("/api/v1/master-records/" + merged.into() + "/at/" + time))
                        .build();
            }
            case MasterAt.Gone ignored -> throw ProblemException.gone("No source record of this person stood then.");
            case MasterAt.NotYet ignored -> {
                if (!(timeTravel.at(asked, time) instanceof MasterAt.NotYet)) {
                    disclosures.hidden();
                }
                throw ProblemException.unknown("There was no such master record then.");
            }
        };
    }

    /** How the records of a person came together; an id that was merged away leads to the story of the one that stands. */
    @GetMapping("/api/v1/master-records/{id}/story")
    ResponseEntity<Story> story(Authentication login, @PathVariable String id) {
        scope.requireEverySource(login);
        MasterId asked = id(id);
        return stories.of(asked)
                .map(story -> ResponseEntity.ok(new ForReader(scope, login, asked).story(story)))
                .orElseGet(() -> elsewhere(asked));
    }

    private ResponseEntity<Story> elsewhere(MasterId asked) {
        return switch (masterRecords.find(asked)) {
            case MasterLookup.MergedInto merged -> {
                disclosures.people(merged.standing());
                yield ResponseEntity.status(HttpStatus.MOVED_PERMANENTLY)
                        .location(URI.create("/api/v1/master-records/" + merged.standing() + "/story"))
                        .build();
            }
            case MasterLookup.Gone ignored ->
                throw ProblemException.gone("No source record of this person stands any more.");
            case MasterLookup.Found ignored ->
                throw ProblemException.unavailable("This person is just being worked out; ask again.");
            case MasterLookup.Unknown ignored -> throw ProblemException.unknown("No master record ever had this id.");
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
