package org.unifiedhotline.console.crosswalk;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Set;
import org.springframework.security.core.Authentication;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.unifiedhotline.console.access.CallerScope;
import org.unifiedhotline.console.access.ConsentedScope;
import org.unifiedhotline.console.audit.Disclosures;
import org.unifiedhotline.console.problems.ProblemException;
import org.unifiedhotline.mappings.source.SourceRecordKey;
import org.unifiedhotline.mappings.source.SourceSystem;
import org.unifiedhotline.masterrecords.crosswalk.Crosswalk;
import org.unifiedhotline.masterrecords.crosswalk.CrosswalkChange;
import org.unifiedhotline.masterrecords.crosswalk.CrosswalkLookup;
import org.unifiedhotline.masterrecords.records.CrosswalkEntry;

/** Answers which master record each source record belongs to. */
@RestController
class CrosswalkController {
    private static final int MOST_CHANGES = 10_000;

    private final Crosswalk crosswalk;
    private final ConsentedScope consented;
    private final CrosswalkRows rows;
    private final CallerScope scope;
    private final Disclosures disclosures;

    CrosswalkController(
            Crosswalk crosswalk,
            ConsentedScope consented,
            CrosswalkRows rows,
            CallerScope scope,
            Disclosures disclosures) {
        this.crosswalk = crosswalk;
        this.consented = consented;
        this.rows = rows;
        this.scope = scope;
        this.disclosures = disclosures;
    }

    /** Written row by row on the request's own thread: no buffer grows with the hub, and no timer cuts it off. */
    @GetMapping("/api/v1/crosswalk.csv")
    void all(Authentication login, HttpServletResponse response) throws IOException {
        scope.requireEveryCentreAndLabel(login);
        Set<SourceSystem> sources = scope.sourcesOf(login);
        response.setContentType("text/csv");
        response.setCharacterEncoding(StandardCharsets.UTF_8.name());
        response.setHeader("Content-Disposition", "attachment; filename=\"crosswalk.csv\"");
        CrosswalkCsv csv = new CrosswalkCsv(response.getWriter());
        csv.header();
        CrosswalkRows.Portions told = rows.into(login, csv::row);
        crosswalk.stream(sources, told::add);
        told.finish();
        csv.finish();
    }

    @GetMapping("/api/v1/crosswalk/{source}/{table}/{localId}")
    CrosswalkAnswer one(
            Authentication login,
            @PathVariable String source,
            @PathVariable String table,
            @PathVariable String localId) {
        SourceRecordKey key = key(source, table, localId);
        CrosswalkLookup found = crosswalk.find(key);
        found.person().ifPresent(disclosures::people); // also if it is refused
        scope.requireEveryCentreAndLabel(login);
        scope.requireSource(login, key.system());
        scope.requireCleared(login, concerned(key, found));
        return CrosswalkAnswer.of(
                found instanceof CrosswalkLookup.Live live
                        ? crosswalk.among(live, mayBeTold(login, key, live))
                        : found);
    }

    /**
     * The systems whose records of the person are told: to a client outside the office, which was granted other rows than its own, those
     * of the row that it asked for alone unless the person consents.
     */
    private Set<SourceSystem> mayBeTold(Authentication login, SourceRecordKey key, CrosswalkLookup.Live live) {
        return consented.sources(login, live.entry().masterId(), key.system());
    }

    private static List<SourceRecordKey> concerned(SourceRecordKey key, CrosswalkLookup found) {
        return found instanceof CrosswalkLookup.Live live
                ? live.members().stream().map(CrosswalkEntry::key).toList()
                : List.of(key);
    }

    @GetMapping("/api/v1/crosswalk/changes")
    Changes changes(
            Authentication login,
            @RequestParam(defaultValue = "0") long since,
            @RequestParam(defaultValue = "1000") int size) {
        if (since < 0 || size < 1 || size > MOST_CHANGES) {
            throw ProblemException.badRequest(
                    "'since' is 0 or a position given before; 'size' is 1 to " + MOST_CHANGES);
        }
        scope.requireEveryCentreAndLabel(login);
        List<CrosswalkChange> changes = crosswalk.changesSince(since, scope.sourcesOf(login), size);
        return new Changes(
                rows.of(login, changes),
                changes.isEmpty() ? since : changes.getLast().position());
    }

    private static SourceRecordKey key(String source, String table, String localId) {
        try {
            return SourceRecordKey.of(SourceSystem.of(source), table, localId);
        } catch (IllegalArgumentException malformed) {
            throw ProblemException.badRequest(
                    "A source record is named by its source (switchboard or hotline), its table"
                            + " as in the legacy schema and its primary key.");
        }
    }

    /**
     * What changed in the crosswalk.
     *
     * @param next what to give as {@code since} the next time
     */
    record Changes(List<CrosswalkChange> changes, long next) {}
}
