package org.unifiedhotline.console.rights;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.unifiedhotline.console.rights.Disclosed.DecidedAbout;
import org.unifiedhotline.masterrecords.database.HubDatabase;
import org.unifiedhotline.masterrecords.disclosure.Held;
import org.unifiedhotline.masterrecords.disclosure.HeldBeside;
import org.unifiedhotline.masterrecords.disclosure.OwnFile;
import org.unifiedhotline.masterrecords.records.MasterId;
import org.unifiedhotline.masterrecords.records.MasterRecords;
import org.unifiedhotline.masterrecords.records.PersonFile;
import org.unifiedhotline.masterrecords.records.SourceHistory;
import org.unifiedhotline.masterrecords.rights.Consent;
import org.unifiedhotline.masterrecords.rights.CorrectionNotes;
import org.unifiedhotline.masterrecords.rights.LegalHolds;
import org.unifiedhotline.masterrecords.rights.OthersWords;
import org.unifiedhotline.masterrecords.rights.PersonRequests;
import org.unifiedhotline.masterrecords.stewardship.Decision;
import org.unifiedhotline.masterrecords.stewardship.DecisionFilter;
import org.unifiedhotline.masterrecords.stewardship.Stewardship;

/** Gathers all that is held about a person, and counts what is left out of it. */
@Component
class Disclosing {
    private static final int MOST_CHANGES = 10_000;
    private static final int DECISIONS_AT_ONCE = 100;

    private final HubDatabase hub;
    private final MasterRecords masterRecords;
    private final SourceHistory sourceHistory;
    private final Stewardship stewardship;
    private final LegalHolds holds;
    private final CorrectionNotes notes;
    private final Consent consent;
    private final PersonRequests requests;
    private final HeldBeside beside;

    Disclosing(
            HubDatabase hub,
            MasterRecords masterRecords,
            SourceHistory sourceHistory,
            Stewardship stewardship,
            LegalHolds holds,
            CorrectionNotes notes,
            Consent consent,
            PersonRequests requests,
            HeldBeside beside) {
        this.hub = hub;
        this.masterRecords = masterRecords;
        this.sourceHistory = sourceHistory;
        this.stewardship = stewardship;
        this.holds = holds;
        this.notes = notes;
        this.consent = consent;
        this.requests = requests;
        this.beside = beside;
    }

    /**
     * All of it.
     *
     * @param discloser the account: decisions about others, too, whom it is not cleared for are left out
     */
    Disclosed everything(String discloser, PersonFile whole) {
        OwnFile own = OwnFile.of(whole);
        PersonFile file = own.file();
        MasterId id = file.master().id();
        List<Long> records = Ids.records(file);
        OthersWords others = new OthersWords(hub, masterRecords, file);
        Held held = beside.of(own, others);
        List<SourceHistory.Change> changes = sourceHistory.of(file, MOST_CHANGES);
        List<Decision> shown = decisions(discloser, id);
        List<DecidedAbout> decisions =
                shown.stream().map(decision -> told(decision, records, others)).toList();
        TreeMap<String, Long> leftOut = new TreeMap<>(held.leftOut());
        leftOut.put("sourceChangesBeyondLimit", sourceHistory.count(file) - changes.size());
        leftOut.put("decisionsBeyondClearance", stewardship.count(id) - shown.size());
        leftOut.merge(
                "wordsOfOthers",
                decisions.stream().filter(decision -> decision.reason() == null).count(),
                Long::sum);
        return new Disclosed(
                Instant.now().truncatedTo(ChronoUnit.SECONDS),
                Disclosed.Completeness.of(leftOut),
                file.master(),
                consent.of(file.master()),
                Consent.evidence(file.master(), changes),
                requests.about(records),
                Htcds.of(file),
                file.contacts(),
                file.cases(),
                file.referrals(),
                file.returns(),
                held.assessments(),
                own.without(changes),
                masterRecords.history(id),
                decisions,
                held.questions(),
                held.verdicts(),
                held.setAside(),
                notes.of(records),
                holds.about(records));
    }

    private List<Decision> decisions(String discloser, MasterId id) {
        DecisionFilter filter = DecisionFilter.of(discloser).about(id);
        List<Decision> all = new ArrayList<>();
        @Nullable Long before = null;
        List<Decision> page;
        do {
            page = stewardship.list(filter, before, DECISIONS_AT_ONCE);
            all.addAll(page);
            before = page.isEmpty() ? before : Long.valueOf(page.getLast().id());
        } while (page.size() == DECISIONS_AT_ONCE);
        return all;
    }

    private DecidedAbout told(Decision decision, List<Long> records, OthersWords others) {
        Set<Long> beside = stewardship.recordsOf(decision).stream()
                .filter(record -> !records.contains(record))
                .collect(Collectors.toSet());
        return DecidedAbout.of(decision, others.tell(decision.reason(), beside) ? null : decision.reason());
    }
}
