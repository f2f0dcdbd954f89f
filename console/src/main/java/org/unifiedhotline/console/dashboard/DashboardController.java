package org.unifiedhotline.console.dashboard;

import java.time.LocalDate;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.springframework.format.annotation.DateTimeFormat;
import org.springframework.format.annotation.DateTimeFormat.ISO;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.security.core.Authentication;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.unifiedhotline.console.access.CallerScope;
import org.unifiedhotline.console.problems.ProblemException;
import org.unifiedhotline.mappings.canonical.Centre;
import org.unifiedhotline.masterrecords.figures.Figure;
import org.unifiedhotline.masterrecords.figures.FigureReport;
import org.unifiedhotline.masterrecords.figures.Figures;
import org.unifiedhotline.masterrecords.figures.Release;
import org.unifiedhotline.masterrecords.figures.Slice;

/** Answers the office's figures of a period and a centre, exports them, and lists what is behind each number. */
@RestController
class DashboardController {
    private static final int MOST = 200;
    private static final Set<String> OF_EVERY_LIST = Set.of("from", "to", "centre", "size", "cursor");

    private final Figures figures;
    private final CallerScope scope;
    private final ListedPeople people;

    DashboardController(Figures figures, CallerScope scope, ListedPeople people) {
        this.figures = figures;
        this.scope = scope;
        this.people = people;
    }

    /** All numbers of one figure: contacts, cases, referrals, returns, people, quality or satisfaction. */
    @GetMapping("/api/v1/dashboard/{figure}")
    FigureView figure(
            Authentication login,
            @PathVariable String figure,
            @RequestParam @DateTimeFormat(iso = ISO.DATE) LocalDate from,
            @RequestParam @DateTimeFormat(iso = ISO.DATE) LocalDate to,
            @RequestParam(required = false) @Nullable Centre centre) {
        return FigureView.of(count(login, figure, slice(from, to, centre)));
    }

    /** The same as it may leave the office: for pictures. */
    @GetMapping("/api/v1/dashboard/{figure}/export")
    FigureView export(
            Authentication login,
            @PathVariable String figure,
            @RequestParam @DateTimeFormat(iso = ISO.DATE) LocalDate from,
            @RequestParam @DateTimeFormat(iso = ISO.DATE) LocalDate to,
            @RequestParam(required = false) @Nullable Centre centre) {
        return FigureView.of(Release.of(count(login, figure, slice(from, to, centre))));
    }

    /** The same as it may leave the office, as CSV. */
    @GetMapping("/api/v1/dashboard/{figure}/export.csv")
    ResponseEntity<String> exportCsv(
            Authentication login,
            @PathVariable String figure,
            @RequestParam @DateTimeFormat(iso = ISO.DATE) LocalDate from,
            @RequestParam @DateTimeFormat(iso = ISO.DATE) LocalDate to,
            @RequestParam(required = false) @Nullable Centre centre) {
        FigureReport report = Release.of(count(login, figure, slice(from, to, centre)));
        return ResponseEntity.ok()
                .contentType(MediaType.parseMediaType("text/csv;charset=UTF-8"))
                .header(
                        HttpHeaders.CONTENT_DISPOSITION,
                        "attachment; filename=\"" + report.figure().code() + "-" + from + "-" + to + ".csv\"")
                .body(FigureCsv.of(report));
    }

    /** What is behind a number: a page of the contacts, cases, referrals, returns, assessments or people that it counts. */
    @GetMapping("/api/v1/dashboard/{figure}/list")
    ListView list(
            Authentication login,
            @PathVariable String figure,
            @RequestParam @DateTimeFormat(iso = ISO.DATE) LocalDate from,
            @RequestParam @DateTimeFormat(iso = ISO.DATE) LocalDate to,
            @RequestParam(required = false) @Nullable Centre centre,
            @RequestParam(defaultValue = "50") int size,
            @RequestParam(required = false) @Nullable String cursor,
            @RequestParam MultiValueMap<String, String> given) {
        scope.requireEverySource(login);
        Figure asked = known(figure);
        if (size < 1 || size > MOST) {
            throw ProblemException.badRequest("'size' is 1 to " + MOST);
        }
        Map<String, String> filters = filters(asked, given);
        Slice slice = slice(from, to, centre);
        try {
            return people.view(login, figures.list(asked, slice, filters, cursor, size), filters.keySet());
        } catch (IllegalArgumentException foreign) {
            throw ProblemException.badRequest("'cursor' does not belong to this list: begin again without it.");
        }
    }

    private FigureReport count(Authentication login, String figure, Slice slice) {
        scope.requireEverySource(login);
        return figures.count(known(figure), slice);
    }

    private static Figure known(String code) {
        return Figure.of(code)
                .orElseThrow(() -> ProblemException.unknown(
                        "The figures are contacts, cases, referrals, returns, people, quality and satisfaction."));
    }

    private static Slice slice(LocalDate from, LocalDate to, @Nullable Centre centre) {
        try {
            return new Slice(from, to, centre);
        } catch (IllegalArgumentException malformed) {
            throw ProblemException.badRequest(String.valueOf(malformed.getMessage()));
        }
    }

    /** A filter that is not known would widen the list in silence: it is refused. */
    private static Map<String, String> filters(Figure figure, MultiValueMap<String, String> given) {
        Map<String, String> filters = given.toSingleValueMap();
        Set<String> unknown = new TreeSet<>(filters.keySet());
        unknown.removeAll(OF_EVERY_LIST);
        unknown.removeAll(figure.filters());
        if (!unknown.isEmpty()) {
            throw ProblemException.badRequest("this list is narrowed by " + new TreeSet<>(figure.filters()));
        }
        String month = filters.get("month");
        String satisfaction = filters.get("satisfaction");
        if ((month != null && !month.matches("(19|2\\d)\\d{2}-(0[1-9]|1[0-2])-01"))
                || (satisfaction != null && !satisfaction.matches("[1-5]"))) {
            throw ProblemException.badRequest("'month' is a month's first day; 'satisfaction' is 1 to 5");
        }
        return filters;
    }
}
