package org.unifiedhotline.console.audit;

import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.unifiedhotline.console.problems.ProblemException;
import org.unifiedhotline.masterrecords.audit.AuditKind;
import org.unifiedhotline.masterrecords.audit.AuditQuestion;
import org.unifiedhotline.masterrecords.audit.AuditSearch;
import org.unifiedhotline.masterrecords.audit.OwnTelling;
import org.unifiedhotline.masterrecords.records.MasterId;

/** Shows the trail to the auditor: an entry a line, as JSON or as CEF, written as it is read. */
@RestController
class AuditController {
    private static final long USUAL = 1_000;
    private static final long MOST = 1_000_000;

    private final AuditSearch search;
    private final ObjectMapper json;

    AuditController(AuditSearch search, ObjectMapper json) {
        this.search = search;
        this.json = json;
    }

    /**
     * Entries, the newest first unless {@code after} is given: then those behind that number, the oldest first. The number of the
     * last line is the {@code before} or {@code after} of the next page.
     *
     * @param address from which a call came
     * @param call a part of the call as {@code roles.yaml} writes it
     * @param typed words that were typed, within the time from {@code from} on
     * @param streams whether it is told too who listened for changes, and of whose changes they were told: always where {@code masterId}
     *     asks who was told of somebody
     * @param format {@code jsonl} or {@code cef}
     */
    @GetMapping("/api/v1/audit")
    void trail(
            @RequestParam(required = false) @Nullable String from,
            @RequestParam(required = false) @Nullable String to,
            @RequestParam(required = false) @Nullable String account,
            @RequestParam(required = false) @Nullable List<String> kind,
            @RequestParam(required = false) @Nullable String masterId,
            @RequestParam(defaultValue = "false") boolean refused,
            @RequestParam(required = false) @Nullable String address,
            @RequestParam(required = false) @Nullable String call,
            @RequestParam(required = false) @Nullable String typed,
            @RequestParam(defaultValue = "true") boolean streams,
            @RequestParam(required = false) @Nullable Long after,
            @RequestParam(required = false) @Nullable Long before,
            @RequestParam(defaultValue = "" + USUAL) long limit,
            @RequestParam(defaultValue = "jsonl") String format,
            HttpServletResponse response)
            throws IOException {
        boolean cef = format.equals("cef");
        if (limit < 1 || limit > MOST || !(cef || format.equals("jsonl"))) {
            throw ProblemException.badRequest("'limit' is 1 to " + MOST + ", 'format' is jsonl or cef");
        }
        AuditQuestion question = new AuditQuestion(
                instant("from", from),
                instant("to", to),
                account,
                kinds(kind),
                master(masterId),
                refused,
                said(address),
                said(call),
                typedWithin(typed, from),
                streams || said(masterId) != null ? null : OwnTelling.LIVE,
                after,
                before,
                after == null,
                limit);
        response.setContentType(cef ? "text/plain" : "application/jsonl");
        response.setCharacterEncoding(StandardCharsets.UTF_8.name());
        Writer lines = response.getWriter();
        search.each(question, entry -> line(lines, cef ? CommonEventFormat.line(entry) : text(entry)));
        lines.flush();
    }

    private String text(AuditSearch.Shown entry) {
        try {
            return json.writeValueAsString(entry);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void line(Writer to, String line) {
        try {
            to.write(line);
            to.write('\n');
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static @Nullable String said(@Nullable String text) {
        return text == null || text.isBlank() ? null : text.strip();
    }

    private static @Nullable String typedWithin(@Nullable String typed, @Nullable String from) {
        if (said(typed) != null && said(from) == null) {
            throw ProblemException.badRequest("'typed' is looked for within a time: it needs 'from'.");
        }
        return said(typed);
    }

    private static @Nullable Instant instant(String name, @Nullable String text) {
        try {
            return text == null || text.isEmpty() ? null : Instant.parse(text);
        } catch (DateTimeException malformed) {
            throw ProblemException.badRequest("'" + name + "' is a time such as 2026-11-22T09:00:00Z");
        }
    }

    private static Set<AuditKind> kinds(@Nullable List<String> words) {
        try {
            return words == null
                    ? Set.of()
                    : words.stream().map(AuditKind::valueOf).collect(Collectors.toSet());
        } catch (IllegalArgumentException unknown) {
            throw ProblemException.badRequest("'kind' is one of " + Arrays.toString(AuditKind.values()));
        }
    }

    private static @Nullable MasterId master(@Nullable String id) {
        try {
            return id == null || id.isEmpty() ? null : MasterId.of(id);
        } catch (IllegalArgumentException malformed) {
            throw ProblemException.badRequest("A master id is a UUID of 36 characters.");
        }
    }
}
