package org.unifiedhotline.console.search;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.security.core.Authentication;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.unifiedhotline.console.access.CallerScope;
import org.unifiedhotline.console.audit.Disclosures;
import org.unifiedhotline.console.problems.ProblemException;
import org.unifiedhotline.mappings.canonical.PersonRole;
import org.unifiedhotline.masterrecords.records.MasterId;
import org.unifiedhotline.searchindex.SearchUnavailableException;
import org.unifiedhotline.searchindex.queries.SearchHit.ShownBirth;
import org.unifiedhotline.searchindex.queries.Suggestion;
import org.unifiedhotline.searchindex.queries.Suggestions;

/** Answers while somebody types. */
@RestController
class SuggestionController {
    private final Suggestions suggestions;
    private final CallerScope scope;
    private final Disclosures disclosures;

    SuggestionController(Suggestions suggestions, CallerScope scope, Disclosures disclosures) {
        this.suggestions = suggestions;
        this.scope = scope;
        this.disclosures = disclosures;
    }

    @GetMapping("/api/v1/search/suggestions")
    Answer suggest(Authentication login, @RequestParam(defaultValue = "") String q) {
        long began = System.nanoTime();
        disclosures.note("q", q);
        try {
            List<Shown> items = suggestions.of(q, scope.readerScope(login)).stream()
                    .map(Shown::of)
                    .toList();
            return new Answer(items, (System.nanoTime() - began) / 1_000_000);
        } catch (SearchUnavailableException away) {
            throw ProblemException.unavailable("Search is away just now; a master record still opens by its id.");
        } catch (IllegalArgumentException tooLong) {
            throw ProblemException.badRequest(String.valueOf(tooLong.getMessage()));
        }
    }

    /** What the text may become, best first. */
    record Answer(List<Shown> items, long tookMillis) {}

    /**
     * One suggestion.
     *
     * @param kind {@code PERSON}, {@code PLACE}, {@code CASE_NUMBER}
     * @param label what is shown; null for a person without a name
     * @param text what the box becomes when it is chosen; null for what is opened instead
     * @param masterId whom it opens; null for a place
     * @param people how many are at home in a place
     */
    record Shown(
            String kind,
            @Nullable String label,
            @Nullable String text,
            @Nullable MasterId masterId,
            List<ShownBirth> births,
            List<PersonRole> roles,
            @Nullable String home,
            @Nullable String person,
            @Nullable Long people) {

        static Shown of(Suggestion suggestion) {
            return switch (suggestion) {
                case Suggestion.Person one ->
                    new Shown(
                            "PERSON",
                            one.name(),
                            null,
                            one.masterId(),
                            one.births(),
                            one.roles(),
                            one.home(),
                            null,
                            null);
                case Suggestion.PlaceName place ->
                    new Shown(
                            "PLACE",
                            place.name(),
                            place.text(),
                            null,
                            List.of(),
                            List.of(),
                            null,
                            null,
                            place.people());
                case Suggestion.CaseNumber one ->
                    new Shown(
                            "CASE_NUMBER",
                            one.number(),
                            one.number(),
                            one.masterId(),
                            List.of(),
                            List.of(),
                            null,
                            one.name(),
                            null);
            };
        }
    }
}
