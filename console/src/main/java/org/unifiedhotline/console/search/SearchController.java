package org.unifiedhotline.console.search;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import java.time.Duration;
import java.util.Objects;
import java.util.stream.IntStream;
import org.springframework.security.core.Authentication;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.unifiedhotline.console.access.CallerScope;
import org.unifiedhotline.console.audit.Disclosures;
import org.unifiedhotline.console.problems.ProblemException;
import org.unifiedhotline.searchindex.SearchUnavailableException;
import org.unifiedhotline.searchindex.queries.ReaderScope;
import org.unifiedhotline.searchindex.queries.Search;
import org.unifiedhotline.searchindex.queries.SearchRequest;
import org.unifiedhotline.searchindex.queries.SearchResult;

/** Answers the one box: {@code q}, {@code size}, {@code cursor}, {@code facets} and the filters by their names. */
@RestController
class SearchController {
    private static final Duration[] STEPS = IntStream.of(10, 25, 50, 100, 250, 500, 1000, 2500, 5000)
            .mapToObj(Duration::ofMillis)
            .toArray(Duration[]::new);

    private final Search search;
    private final CallerScope scope;
    private final Disclosures disclosures;

    private final Timer seconds;

    SearchController(Search search, CallerScope scope, Disclosures disclosures, MeterRegistry meters) {
        this.search = search;
        this.scope = scope;
        this.disclosures = disclosures;
        this.seconds = Timer.builder("unified.hotline.search")
                .description("how long the search server took to answer the one box")
                .serviceLevelObjectives(STEPS)
                .register(meters);
    }

    @GetMapping("/api/v1/search")
    SearchResult search(Authentication login, @RequestParam MultiValueMap<String, String> given) {
        ReaderScope within = scope.readerScope(login);
        SearchParameters parameters = new SearchParameters(given);
        SearchRequest request = requested(parameters, within);
        parameters.understood().forEach(disclosures::note);
        try {
            return Objects.requireNonNull(seconds.record(() -> search.search(request)));
        } catch (SearchUnavailableException away) {
            throw ProblemException.unavailable("Search is away just now; a master record still opens by its id.");
        } catch (IllegalArgumentException foreign) {
            throw ProblemException.badRequest("'cursor' does not belong to this search: begin again without it.");
        }
    }

    private static SearchRequest requested(SearchParameters given, ReaderScope within) {
        try {
            return given.request(within);
        } catch (IllegalArgumentException malformed) {
            throw ProblemException.badRequest(String.valueOf(malformed.getMessage()));
        }
    }
}
