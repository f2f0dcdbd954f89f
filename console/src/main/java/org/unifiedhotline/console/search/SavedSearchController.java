package org.unifiedhotline.console.search;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.security.core.Authentication;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PatchMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import org.unifiedhotline.console.access.Caller;
import org.unifiedhotline.console.problems.ProblemException;
import org.unifiedhotline.masterrecords.desk.SavedSearch;
import org.unifiedhotline.masterrecords.desk.SavedSearches;
import org.unifiedhotline.masterrecords.desk.SavedSearches.Answer;

/** Keeps searches under names, for each caller their own. */
@RestController
class SavedSearchController {
    private static final int LONGEST_NAME = 100;

    private final SavedSearches searches;

    SavedSearchController(SavedSearches searches) {
        this.searches = searches;
    }

    /** All of a caller's, by name. */
    record Kept(List<SavedSearch> items) {}

    /** What is to be kept: the parameters of a search by name. */
    record Given(@Nullable String name, @Nullable Map<String, List<String>> parameters) {}

    @GetMapping("/api/v1/saved-searches")
    Kept list(Authentication login) {
        return new Kept(searches.of(owner(login)));
    }

    @PostMapping("/api/v1/saved-searches")
    @ResponseStatus(HttpStatus.CREATED)
    SavedSearch keep(Authentication login, @RequestBody Given given) {
        return told(searches.keep(owner(login), name(given), parameters(given)));
    }

    @PatchMapping("/api/v1/saved-searches/{id}")
    SavedSearch rename(Authentication login, @PathVariable long id, @RequestBody Given given) {
        return told(searches.rename(owner(login), id, name(given)));
    }

    @DeleteMapping("/api/v1/saved-searches/{id}")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void remove(Authentication login, @PathVariable long id) {
        if (!searches.remove(owner(login), id)) {
            throw unknown();
        }
    }

    private static String owner(Authentication login) {
        return Caller.of(login).name();
    }

    private static String name(Given given) {
        String name = given.name() == null ? "" : given.name().strip();
        if (name.isEmpty() || name.length() > LONGEST_NAME) {
            throw ProblemException.badRequest("A 'name' has 1 to " + LONGEST_NAME + " characters.");
        }
        return name;
    }

    /** Checked as a search would check them: what is kept can be searched for. */
    private static Map<String, List<String>> parameters(Given given) {
        if (given.parameters() == null) {
            throw ProblemException.badRequest("'parameters' are those of a search, each with its values.");
        }
        if (given.parameters().containsKey("cursor")) {
            throw ProblemException.badRequest("A place in a list, 'cursor', is not kept.");
        }
        try {
            new SearchParameters(given.parameters()).check();
        } catch (IllegalArgumentException malformed) {
            throw ProblemException.badRequest(String.valueOf(malformed.getMessage()));
        }
        return given.parameters();
    }

    private static SavedSearch told(Answer answer) {
        return switch (answer) {
            case Answer.Kept kept -> kept.search();
            case Answer.NameTaken ignored ->
                throw ProblemException.conflict("Another search of yours has this name already.");
            case Answer.TooMany ignored ->
                throw ProblemException.conflict("More than " + SavedSearches.MOST + " searches are not kept.");
            case Answer.Unknown ignored -> throw unknown();
        };
    }

    private static ProblemException unknown() {
        return ProblemException.unknown("You keep no search with this id.");
    }
}
