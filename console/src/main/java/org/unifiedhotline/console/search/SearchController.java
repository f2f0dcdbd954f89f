package org.unifiedhotline.console.search;

import org.springframework.security.core.Authentication;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.unifiedhotline.console.access.CallerScope;
import org.unifiedhotline.console.problems.ProblemException;
import org.unifiedhotline.searchindex.SearchUnavailableException;
import org.unifiedhotline.searchindex.queries.ReaderScope;
import org.unifiedhotline.searchindex.queries.Search;
import org.unifiedhotline.searchindex.queries.SearchRequest;
import org.unifiedhotline.searchindex.queries.SearchResult;

/** Answers the one box: {@code q}, {@code size}, {@code cursor}, {@code facets} and the filters by their names. */
@RestController
class SearchController {
    private final Search search;
    private final CallerScope scope;

    SearchController(Search search, CallerScope scope) {
        this.search = search;
        this.scope = scope;
    }

    @GetMapping("/api/v1/search")
    SearchResult search(Authentication login, @RequestParam MultiValueMap<String, String> given) {
        ReaderScope within = scope.readerScope(login);
        SearchRequest request = requested(new SearchParameters(given), within);
        try {
            return search.search(request);
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
