package org.unifiedhotline.console.operation;

import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.actuate.health.Status;
import org.unifiedhotline.mappings.source.SourceSystem;
import org.unifiedhotline.masterrecords.ingest.CaptureState;
import org.unifiedhotline.masterrecords.operation.RecentLook;
import org.unifiedhotline.masterrecords.pipeline.PipelineReport;

/** What one look at the hub tells of the parts that live by it. */
final class HubLook {
    /** Longer than a batch takes, a model's change apart. */
    private static final Duration LONGEST_WAIT = Duration.ofMinutes(15);

    private static final String BEHIND = "BEHIND";

    private final RecentLook<Seen> look;

    /**
     * What was seen.
     *
     * @param oldestToResolve how many seconds the first in line has waited; null if nothing waits
     */
    record Seen(PipelineReport report, @Nullable Double oldestToResolve) {}

    HubLook(RecentLook<Seen> look) {
        this.look = look;
    }

    static Status up(String words) {
        return new Status(Status.UP.getCode(), words);
    }

    static Status down(String words) {
        return new Status(Status.DOWN.getCode(), words);
    }

    private static Status unknown(String words) {
        return new Status(Status.UNKNOWN.getCode(), words);
    }

    Status ofHub() {
        return look.get() == null ? down("the database does not answer") : up("the database answers");
    }

    Status ofResolving() {
        Seen seen = look.get();
        if (seen == null) {
            return unknown("not known while the hub is away");
        }
        if (!seen.report().firstLoadComplete()) {
            return up("the first load is being read and resolved");
        }
        Double oldest = seen.oldestToResolve();
        return oldest != null && oldest > LONGEST_WAIT.toSeconds()
                ? new Status(BEHIND, "a change has waited longer than " + LONGEST_WAIT.toMinutes() + " minutes")
                : up("changes are resolved as they come");
    }

    /** A source that is away is not the service's fault: it is told as unknown and takes nothing else down. */
    Status ofCapture(SourceSystem system) {
        Seen seen = look.get();
        if (seen == null) {
            return unknown("not known while the hub is away");
        }
        return seen.report().sources().stream()
                .filter(source -> source.system() == system)
                .findFirst()
                .map(HubLook::of)
                .orElseGet(() -> unknown("not captured"));
    }

    private static Status of(CaptureState source) {
        return switch (source.state()) {
            case STARTING -> up("capture starts");
            case SNAPSHOT -> up("all rows are being read");
            case STREAMING -> up("changes are taken in as they come");
            case WAITING -> up("another instance of the service captures this source");
            case STOPPED -> unknown("not captured");
            case FAILED -> unknown("capture broke off, and is tried again and again; the page Pipeline says why");
        };
    }
}
