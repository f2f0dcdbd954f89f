package org.unifiedhotline.console.exports;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.core.io.Resource;
import org.springframework.http.CacheControl;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.security.core.Authentication;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import org.unifiedhotline.console.access.Caller;
import org.unifiedhotline.console.access.CallerScope;
import org.unifiedhotline.console.audit.Disclosures;
import org.unifiedhotline.console.problems.ProblemException;
import org.unifiedhotline.console.search.SearchParameters;
import org.unifiedhotline.masterrecords.desk.ExportJob;
import org.unifiedhotline.masterrecords.desk.ExportJob.Format;
import org.unifiedhotline.masterrecords.desk.ExportJob.State;
import org.unifiedhotline.masterrecords.desk.ExportJobs;
import org.unifiedhotline.searchindex.queries.SearchRequest;

/** Takes wishes for files of what a search finds, tells how far they are, and gives the files to their authors. */
@RestController
class ExportController {
    private static final int LONGEST_PURPOSE = 500;
    private static final MediaType CSV = MediaType.parseMediaType("text/csv;charset=UTF-8");
    private static final MediaType XLSX =
            MediaType.parseMediaType("application/vnd.openxmlformats-officedocument.spreadsheetml.sheet");
    private static final ZoneId VIET_NAM = ZoneId.of("Asia/Ho_Chi_Minh");

    private final Exports exports;
    private final ExportJobs jobs;
    private final CallerScope scope;
    private final Disclosures disclosures;

    ExportController(Exports exports, ExportJobs jobs, CallerScope scope, Disclosures disclosures) {
        this.exports = exports;
        this.jobs = jobs;
        this.scope = scope;
        this.disclosures = disclosures;
    }

    /**
     * What is wished for.
     *
     * @param filters those of a search by name, each with its values; {@code sort} may be among them
     * @param format {@code CSV} or {@code XLSX}
     * @param purpose what it is for; may stand in the header {@code X-Purpose} instead
     */
    record Wish(
            @Nullable String q,
            @Nullable Map<String, List<String>> filters,
            @Nullable String format,
            @Nullable String purpose) {}

    /** The latest of a caller's, the last first; {@code most} people stand in a file. */
    record Jobs(List<Shown> items, int most) {}

    /**
     * How an export stands.
     *
     * @param total how many people are found; null until that is known
     * @param truncated whether more are found than a file may hold
     */
    record Shown(
            UUID id,
            Format format,
            String purpose,
            State state,
            @Nullable Long total,
            long written,
            int most,
            boolean truncated,
            Instant askedAt,
            @Nullable Instant endedAt,
            @Nullable Instant expiresAt,
            @Nullable String fault) {
        static Shown of(ExportJob job) {
            return new Shown(
                    job.id(),
                    job.format(),
                    job.purpose(),
                    job.state(),
                    job.total(),
                    job.written(),
                    job.most(),
                    job.total() != null && job.total() > job.most(),
                    job.askedAt(),
                    job.endedAt(),
                    job.expiresAt(),
                    job.fault());
        }
    }

    @PostMapping("/api/v1/exports")
    @ResponseStatus(HttpStatus.ACCEPTED)
    Shown ask(
            Authentication login,
            @RequestBody Wish wish,
            @RequestHeader(name = "X-Purpose", required = false) @Nullable String header) {
        String owner = Caller.of(login).name();
        Format format = format(wish.format());
        String purpose = purpose(wish.purpose() == null ? header : wish.purpose());
        SearchParameters parameters = parameters(wish);
        SearchRequest request = request(login, parameters);
        if (jobs.hasUnderWay(owner, Exports.MOST_UNDER_WAY)) {
            throw ProblemException.conflict("Only " + Exports.MOST_UNDER_WAY
                    + " exports of yours are worked on at a time: wait, or cancel one.");
        }
        Map<String, String> understood = parameters.understood();
        if (!understood.values().stream().allMatch(Disclosures::isKept)) {
            throw ProblemException.badRequest("What is searched for is longer than can be put on record.");
        }
        understood.forEach(disclosures::note);
        disclosures.note("purpose", purpose);
        return Shown.of(exports.begin(owner, format, purpose, request));
    }

    @GetMapping("/api/v1/exports")
    Jobs list(Authentication login) {
        return new Jobs(jobs.of(Caller.of(login).name()).stream().map(Shown::of).toList(), exports.mostPeople());
    }

    @GetMapping("/api/v1/exports/{id}")
    Shown one(Authentication login, @PathVariable UUID id) {
        return Shown.of(job(login, id));
    }

    @PostMapping("/api/v1/exports/{id}/cancel")
    Shown cancel(Authentication login, @PathVariable UUID id) {
        ExportJob job = job(login, id);
        if (!jobs.cancel(job.owner(), id)) {
            throw ProblemException.conflict("The export is not under way any more.");
        }
        return Shown.of(job(login, id));
    }

    @GetMapping("/api/v1/exports/{id}/file")
    ResponseEntity<Resource> file(Authentication login, @PathVariable UUID id) {
        ExportJob job = job(login, id);
        if (job.expiresAt() != null && job.expiresAt().isBefore(Instant.now())) {
            throw gone();
        }
        return switch (job.state()) {
            case WAITING, RUNNING -> throw ProblemException.conflict("The file is not ready yet.");
            case FAILED, CANCELLED -> throw ProblemException.conflict("The export came to nothing: there is no file.");
            case EXPIRED -> throw gone();
            case READY -> {
                if (!exports.mayLeave(job)) {
                    throw ProblemException.gone(
                            "Of somebody whom the file tells of, data may not leave any more: ask for the export again.");
                }
                disclosures.people(exports.told(id));
                yield given(job, exports.file(id).orElseThrow(ExportController::gone));
            }
        };
    }

    private static ResponseEntity<Resource> given(ExportJob job, Resource file) {
        String name = "ho-so-" + LocalDate.ofInstant(job.askedAt(), VIET_NAM) + "."
                + job.format().name().toLowerCase(Locale.ROOT);
        return ResponseEntity.ok()
                .contentType(
                        switch (job.format()) {
                            case CSV -> CSV;
                            case XLSX -> XLSX;
                        })
                .cacheControl(CacheControl.noStore())
                .header(
                        HttpHeaders.CONTENT_DISPOSITION,
                        ContentDisposition.attachment().filename(name).build().toString())
                .body(file);
    }

    private ExportJob job(Authentication login, UUID id) {
        return jobs.find(Caller.of(login).name(), id)
                .orElseThrow(() -> ProblemException.unknown("You asked for no export with this id."));
    }

    private static SearchParameters parameters(Wish wish) {
        Map<String, List<String>> given = new LinkedHashMap<>(wish.filters() == null ? Map.of() : wish.filters());
        for (String own : List.of("q", "size", "cursor", "facets")) {
            if (given.containsKey(own)) {
                throw ProblemException.badRequest("'" + own + "' is no filter.");
            }
        }
        if (wish.q() != null) {
            given.put("q", List.of(wish.q()));
        }
        return new SearchParameters(given);
    }

    private SearchRequest request(Authentication login, SearchParameters parameters) {
        try {
            return parameters.request(scope.readerScope(login));
        } catch (IllegalArgumentException malformed) {
            throw ProblemException.badRequest(String.valueOf(malformed.getMessage()));
        }
    }

    private static Format format(@Nullable String text) {
        for (Format format : Format.values()) {
            if (format.name().equals(text)) {
                return format;
            }
        }
        throw ProblemException.badRequest("'format' is CSV or XLSX.");
    }

    private static String purpose(@Nullable String text) {
        if (text == null || text.isBlank()) {
            throw ProblemException.badRequest("An export needs a 'purpose'.");
        }
        if (text.length() > LONGEST_PURPOSE) {
            throw ProblemException.badRequest("A 'purpose' has at most " + LONGEST_PURPOSE + " characters.");
        }
        return text.strip();
    }

    private static ProblemException gone() {
        return ProblemException.gone("The file's time is over: ask for the export again.");
    }
}
