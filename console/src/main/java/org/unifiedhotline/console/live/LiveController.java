package org.unifiedhotline.console.live;

import io.swagger.v3.oas.annotations.Operation;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpSession;
import java.time.Instant;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import org.springframework.http.CacheControl;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.security.core.Authentication;
import org.springframework.security.oauth2.server.resource.authentication.JwtAuthenticationToken;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.servlet.mvc.method.annotation.SseEmitter;
import org.unifiedhotline.console.access.Caller;
import org.unifiedhotline.console.access.CallerScope;
import org.unifiedhotline.console.access.RolesTable;
import org.unifiedhotline.console.audit.Disclosures;
import org.unifiedhotline.console.live.LiveEvent.AlertRaised;
import org.unifiedhotline.console.live.LiveEvent.Missed;
import org.unifiedhotline.console.live.LiveEvent.PersonChanged;
import org.unifiedhotline.console.live.LiveEvent.Replaced;
import org.unifiedhotline.console.live.LiveEvent.Standing;
import org.unifiedhotline.console.live.LiveEvent.StewardshipChanged;
import org.unifiedhotline.console.problems.ProblemException;

/** Opens the stream of what changes. */
@RestController
class LiveController {
    private final LiveFeed feed;
    private final CallerScope scope;
    private final RolesTable roles;
    private final Disclosures disclosures;

    LiveController(LiveFeed feed, CallerScope scope, RolesTable roles, Disclosures disclosures) {
        this.feed = feed;
        this.scope = scope;
        this.roles = roles;
        this.disclosures = disclosures;
    }

    @Operation(
            summary = "What changes, as server-sent events",
            description =
                    "Events `standing` (where the stream begins), `person` (`masterId`, `kind`: CREATED, CHANGED, MERGED,"
                            + " SPLIT or DELETED), `stewardship` (tasks or decisions changed), `alert` (unusual reading was put on record),"
                            + " `missed` (more changed than is told one by one) and `replaced` (newer streams of the account took its place). Only of people of whom the reader may know a record, to"
                            + " readers of some records as CHANGED. `Last-Event-ID` resumes. Ends with the session.")
    @GetMapping(path = "/api/v1/live", produces = MediaType.TEXT_EVENT_STREAM_VALUE)
    ResponseEntity<SseEmitter> live(
            Authentication login,
            HttpServletRequest request,
            @RequestHeader(name = "Last-Event-ID", required = false) @Nullable String lastEventId) {
        long since = lastEventId == null ? feed.end() : position(lastEventId);
        SseEmitter stream = new SseEmitter(0L);
        HttpSession session = request.getSession(false);
        Listener listener = new Listener(
                stream,
                Caller.of(login).name(),
                session == null ? null : session.getId(),
                endOfToken(login),
                since,
                scope.of(login),
                mayKnow(login),
                new ToldPeople(disclosures.call()));
        stream.onError(fault -> listener.end());
        stream.onCompletion(listener::end);
        feed.open(listener, since);
        return ResponseEntity.ok()
                .cacheControl(CacheControl.noStore())
                .header("X-Accel-Buffering", "no")
                .body(stream);
    }

    private Predicate<LiveEvent> mayKnow(Authentication login) {
        Caller caller = Caller.of(login);
        boolean steward = roles.allows("GET", "/api/v1/review-tasks", caller);
        boolean reader = roles.allows("GET", "/api/v1/search", caller);
        boolean auditor = roles.allows("GET", "/api/v1/audit", caller);
        return event -> switch (event) {
            case PersonChanged person -> reader && mayKnow(login, person);
            case StewardshipChanged ignored -> steward;
            case AlertRaised ignored -> auditor;
            case Missed ignored -> true;
            case Replaced ignored -> true;
            case Standing ignored -> true;
        };
    }

    /** Of whom nothing is said but the id, only those know who may know of everybody. */
    private boolean mayKnow(Authentication login, PersonChanged person) {
        boolean cleared =
                person.records().isEmpty() ? scope.isClearedForAll(login) : scope.isClearedFor(login, person.records());
        return cleared && (!person.restricted() || scope.readsRestricted(login));
    }

    private static @Nullable Instant endOfToken(Authentication login) {
        return login instanceof JwtAuthenticationToken token ? token.getToken().getExpiresAt() : null;
    }

    private static long position(String text) {
        try {
            long position = Long.parseLong(text);
            if (position >= 0) {
                return position;
            }
        } catch (NumberFormatException malformed) {
            // told below
        }
        throw ProblemException.badRequest("Last-Event-ID is the id of an event of this stream.");
    }
}
