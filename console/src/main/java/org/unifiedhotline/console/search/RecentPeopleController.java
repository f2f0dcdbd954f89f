package org.unifiedhotline.console.search;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.security.core.Authentication;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import org.unifiedhotline.console.access.Caller;
import org.unifiedhotline.console.access.CallerScope;
import org.unifiedhotline.mappings.source.SourceRecordKey;
import org.unifiedhotline.masterrecords.desk.RecentPeople;
import org.unifiedhotline.masterrecords.desk.RecentPeople.Opened;
import org.unifiedhotline.masterrecords.records.MasterId;
import org.unifiedhotline.masterrecords.records.MasterLookup;
import org.unifiedhotline.masterrecords.records.MasterRecords;
import org.unifiedhotline.masterrecords.records.Member;
import org.unifiedhotline.searchindex.SearchUnavailableException;
import org.unifiedhotline.searchindex.queries.Search;
import org.unifiedhotline.searchindex.queries.SearchHit;

/** Shows a caller whom they opened lately: those only, and as much of them, as they may see now. */
@RestController
class RecentPeopleController {
    private final RecentPeople recent;
    private final MasterRecords masterRecords;
    private final Search search;
    private final CallerScope scope;

    RecentPeopleController(RecentPeople recent, MasterRecords masterRecords, Search search, CallerScope scope) {
        this.recent = recent;
        this.masterRecords = masterRecords;
        this.search = search;
        this.scope = scope;
    }

    /** The latest first. */
    record People(List<Shown> items) {}

    /**
     * Somebody who was opened.
     *
     * @param masterId the id that stands
     * @param person null while search is away: who it is stands on the page itself, which the hub opens
     */
    record Shown(
            Instant openedAt, MasterId masterId, @Nullable SearchHit person) {}

    @GetMapping("/api/v1/recent-people")
    People list(Authentication login) {
        Map<MasterId, Instant> opened = new LinkedHashMap<>();
        for (Opened one : recent.of(Caller.of(login).name())) {
            opened.putIfAbsent(standing(one.id()), one.at());
        }
        try {
            List<Shown> shown = new ArrayList<>(opened.size());
            for (SearchHit hit : search.people(List.copyOf(opened.keySet()), scope.readerScope(login))) {
                Instant at = opened.get(hit.masterId());
                if (at != null) {
                    shown.add(new Shown(at, hit.masterId(), hit));
                }
            }
            return new People(shown);
        } catch (SearchUnavailableException away) {
            Set<MasterId> known = known(login, opened.keySet());
            return new People(opened.entrySet().stream()
                    .filter(one -> known.contains(one.getKey()))
                    .map(one -> new Shown(one.getValue(), one.getKey(), null))
                    .toList());
        }
    }

    /** Those of these people whom search would find for the caller, by what the hub says: it finds nobody who is restricted. */
    private Set<MasterId> known(Authentication login, Set<MasterId> people) {
        Set<MasterId> restricted = masterRecords.restricted(people);
        Set<MasterId> known = new HashSet<>();
        masterRecords.load(people, scope.of(login)).forEach((id, file) -> {
            List<SourceRecordKey> records =
                    file.master().members().stream().map(Member::key).toList();
            if (!restricted.contains(id) && scope.cleared(login, records).containsAll(records)) {
                known.add(id);
            }
        });
        return known;
    }

    @DeleteMapping("/api/v1/recent-people")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void clear(Authentication login) {
        recent.clear(Caller.of(login).name());
    }

    private MasterId standing(MasterId id) {
        return switch (masterRecords.find(id)) {
            case MasterLookup.MergedInto merged -> merged.standing();
            case MasterLookup.Found ignored -> id;
            case MasterLookup.Gone ignored -> id;
            case MasterLookup.Unknown ignored -> id;
        };
    }
}
