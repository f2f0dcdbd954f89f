package org.unifiedhotline.console.audit;

import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.servlet.AsyncEvent;
import jakarta.servlet.AsyncListener;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Clock;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.web.filter.OncePerRequestFilter;
import org.unifiedhotline.masterrecords.audit.AuditTrail;
import org.unifiedhotline.masterrecords.audit.AuditUnavailableException;

/** Stands before all others: whatever is answered, by whomever, goes through it. */
final class AuditFilter extends OncePerRequestFilter {
    private static final Logger LOG = LoggerFactory.getLogger(AuditFilter.class);

    private final AuditTrail trail;
    private final CallReader reader;
    private final RefusalThrottle throttle;
    private final ObjectMapper json;
    private final Clock clock;

    AuditFilter(AuditTrail trail, CallReader reader, RefusalThrottle throttle, ObjectMapper json, Clock clock) {
        this.trail = trail;
        this.reader = reader;
        this.throttle = throttle;
        this.json = json;
        this.clock = clock;
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        AuditedCall call = new AuditedCall(trail, clock);
        request.setAttribute(Disclosures.ATTRIBUTE, call);
        reader.before(request);
        AuditedResponse audited = new AuditedResponse(
                response, status -> begin(request, call, status), call::letGo, json, request.getRequestURI());
        try {
            chain.doFilter(request, audited);
        } catch (ServletException | IOException | RuntimeException fault) {
            audited.setStatus(HttpServletResponse.SC_INTERNAL_SERVER_ERROR);
            breakOff(call, audited, fault);
            throw fault;
        }
        if (request.isAsyncStarted()) {
            request.getAsyncContext().addListener(new AtTheEnd(call, audited));
        } else {
            finish(call, audited);
        }
    }

    private void begin(HttpServletRequest request, AuditedCall call, int status) {
        CallFacts facts = reader.read(request, status).naming(call.named());
        if (CallFacts.isRefusal(status) && facts.isRecorded(status, false) && !throttle.isWritten(facts, status)) {
            return;
        }
        call.begin(facts, status);
    }

    private static void finish(AuditedCall call, AuditedResponse audited) throws IOException {
        try {
            audited.finish();
        } finally {
            end(call, audited.endedWith());
        }
    }

    /** What was held of the answer goes nowhere; what went of it is on record. */
    private static void breakOff(AuditedCall call, AuditedResponse audited, Exception fault) {
        try {
            audited.pass();
            end(call, HttpServletResponse.SC_INTERNAL_SERVER_ERROR);
        } catch (AuditUnavailableException away) {
            fault.addSuppressed(away);
        }
    }

    private static void end(AuditedCall call, int status) {
        if (call.hasBegun()) {
            call.end(status);
        }
    }

    /** A long answer, written by other threads, has ended. */
    private record AtTheEnd(AuditedCall call, AuditedResponse audited) implements AsyncListener {
        @Override
        public void onComplete(AsyncEvent event) {
            try {
                finish(call, audited);
            } catch (AuditUnavailableException | IOException e) {
                LOG.error("the end of a long answer could not be put on record");
            }
        }

        @Override
        public void onTimeout(AsyncEvent event) {
            // completes next
        }

        @Override
        public void onError(AsyncEvent event) {
            // completes next
        }

        @Override
        public void onStartAsync(AsyncEvent event) {
            event.getAsyncContext().addListener(this);
        }
    }
}
